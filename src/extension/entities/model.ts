import { ENTITY_TYPES, type EntityType } from '../../engine/analysis';
import type { EntitiesResult, EntityItem, Range } from '../../protocol';

export interface TypeNode { kind: 'type'; type: EntityType; entities: EntityNode[] }
export interface EntityNode { kind: 'entity'; entity: EntityItem; parent: TypeNode; mentions: MentionNode[] }
export interface MentionNode { kind: 'mention'; range: Range; text: string; index: number; parent: EntityNode }
export type Node = TypeNode | EntityNode | MentionNode;

/** Type → entity → mentions. Types in their fixed order, entities by number of mentions, equals in text order. */
export function entityTree({ entities }: EntitiesResult): TypeNode[] {
  return ENTITY_TYPES.map((type) => {
    const node: TypeNode = { kind: 'type', type, entities: [] };
    node.entities = entities.filter((entity) => entity.type === type && entity.mentions.length > 0)
      .sort((a, b) => b.mentions.length - a.mentions.length)
      .map((entity) => entityNode(entity, node));
    return node;
  }).filter(({ entities: found }) => found.length > 0);
}

function entityNode(entity: EntityItem, parent: TypeNode): EntityNode {
  const node: EntityNode = { kind: 'entity', entity, parent, mentions: [] };
  node.mentions = entity.mentions.map(({ range, text }, index) => ({ kind: 'mention', range, text, index, parent: node }));
  return node;
}

/** Identity of a node over refreshes. Entity ids may be numbers of one analysis, so the name stands for the entity. */
export function nodeKey(node: Node): string {
  switch (node.kind) {
    case 'type': return node.type;
    case 'entity': return `${node.entity.type}#${node.entity.name}`;
    case 'mention': return `${nodeKey(node.parent)}#${node.index}`;
  }
}

/** Characters of the line shown before and after a mention. */
const BEFORE = 8, AFTER = 24;

/** A mention in the words around it: the text, and where in it the mention stands. */
export interface Context { text: string; highlight: [number, number] }

/** Cuts the words around a mention out of its line. */
export function contextOf(line: string, start: number, end: number): Context {
  const from = Math.max(0, start - BEFORE), to = Math.min(line.length, end + AFTER);
  const head = `${from > 0 ? '…' : ''}${line.slice(from, start)}`.trimStart();
  const mention = line.slice(start, end), tail = `${line.slice(end, to)}${to < line.length ? '…' : ''}`.trimEnd();
  return { text: head + mention + tail, highlight: [head.length, head.length + mention.length] };
}
