import { describe, expect, it } from 'vitest';
import { descriptionOf, whoToWhom } from '../../../src/extension/outline/describe';
import { Expansion } from '../../../src/extension/outline/expansion';
import { filterOutline, highlightsIn } from '../../../src/extension/outline/filter';
import type { OutlineModel } from '../../../src/extension/outline/model';
import { labelOf, shortLabelOf, type OutlineNode } from '../../../src/extension/outline/node';
import { OutlineRows } from '../../../src/extension/outline/rows';
import { shortLength } from '../../../src/server/outline/short-length';
import { tooltipMarkdown } from '../../../src/extension/outline/tooltip';
import { search, searchInSlices } from '../../../src/extension/pick/match';
import { searchableTexts } from '../../../src/extension/pick/pinyin';
import type { Translate } from '../../../src/extension/shared/words';
import type { OutlineItem } from '../../../src/protocol';
import { change, directive, modelOf, node } from './outlines';

const t: Translate = (message, ...args) => message.replace(/\{(\d+)\}/gu, (_, n: string) => String(args[Number(n)]));

const measure = node('measure', '清理沟渠', [4, 5]);
const order = node('directive', '抓好秋修水利', [3, 6], { marker: '一是', directive: directive({ deadline: '10月底前', targets: ['30公里'] }), children: [measure] });
const section = node('section', '提出要求', [2, 8], { children: [order, node('directive', '储备防汛物资', [6, 8], { directive: directive({ issuer: 'speaker' }) })] });
const outline = [node('title', '林溪调研水利工作', [0, 1]), section];
const make = (items: OutlineItem[] = outline): OutlineModel => modelOf(items);
const labels = (nodes: Iterable<OutlineNode>): string[] => [...nodes].map(({ head }) => head.label);

