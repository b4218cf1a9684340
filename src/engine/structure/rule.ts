/**
 * A row of the rule register. `name` is what a node carries in `rule`; the texts say in a hover why the node is there; `example` is a
 * line the rule must fire on, `counterExample` one it must leave alone.
 */
export interface Rule {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  readonly example: string;
  readonly counterExample: string;
}
