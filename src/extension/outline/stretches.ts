import type { OutlineNode } from './node';

/** Nodes that a level shows one below the other; of more it shows stretches. */
const MOST = 200;
/** Nodes in a stretch when it is made; it grows up to twice as many. Levels of very many nodes have longer ones, so that stretches stay few. */
const SIZE = 100;

/** Neighbours in a level that has too many nodes to show them all. It stays the same object while nodes come and go in it. */
export class Stretch {
  nodes: readonly OutlineNode[] = [];

  /** @param key unique in its document, as long as that is open */
  constructor(readonly key: string, readonly parent: OutlineNode | undefined) {}
}

/** What a level shows. */
export type Shown = OutlineNode | Stretch;

interface Level { readonly children: readonly OutlineNode[]; readonly stretches: readonly Stretch[] }
/** Which stretches are new, gone or hold other nodes than before; everything, where the level itself is to be shown anew. */
export type LevelChange = 'all' | readonly Stretch[];

/** Parts long levels of an outline into stretches that stay as they are where nothing changed. */
export class Stretches {
  readonly #levels = new WeakMap<object, Level>();
  readonly #homes = new WeakMap<OutlineNode, Stretch>();
  #count = 0;

  /** What the level of these children shows. */
  shown(parent: OutlineNode | undefined, children: readonly OutlineNode[]): readonly Shown[] {
    this.update(parent, children);
    return this.#levels.get(parent ?? this)?.stretches ?? children;
  }

  /** What a node stands in: its stretch or its parent. */
  above(node: OutlineNode): Shown | undefined {
    return this.#levels.has(node.parent ?? this) ? this.#homes.get(node) : node.parent;
  }

  /** Takes over which nodes a level has now. */
  update(parent: OutlineNode | undefined, children: readonly OutlineNode[]): LevelChange {
    const owner = parent ?? this, before = this.#levels.get(owner);
    if (before?.children === children) return [];
    if (children.length <= (before ? SIZE : MOST)) { this.#levels.delete(owner); return 'all'; }
    const stretches = this.#fill(parent, children, before?.stretches ?? []), isSame = before?.stretches.length === stretches.length && stretches.every(({ stretch }, i) => stretch === before.stretches[i]);
    for (const { stretch, nodes } of stretches) for (const node of nodes) this.#homes.set(node, stretch);
    const changed = stretches.filter(({ stretch, nodes }) => nodes.length !== stretch.nodes.length || nodes.some((node, i) => node !== stretch.nodes[i]));
    for (const { stretch, nodes } of changed) stretch.nodes = nodes;
    this.#levels.set(owner, { children, stretches: stretches.map(({ stretch }) => stretch) });
    return isSame ? changed.map(({ stretch }) => stretch) : 'all';
  }

  /** The children in their old stretches, new ones in that of their neighbour; what has become too long is parted. */
  #fill(parent: OutlineNode | undefined, children: readonly OutlineNode[], old: readonly Stretch[]): { stretch: Stretch; nodes: OutlineNode[] }[] {
    const size = Math.max(SIZE, Math.ceil(children.length / MOST)), known = new Set(old), filled: { stretch: Stretch; nodes: OutlineNode[] }[] = [];
    let own: OutlineNode[] = [], stretch: Stretch | undefined;
    const close = (): void => {
      for (let from = 0; from < own.length;) {
        const nodes = own.slice(from, own.length - from <= 2 * size ? own.length : from + size);
        filled.push({ stretch: from === 0 && stretch ? stretch : new Stretch(`stretch:${++this.#count}`, parent), nodes });
        from += nodes.length;
      }
      own = [];
    };
    for (const child of children) {
      const home = this.#homes.get(child);
      if (home && known.has(home)) {
        if (stretch) close();
        stretch = home;
        known.delete(home);
      }
      own.push(child);
    }
    close();
    return filled;
  }
}