describe('outline', () => {
  it('finds the deepest node around a place', () => {
    const model = make();
    expect(model.at({ line: 4, character: 1 })?.head.label).toBe('清理沟渠');
    expect(model.at({ line: 2, character: 3 })?.head.label).toBe('提出要求');
    expect(model.at({ line: 30, character: 0 })).toBeUndefined();
  });

  it('lists directives in text order and gives equal ids keys of their own', () => {
    expect(labels(make().directives())).toEqual(['抓好秋修水利', '储备防汛物资']);
    expect([...make([measure, measure]).nodes()].map(({ key }) => key)).toEqual(['/measure:清理沟渠', '/measure:清理沟渠#2']);
  });

  it('tells what an answer changed: where nodes came and went, and what looks different', () => {
    const model = make(), [, sectionNode] = model.roots, [orderNode] = sectionNode!.children;
    const moved = model.apply(change([], [[2, 5]]));
    expect([moved.whole, moved.levels.size, moved.nodes.size, moved.directives]).toEqual([false, 0, 0, false]);
    expect(orderNode!.range).toEqual({ start: { line: 8, character: 0 }, end: { line: 11, character: 0 } });
    const renamed = model.apply(change([1, { head: node('section', '再提要求', [7, 13]), below: [1, { drop: 1 }, { add: [node('measure', '检修泵站', [10, 11])] }] }]));
    expect([...renamed.levels]).toEqual([sectionNode]);
    expect([...renamed.nodes]).toEqual([sectionNode]);
    expect(renamed.directives).toBe(true);
    expect(model.roots[1]).toBe(sectionNode);
    expect(labels(model.nodes())).toEqual(['林溪调研水利工作', '再提要求', '抓好秋修水利', '清理沟渠', '检修泵站']);
    expect(sectionNode!.contents).toEqual({ directives: 1, measures: 2 });
    expect(labels(model.directives())).toEqual(['抓好秋修水利']);
    const grown = model.apply(change([1, { head: node('section', '再提要求', [7, 14]) }]));
    expect([grown.levels.size, grown.nodes.size]).toEqual([0, 0]);
  });

  it('shows a marker as it is written', () => {
    expect(labelOf(order)).toBe('一是 抓好秋修水利');
    expect(labelOf(node('section', '总体要求', [0, 1], { marker: '二、' }))).toBe('二、总体要求');
  });

  it('says who wants what of whom by when', () => {
    const [, second] = make().roots;
    expect(descriptionOf(second!.children[0]!, t)).toBe('林溪 → 各镇 · 10月底前 · 30公里');
    expect(descriptionOf(second!, t)).toBe('2 directives · 1 measure');
    expect(whoToWhom(directive({ issuer: 'document' }), t)).toBe('this document → 各镇');
    expect(whoToWhom({ force: 'must' }, t)).toBe('');
  });

  it('opens everything but directives, and selects nothing that is closed away', () => {
    const expansion = new Expansion(), model = make(), rows = new OutlineRows('file:///a', model, '', expansion), deep = model.at({ line: 4, character: 1 })!;
    const selected = (of = rows): string => labelOf((of.rowFor(deep) as OutlineNode).head);
    expect(selected()).toBe('一是 抓好秋修水利');
    expansion.set('file:///a', deep.parent!, true);
    expect(selected()).toBe('清理沟渠');
    expansion.set('file:///a', deep.parent!.parent!, false);
    expect(selected()).toBe('提出要求');
    expect(selected(new OutlineRows('file:///b', model, '', expansion))).toBe('一是 抓好秋修水利');
    expect(selected(new OutlineRows('file:///a', model, '沟渠', expansion))).toBe('清理沟渠');
    expect(new OutlineRows('file:///a', model, '物资', expansion).rowFor(deep)).toBeUndefined();
  });

  it.each([
    ['抓好秋修水利', '抓好秋修水利'],
    ['压紧压实各级防汛责任，严格执行领导带班和全天值班制度，确保万无一失', '压紧压实各级防汛责任…'],
    ['加快推进“一河一策一档一图一表一码一库一网综合治理”', '加快推进…'],
    ['加快推进全市农村供水保障能力提升工程建设任务落地见效', '加快推进全市农村供水保障能力提升…'],
    ['“' + '长'.repeat(60), '“' + '长'.repeat(15) + '…'],
    ['“' + '𠮷'.repeat(60), '“' + '𠮷'.repeat(7) + '…'],
  ])('cuts a label for the tree: %s', (label, expected) => {
    const short = shortLength(label);
    expect(shortLabelOf(node('directive', label, [0, 1], short === undefined ? {} : { short }))).toBe(expected);
  });

  it('leaves less room where a marker stands before the label', () => {
    const label = '加快推进全市农村供水保障能力提升工程建设任务落地见效';
    expect(shortLength(label, '（十二）')).toBeLessThan(shortLength(label)!);
  });

  it.each([
    ['水利', ['林溪调研水利工作', '抓好秋修水利']],
    ['各镇', ['抓好秋修水利', '储备防汛物资']],
    ['没有的字', []],
  ])('filters by %s', (text, expected) => {
    const model = make(), { matching, shown } = filterOutline(model, text);
    expect(labels(matching)).toEqual(expected);
    for (const found of matching) for (let up = found.parent; up; up = up.parent) expect(shown.has(up)).toBe(true);
    if (text === '水利') expect(labels(shown)).toContain('清理沟渠');
  });

  it('marks what the filter found', () => {
    expect(highlightsIn('AbabA', 'ab')).toEqual([[0, 2], [2, 4]]);
    expect(highlightsIn('水利', '')).toEqual([]);
  });

  it('escapes the text of the file in its tooltip', () => {
    const text = tooltipMarkdown(node('directive', 'x', [0, 1], { directive: directive() }), { excerpt: '[点](command:evil)', rule: 'a`.b', ruleText: 'a rule', cue: '<b>要求' }, t);
    expect(text).not.toContain('](command:');
    expect(text).not.toContain('<b>');
    expect(text).toContain('`a.b`');
  });
});

describe('search', () => {
  const texts = ['抓好秋修水利', '储备防汛物资', '西区学校扩容'].map((text) => searchableTexts([text, '青山区']));
  const find = (query: string): string[] => search(query, texts, (entry) => entry).map((entry) => entry.texts[0]!);

  it.each([['秋修', 0], ['cbfx', 1], ['xuexiao', 2], ['抓水利', 0]])('%s', (query, index) => {
    expect(find(query)[0]).toBe(texts[index]!.texts[0]);
  });

  it('looks into the addressee too, wants every word, and finds nothing for nothing like it', () => {
    expect(find('qsq')).toHaveLength(3);
    expect(find('qsq 物资')).toEqual(['储备防汛物资']);
    expect(find('zzzz')).toEqual([]);
    expect(find('')).toHaveLength(3);
  });

  it('finds the same in slices, and nothing once it is not wanted any more', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => texts[i % 3]!), slow = (entry: (typeof texts)[number]): (typeof texts)[number] => { for (const end = performance.now() + 0.01; performance.now() < end;); return entry; };
    expect(await searchInSlices('秋修', many, slow, () => true)).toEqual(search('秋修', many, (entry) => entry));
    expect(await searchInSlices('秋修', many, slow, () => false)).toBeUndefined();
  });
});
