import { firstAtOrAfter } from '../text';
import { STEP, type Block } from './block';
import type { StructureNode } from './node';
import type { Open, OpenNodes } from './open-nodes';
import type { Siblings } from './siblings';

/** The roots of a tree, the first of which may be its title; all that is new in it is put on the list. */
export interface Roots { readonly roots: Siblings; title: StructureNode | undefined; renewed: Siblings[] }

/**
 * Blocks that are placed again, one after the other. Once all are, what hangs in the tree because of them is exchanged, and nothing else is
 * touched but the nodes above.
 */
export class Stretch {
  /** how many nodes hung below which node because of these blocks in the last version */
  readonly #gone = new Map<Open | undefined, number>();
  /** the nodes that were made of these blocks in the last version */
  readonly #stood = new Set<StructureNode>();

  /** @param from number of the first block */
  constructor(private readonly from: number) {}

  /** Notes what a block had hung in the last version. */
  drop({ node, under }: Block): void {
    if (!node) return;
    this.#gone.set(under, (this.#gone.get(under) ?? 0) + 1);
    this.#stood.add(node);
  }

  /**
   * Hangs the nodes of all blocks.
   * @param blocks the blocks as they were placed now
   * @param open knows what was opened meanwhile
   * @param replaced nodes opened in these blocks that took the place of others, below which more hangs behind these blocks
   */
  *hang(blocks: readonly Block[], { levels, opened }: OpenNodes, replaced: ReadonlyMap<Open, Open>, tree: Roots): Generator<void, void> {
    const behind = new Map<StructureNode, readonly StructureNode[]>();
    for (const [now, before] of replaced) behind.set(now.node, before.node.children.slice(before.node.points + (this.#gone.get(before) ?? 0)));
    const known = <T extends Open | undefined>(open: T): T | Open => (open && replaced.get(open)) ?? open;
    for (const level of levels) level.open = known(level.open);
    for (const open of opened) open.under = known(open.under);
    for (const [now, before] of replaced) { before.node = now.node; before.under = now.under; }
    const come = new Map<StructureNode | undefined, StructureNode[]>(), above = new Set<Open | undefined>(this.#gone.keys());
    for (const [i, block] of blocks.entries()) {
      if (i % STEP === 0) yield;
      if (!block.node) continue;
      block.under = known(block.under);
      above.add(block.under);
      const list = come.get(block.under?.node);
      if (list) list.push(block.node); else come.set(block.under?.node, [block.node]);
    }
    // those below before those above
    for (let i = blocks.length - 1; i >= 0; i--) {
      if (i % STEP === 0) yield;
      const { node } = blocks[i]!;
      if (!node) continue;
      node.hold([...come.get(node) ?? [], ...behind.get(node) ?? []], this.#stood.has(node));
      if (node.changed) tree.renewed.push(node.below);
    }
    this.#exchange([...above].filter((open) => !open || open.node.span.paragraph.index < this.from), come, tree);
  }

  /** Exchanges what hangs below nodes that stand before these blocks, and renews all above them. */
  #exchange(above: readonly (Open | undefined)[], come: ReadonlyMap<StructureNode | undefined, readonly StructureNode[]>, { roots, title, renewed }: Roots): void {
    const first = title ? 1 : 0, waiting = new Map<Open | undefined, StructureNode[]>(above.map((open) => [open, []]));
    for (;;) {
      const open = deepest(waiting), below = open?.node.below ?? roots, news = waiting.get(open), skipped = open ? 0 : first;
      if (!news) return;
      waiting.delete(open);
      for (const node of news) below.renew(firstAt(below.nodes, node.span.paragraph.index, skipped));
      below.exchange(firstAt(below.nodes, this.from, skipped), this.#gone.get(open) ?? 0, come.get(open?.node) ?? []);
      open?.node.reach();
      if (below.changed) renewed.push(below);
      if (!open || !below.changed) continue;
      const known = waiting.get(open.under);
      if (known) known.push(open.node); else waiting.set(open.under, [open.node]);
    }
  }
}

/** Number of the first of some nodes, but for those skipped, that stands at or behind a paragraph. */
const firstAt = (nodes: readonly StructureNode[], index: number, skipped: number): number => firstAtOrAfter(nodes, index, ({ span }) => span.paragraph, skipped);

/** The open node that begins last; none where only the roots are left. */
function deepest(waiting: ReadonlyMap<Open | undefined, unknown>): Open | undefined {
  let last: Open | undefined;
  for (const open of waiting.keys()) if (open && (!last || open.node.span.paragraph.index > last.node.span.paragraph.index)) last = open;
  return last;
}
