import type { Expansion } from './expansion';
import { type FilteredOutline, filterOutline } from './filter';
import type { OutlineModel, OutlineUpdate } from './model';
import type { OutlineNode } from './node';
import { Stretch, Stretches, type Shown } from './stretches';

/** What is new in an outline, as far as rows go. */
export type News = Pick<OutlineUpdate, 'whole' | 'levels' | 'nodes'>;

/** The rows that the tree shows of an outline, or of the part of it that a filter leaves. */
export class OutlineRows {
  readonly #filtered: FilteredOutline | undefined;
  readonly #stretches = new Stretches();

  constructor(readonly uri: string, readonly model: OutlineModel | undefined, readonly filter: string, private readonly expansion: Expansion) {
    this.#filtered = model && filter !== '' ? filterOutline(model, filter) : undefined;
  }

  /** Nodes that match the filter; `undefined` where there is none. */
  get matches(): number | undefined { return this.#filtered?.matching.size; }

  /** Rows below a row, or the outermost ones. */
  below(row?: Shown): readonly Shown[] {
    return row instanceof Stretch ? row.nodes : this.#stretches.shown(row, this.#childrenOf(row));
  }

  above(row: Shown): Shown | undefined {
    return row instanceof Stretch ? row.parent : this.#stretches.above(row);
  }

  /** Is there anything below the row? */
  isInner(row: Shown): boolean { return row instanceof Stretch || this.#childrenOf(row).length > 0; }

  /** Is what is below the row shown, as far as that is for us to say? A filter opens what it leaves, but not all of a long level. */
  isExpanded(row: Shown): boolean {
    if (!(row instanceof Stretch)) return this.#filtered !== undefined || this.expansion.isExpanded(this.uri, row);
    return this.expansion.isExpanded(this.uri, row) ?? this.below(row.parent)[0] === row;
  }

  /** The row to select for a node, without opening anything: its own, or the outermost closed one above it; nothing where the filter leaves none. */
  rowFor(node: OutlineNode): Shown | undefined {
    if (this.#filtered && !this.#filtered.shown.has(node)) return undefined;
    this.#place(node);
    let found: Shown = node;
    for (let up = this.above(node); up; up = this.above(up)) if (!this.isExpanded(up)) found = up;
    return found;
  }

  /** The rows to be drawn anew, or all of them. */
  update({ whole, levels, nodes }: News): readonly Shown[] | 'all' {
    if (whole || this.#filtered) return 'all';
    const rows = new Set<Shown>();
    for (const level of levels) {
      if (level && !level.isThere) continue;
      const changed = this.#stretches.update(level, this.#childrenOf(level));
      if (changed !== 'all') for (const row of changed) rows.add(row);
      else if (level) rows.add(level);
      else return 'all';
    }
    for (const node of nodes) if (node.isThere) rows.add(this.#named(node));
    return [...rows];
  }

  #childrenOf(parent: OutlineNode | undefined): readonly OutlineNode[] {
    const all = parent ? parent.children : this.model?.roots ?? [], shown = this.#filtered?.shown;
    return shown ? all.filter((child) => shown.has(child)) : all;
  }

  /** Sees to it that the stretches above a node are made. */
  #place(node: OutlineNode): void {
    for (let at: OutlineNode | undefined = node; at; at = at.parent) this.below(at.parent);
  }

  /** The row that tells the name of a node: its own, or that of the stretch which is called by it. */
  #named(node: OutlineNode): Shown {
    const above = this.#stretches.above(node);
    return above instanceof Stretch && (above.nodes[0] === node || above.nodes.at(-1) === node) ? above : node;
  }
}
