import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../src/extension/entities/context';
import { EntityModel } from '../../../src/extension/entities/model';
import { type EntityNode, EntityTree, nodeKey, parted } from '../../../src/extension/entities/tree';
import type { EntityItem } from '../../../src/protocol';

const item = (id: string, count: number): EntityItem => ({ id, name: id, count });
const names = (tree: EntityTree): unknown => tree.roots.map(({ type, entities }) => [type, entities.map(({ entity }) => entity.name)]);

function opened(): { model: EntityModel; tree: EntityTree } {
  const model = new EntityModel(), tree = new EntityTree();
  tree.update(model, model.apply({ version: 1, stamp: 1, isChange: false, entities: { ORG: [item('青山区水务局', 1)], PER: [item('程远', 1), item('林溪', 2)], LOC: [] } }).types);
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
    const { types } = model.apply({ version: 2, stamp: 2, isChange: true, entities: { PER: [item('程远', 3), item('林溪', 2)] } });
    expect(types).toEqual(['PER']);
    expect(tree.update(model, types)).toEqual({ roots: false, changed: [persons] });
    expect(tree.roots).toEqual([persons, bodies]);
    expect(persons!.entities[1]).toBe(person);
    expect(names(tree)).toEqual([['PER', ['程远', '林溪']], ['ORG', ['青山区水务局']]]);
    expect(tree.update(model, model.apply({ version: 3, stamp: 3, isChange: true, entities: { ORG: [] } }).types).roots).toBe(true);
    expect(names(tree)).toEqual([['PER', ['程远', '林溪']]]);
  });

  it('are parted where they are many', () => {
    const tree = new EntityTree(), model = new EntityModel(), many = Array.from({ length: 450 }, (_, i) => item(`人${i}`, 1));
    tree.update(model, model.apply({ version: 1, stamp: 1, isChange: false, entities: { PER: many } }).types);
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
