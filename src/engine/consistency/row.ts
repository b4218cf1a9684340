/** A rule of consistency, and what proves it: `holds` is true of `example` and false of `counter`. */
export interface ConsistencyRow<T = readonly [string, string]> {
  readonly name: string;
  readonly example: T;
  readonly counter: T;
  readonly holds: (value: T) => boolean;
}
