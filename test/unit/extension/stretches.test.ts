import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/extension/decorations/marks';
import { Expansion } from '../../../src/extension/outline/expansion';
import type { OutlineNode } from '../../../src/extension/outline/node';
import { OutlineRows } from '../../../src/extension/outline/rows';
import { Stretch, type Shown } from '../../../src/extension/outline/stretches';
import { change, directive, modelOf, node } from './outlines';

const many = (count: number, from = 0): ReturnType<typeof node>[] => Array.from({ length: count }, (_, i) => node('paragraph', `第${from + i}段`, [from + i, from + i + 1]));
const sizes = (rows: readonly Shown[]): number[] => rows.map((row) => (row instanceof Stretch ? row.nodes.length : 1));
const rowsOf = (model = modelOf(many(1000))): OutlineRows => new OutlineRows('file:///a', model, '', new Expansion());

describe('long levels', () => {
  it('are shown in stretches, all nodes in their order', () => {
    expect(sizes(rowsOf(modelOf(many(200))).below())).toEqual(Array(200).fill(1));
    const rows = rowsOf();
    expect(sizes(rows.below())).toEqual([...Array<number>(8).fill(100), 200]);
    expect(rows.below().flatMap((row) => [...rows.below(row)])).toEqual([...rows.model!.nodes()]);
    for (const row of rows.below()) for (const below of rows.below(row)) expect(rows.above(below)).toBe(row);
  });

  it('have few stretches, however long they are', () => {
    expect(rowsOf(modelOf(many(100_000))).below().length).toBeLessThanOrEqual(200);
  });

  it('open with their first stretch; a node in a closed one is found at that', () => {
    const rows = rowsOf(), [first, second] = rows.below();
    expect([rows.isExpanded(first!), rows.isExpanded(second!)]).toEqual([true, false]);
    expect(rowsOf().rowFor(rows.model!.roots[50]!)).toBe(rows.model!.roots[50]);
    expect(rows.rowFor(rows.model!.roots[150]!)).toBe(second);
  });

  it('keep their stretches over edits; only what changed is drawn anew', () => {
    const rows = rowsOf(), before = [...rows.below()], [, second] = before;
    const inserted = rows.update(rows.model!.apply(change([150, { add: many(1, 5000) }])));
    expect(inserted).toEqual([second]);
    expect(rows.below()).toEqual(before);
    expect(sizes(rows.below())[1]).toBe(101);
    expect(rows.update(rows.model!.apply(change([150, { drop: 1 }])))).toEqual([second]);
    expect(rows.update(rows.model!.apply(change([150, { head: node('paragraph', '改过', [150, 151]) }])))).toEqual([rows.model!.roots[150]]);
    expect(rows.update(rows.model!.apply(change([100, { head: node('paragraph', '改过', [100, 101]) }])))).toEqual([second]);
    expect(rows.update(rows.model!.apply(change([], [[0, 1]])))).toEqual([]);
  });

  it('are parted anew where a stretch has become too long or has gone', () => {
    const rows = rowsOf();
    rows.below();
    expect(rows.update(rows.model!.apply(change([150, { add: many(150, 5000) }])))).toBe('all');
    expect(sizes(rows.below())).toEqual([100, 100, 150, ...Array<number>(6).fill(100), 200]);
    expect(rows.update(rows.model!.apply(change([{ drop: 120 }])))).toBe('all');
    expect(sizes(rows.below())).toEqual([80, 150, ...Array<number>(6).fill(100), 200]);
    expect(rows.update(rows.model!.apply(change([{ drop: 940 }])))).toBe('all');
    expect(sizes(rows.below())).toEqual(Array(90).fill(1));
  });
});

describe('the rows of an edit', () => {
  it('are those of the level that changed, and of what looks different above it', () => {
    const model = modelOf([node('section', '一', [0, 9], { children: [node('section', '（一）', [1, 4]), node('section', '（二）', [5, 9])] })]), rows = rowsOf(model), [top] = model.roots;
    rows.below(top);
    expect(rows.update(model.apply(change([{ below: [{ below: [{ add: [node('paragraph', '一段', [2, 3])] }] }] }])))).toEqual([top!.children[0]]);
    expect(rows.update(model.apply(change([{ below: [1, { below: [{ add: [node('directive', '要', [6, 7], { directive: directive() })] }] }] }])))).toEqual([top!.children[1], top]);
    expect(rows.update(model.apply(change([{ add: [node('closing', '完', [9, 9])] }])))).toBe('all');
  });
});

describe('marks in the overview ruler', () => {
  const directives = (...at: number[]): ReturnType<typeof modelOf> => modelOf(at.map((line) => node('directive', `${line}`, [line, line], { directive: directive() })));
  it('stand for each directive in a text of the usual length', () => expect(marksOf(directives(1, 3, 9).directives(), 100)).toEqual([[1, 1], [3, 3], [9, 9]]));
  it('stand for neighbours together in a very long one', () => expect(marksOf(directives(1, 3, 9, 90, 95).directives(), 20_000)).toEqual([[1, 9], [90, 95]]));
});

describe('an overview', () => {
  const model = modelOf([
    node('title', '题', [0, 1]), node('lead', '首段', [1, 2]),
    node('section', '一', [2, 9], { children: [node('directive', '要甲', [3, 5], { directive: directive(), children: [node('measure', '乙', [4, 5])] }), node('paragraph', '段', [5, 6])] }),
    node('item', '点', [9, 12], { children: [node('section', '深', [10, 11])] }),
  ]);
  const shown = (most: number): string[] => [...model.overview(most)].map(({ head }: OutlineNode) => head.label);
  it('has everything where there is room', () => expect(shown(100)).toEqual(['题', '首段', '一', '要甲', '乙', '段', '点', '深']));
  it('leaves out paragraphs first, then points, then requirements, and what is above a heading never', () => {
    expect(shown(6)).toEqual(['题', '一', '要甲', '乙', '点', '深']);
    expect(shown(5)).toEqual(['题', '一', '要甲', '点', '深']);
    expect(shown(4)).toEqual(['题', '一', '点', '深']);
    expect(shown(2)).toEqual(['题', '一']);
  });
});
