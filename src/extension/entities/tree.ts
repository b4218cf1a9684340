import { ENTITY_TYPES, type EntityType } from '../../engine/analysis';
import type { EntityItem, Stretch } from '../../protocol';
import type { EntityModel } from './model';

export interface TypeNode { readonly kind: 'type'; readonly type: EntityType; entities: readonly EntityNode[] }
export interface EntityNode { readonly kind: 'entity'; entity: EntityItem; readonly parent: TypeNode }
export interface MentionNode { readonly kind: 'mention'; readonly range: Stretch; readonly index: number; readonly parent: EntityNode }
/** Some of many children: those from one on, counted from 0, up to but not with another. */
export interface PartNode { readonly kind: 'part'; readonly from: number; readonly to: number; readonly parent: TypeNode | EntityNode; readonly nodes: readonly (EntityNode | MentionNode)[] }
export type Node = TypeNode | EntityNode | MentionNode | PartNode;

/** Type → entity. Types in their fixed order, entities by number of mentions, equals in text order. Nodes stay the same objects from answer to answer. */
export class EntityTree {
  readonly #types = new Map<EntityType, TypeNode>();

  /** Types that have entities. */
  get roots(): TypeNode[] {
    return ENTITY_TYPES.flatMap((type) => { const node = this.#types.get(type); return node && node.entities.length > 0 ? [node] : []; });
  }

  /** Takes over what changed of some types; says whether types came or went. */
  update(model: EntityModel, types: readonly EntityType[]): { roots: boolean; changed: TypeNode[] } {
    const before = this.roots, changed = types.map((type) => this.#updateType(type, model.of(type))), { roots } = this;
    return { roots: roots.length !== before.length || roots.some((node, i) => node !== before[i]), changed };
  }

  #updateType(type: EntityType, items: readonly EntityItem[]): TypeNode {
    const node = this.#types.get(type) ?? { kind: 'type', type, entities: [] }, known = new Map(node.entities.map((entity) => [entity.entity.id, entity]));
    this.#types.set(type, node);
    node.entities = [...items].sort((a, b) => b.count - a.count).map((entity): EntityNode => {
      const same = known.get(entity.id);
      return same ? Object.assign(same, { entity }) : { kind: 'entity', entity, parent: node };
    });
    return node;
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
