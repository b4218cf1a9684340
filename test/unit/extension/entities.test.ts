import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../../src/engine/analysis';
import { contextOf } from '../../../src/extension/entities/context';
import { EntityModel } from '../../../src/extension/entities/model';
import { type EntityNode, EntityTree, nodeKey, parted } from '../../../src/extension/entities/tree';
import type { EntityItem } from '../../../src/protocol';

const item = (id: string, count: number): EntityItem => ({ id, name: id, count });
const lists = (some: Partial<Record<EntityType, EntityItem[]>>): Record<EntityType, EntityItem[]> => ({ PER: [], POS: [], ORG: [], LOC: [], TIME: [], NUM: [], DOC: [], TERM: [], ...some });
const names = (tree: EntityTree): unknown => tree.roots.map(({ type, entities }) => [type, entities.map(({ entity }) => entity.name)]);

function opened(): { model: EntityModel; tree: EntityTree } {
  const model = new EntityModel(), tree = new EntityTree();
  tree.update(model, model.apply({ version: 1, stamp: 1, entities: lists({ ORG: [item('青山区水务局', 1)], PER: [item('程远', 1), item('林溪', 2)] }) }).types);
  return { model, tree };
}

describe('entities', () => {
  it('stand by type, those named most first', () => {
    const { model, tree } = opened();
    expect(names(tree)).toEqual([['PER', ['林溪', '程远']], ['ORG', ['青山区水务局']]]);
    expect(tree.roots[0]!.entities.map(nodeKey)).toEqual(['PER#林溪', 'PER#程远']);
    expect(model.isEmpty).toBe(false);
    expect(new EntityModel().isEmpty).toBe(true);
  });

  it('change only in the types that are told of, and stay the same nodes', () => {
    const { model, tree } = opened(), [persons, bodies] = tree.roots, [person] = persons!.entities;
    const { types } = model.apply({ version: 2, stamp: 2, change: { PER: [{ drop: 1 }, { add: [item('程远', 3)] }] } });
    expect(types).toEqual(['PER']);
    expect(tree.update(model, types)).toEqual({ roots: false, changed: [persons] });
    expect(tree.roots).toEqual([persons, bodies]);
    expect(persons!.entities[1]).toBe(person);
    expect(names(tree)).toEqual([['PER', ['程远', '林溪']], ['ORG', ['青山区水务局']]]);
    expect(tree.update(model, model.apply({ version: 3, stamp: 3, change: { ORG: [{ drop: 1 }] } }).types).roots).toBe(true);
    expect(names(tree)).toEqual([['PER', ['程远', '林溪']]]);
  });

  it('are parted where they are many', () => {
    const tree = new EntityTree(), model = new EntityModel(), many = Array.from({ length: 450 }, (_, i) => item(`人${i}`, 1));
    tree.update(model, model.apply({ version: 1, stamp: 1, entities: lists({ PER: many }) }).types);
    const [persons] = tree.roots, parts = parted<EntityNode>(persons!.entities, persons!);
    expect(parts.map((part) => (part.kind === 'part' ? [part.from, part.to, part.nodes.length] : part))).toEqual([[0, 100, 100], [100, 200, 100], [200, 300, 100], [300, 400, 100], [400, 450, 50]]);
    expect(new Set(parts.map(nodeKey)).size).toBe(5);
    expect(parted<EntityNode>(persons!.entities.slice(0, 200), persons!)).toHaveLength(200);
  });

  it.each([
    ['今天上午，区委书记林溪来到北沟村，察看水渠修复情况，并同村民代表座谈交流意见建议', 9, 11, '…天上午，区委书记林溪来到北沟村，察看水渠修复情况，并同村民代表座谈交…', '林溪'],
    ['林溪强调', 0, 2, '林溪强调', '林溪'],
  ])('show a mention in its words', (line, start, end, text, marked) => {
    const context = contextOf(line, start, end);
    expect(context.text).toBe(text);
    expect(context.text.slice(...context.highlight)).toBe(marked);
  });
});
