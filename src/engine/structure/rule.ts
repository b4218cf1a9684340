/**
 * A row of the rule register. `name` is what a node carries in `rule`; `en` and `zh` say in a hover why the node is there; `matches` must
 * hold for `example` and not for `counterExample`.
 */
export interface Rule {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly example: string;
  readonly counterExample: string;
  matches(line: string): boolean;
}
