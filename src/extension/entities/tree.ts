import { ENTITY_TYPES, type EntityType } from '../../engine/analysis';
import type { EntityItem, Stretch } from '../../protocol';
import type { EntityModel } from './model';

export interface EntityNode { readonly kind: 'entity'; entity: EntityItem; readonly parent: TypeNode }
export interface MentionNode { readonly kind: 'mention'; readonly range: Stretch; readonly index: number; readonly parent: EntityNode }
/** Some of many children: those from one on, counted from 0, up to but not with another. */
export interface PartNode { readonly kind: 'part'; readonly from: number; readonly to: number; readonly parent: TypeNode | EntityNode; readonly nodes: readonly (EntityNode | MentionNode)[] }
export type Node = TypeNode | EntityNode | MentionNode | PartNode;

/** A type. Its nodes are made only when somebody looks at them, and stay the same objects from answer to answer. */
export class TypeNode {
  readonly kind = 'type';
  #items: readonly EntityItem[] = [];
  #nodes: readonly EntityNode[] = [];
  #isStale = false;

  constructor(readonly type: EntityType) {}

  get size(): number { return this.#items.length; }

  /** Takes over the entities in text order. */
  take(items: readonly EntityItem[]): void {
    this.#items = items;
    this.#isStale = true;
  }

  /** Its entities by number of mentions, equals in text order. */
  get entities(): readonly EntityNode[] {
    if (!this.#isStale) return this.#nodes;
    this.#isStale = false;
    const known = new Map(this.#nodes.map((node) => [node.entity.id, node]));
    return this.#nodes = [...this.#items].sort((a, b) => b.count - a.count).map((entity): EntityNode => {
      const same = known.get(entity.id);
      return same ? Object.assign(same, { entity }) : { kind: 'entity', entity, parent: this };
    });
  }
}

/** Type → entity, types in their fixed order. */
export class EntityTree {
  readonly #types = ENTITY_TYPES.map((type) => new TypeNode(type));

  /** Types that have entities. */
  get roots(): TypeNode[] { return this.#types.filter(({ size }) => size > 0); }

  /** Takes over what changed of some types; says whether types came or went. */
  update(model: EntityModel, types: readonly EntityType[]): { roots: boolean; changed: TypeNode[] } {
    const before = this.roots, changed = this.#types.filter(({ type }) => types.includes(type));
    for (const node of changed) node.take(model.of(node.type));
    const { roots } = this;
    return { roots: roots.length !== before.length || roots.some((node, i) => node !== before[i]), changed };
  }
}

/** Children shown one below the other at most; more are parted. */
const MOST = 200, PART = 100;

/** The children themselves, or parts of them where they are many. */
export function parted<T extends EntityNode | MentionNode>(nodes: readonly T[], parent: TypeNode | EntityNode): readonly (T | PartNode)[] {
  if (nodes.length <= MOST) return nodes;
  const size = Math.max(PART, Math.ceil(nodes.length / MOST));
  return Array.from({ length: Math.ceil(nodes.length / size) }, (_, i) => {
    const from = i * size, part = nodes.slice(from, from + size);
    return { kind: 'part', from, to: from + part.length, parent, nodes: part };
  });
}

/** Identity of a node over refreshes. */
export function nodeKey(node: Node): string {
  switch (node.kind) {
    case 'type': return node.type;
    case 'entity': return `${node.parent.type}#${node.entity.id}`;
    case 'mention': return `${nodeKey(node.parent)}#${node.index}`;
    case 'part': return `${nodeKey(node.parent)}#${node.from}–`;
  }
}
