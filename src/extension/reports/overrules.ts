/** The part of `vscode.Memento` that is needed here. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

const KEY = 'reportLens.overrules';
/** Files remembered at most; the oldest are forgotten first. */
const LIMIT = 2000;

/** What the user said of single files, by URI. */
export class Overrules {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** `true` for "treat as a report", `false` for "not a report", `undefined` where nothing was said. */
  get(uri: string): boolean | undefined {
    return this.#all().find(([known]) => known === uri)?.[1];
  }

  /** Remembers the user's word for `uri`. */
  async set(uri: string, isReport: boolean): Promise<void> {
    const others = this.#all().filter(([known]) => known !== uri);
    await this.#memory.update(KEY, [...others, [uri, isReport]].slice(-LIMIT));
  }

  #all(): [string, boolean][] {
    return (this.#memory.get(KEY) as [string, boolean][] | undefined) ?? [];
  }
}
