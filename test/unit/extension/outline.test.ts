import { describe, expect, it } from 'vitest';
import { entityTree, contextOf, nodeKey } from '../../../src/extension/entities/model';
import { descriptionOf, whoToWhom } from '../../../src/extension/outline/describe';
import { Expansion } from '../../../src/extension/outline/expansion';
import { filterOutline, highlightsIn } from '../../../src/extension/outline/filter';
import { labelOf, OutlineModel, signatureOf } from '../../../src/extension/outline/model';
import { shortLabel } from '../../../src/extension/outline/short-label';
import { tooltipMarkdown } from '../../../src/extension/outline/tooltip';
import { search } from '../../../src/extension/pick/match';
import { searchableTexts } from '../../../src/extension/pick/pinyin';
import type { Translate } from '../../../src/extension/shared/words';
import type { DirectiveItem, OutlineItem, Range } from '../../../src/protocol';

const t: Translate = (message, ...args) => message.replace(/\{(\d+)\}/gu, (_, n: string) => String(args[Number(n)]));
const lines = (from: number, to: number): Range => ({ start: { line: from, character: 0 }, end: { line: to, character: 0 } });

function node(kind: OutlineItem['kind'], label: string, [from, to]: [number, number], more: Partial<OutlineItem> = {}): OutlineItem {
  return { id: label, kind, label, range: lines(from, to), labelRange: lines(from, from), excerpt: '', rule: 'a.rule', ruleText: 'a rule', children: [], ...more };
}

const directive = (more: Partial<DirectiveItem> = {}): DirectiveItem => ({ issuer: '林溪', addressee: '各镇', force: 'must', targets: [], ...more });

const measure = node('measure', '清理沟渠', [4, 5]);
const order = node('directive', '抓好秋修水利', [3, 6], { marker: '一是', directive: directive({ deadline: '10月底前', targets: [{ text: '30公里', range: lines(4, 4) }] }), children: [measure] });
const section = node('section', '提出要求', [2, 8], { children: [order, node('directive', '储备防汛物资', [6, 8], { directive: directive({ issuer: 'speaker' }) })] });
const outline = [node('title', '林溪调研水利工作', [0, 1]), section];
const make = (items: OutlineItem[] = outline): OutlineModel => new OutlineModel({ version: 1, isReport: true, confidence: 1, genre: 'inspection', repairCount: 0, directiveCount: 2, outline: items });

describe('outline', () => {
  it('finds the deepest node around a place', () => {
    const model = make();
    expect(model.at({ line: 4, character: 1 })?.item).toBe(measure);
    expect(model.at({ line: 2, character: 3 })?.item).toBe(section);
    expect(model.at({ line: 30, character: 0 })).toBeUndefined();
  });

  it('lists directives in text order and gives equal ids keys of their own', () => {
    expect(make().directives().map(({ item }) => item.label)).toEqual(['抓好秋修水利', '储备防汛物资']);
    expect([...make([measure, measure]).nodes()].map(({ key }) => key)).toEqual(['清理沟渠', '清理沟渠~2']);
  });

  it('is drawn anew for what it shows, not for where it stands', () => {
    const moved = make([outline[0]!, { ...section, range: lines(20, 28) }]), renamed = make([outline[0]!, { ...section, label: '再提要求' }]);
    expect(signatureOf(moved)).toBe(signatureOf(make()));
    expect(signatureOf(renamed)).not.toBe(signatureOf(make()));
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
    expect(whoToWhom({ force: 'must', targets: [] }, t)).toBe('');
  });

  it('opens everything but directives, and selects nothing that is closed away', () => {
    const expansion = new Expansion(), model = make(), deep = model.at({ line: 4, character: 1 })!;
    expect(expansion.visible('file:///a', deep).item).toBe(order);
    expansion.set('file:///a', deep.parent!, true);
    expect(expansion.visible('file:///a', deep)).toBe(deep);
    expansion.set('file:///a', deep.parent!.parent!, false);
    expect(expansion.visible('file:///a', deep).item).toBe(section);
    expect(expansion.visible('file:///b', deep).item).toBe(order);
  });

  it.each([
    ['抓好秋修水利', '抓好秋修水利'],
    ['压紧压实各级防汛责任，严格执行领导带班和全天值班制度，确保万无一失', '压紧压实各级防汛责任…'],
    ['加快推进“一河一策一档一图一表一码一库一网综合治理”', '加快推进…'],
    ['加快推进全市农村供水保障能力提升工程建设任务落地见效', '加快推进全市农村供水保障能力提升…'],
    ['“' + '长'.repeat(60), '“' + '长'.repeat(15) + '…'],
    ['“' + '𠮷'.repeat(60), '“' + '𠮷'.repeat(7) + '…'],
  ])('cuts a label for the tree: %s', (label, expected) => expect(shortLabel(label)).toBe(expected));

  it.each([
    ['水利', ['林溪调研水利工作', '抓好秋修水利']],
    ['各镇', ['抓好秋修水利', '储备防汛物资']],
    ['没有的字', []],
  ])('filters by %s', (text, expected) => {
    const model = make(), { matching, shown } = filterOutline(model, text);
    expect([...matching].map(({ item }) => item.label)).toEqual(expected);
    for (const found of matching) for (let up = found.parent; up; up = up.parent) expect(shown.has(up)).toBe(true);
    if (text === '水利') expect([...shown].map(({ item }) => item.label)).toContain('清理沟渠');
  });

  it('marks what the filter found', () => {
    expect(highlightsIn('AbabA', 'ab')).toEqual([[0, 2], [2, 4]]);
    expect(highlightsIn('水利', '')).toEqual([]);
  });

  it('escapes the text of the file in its tooltip', () => {
    const text = tooltipMarkdown(node('directive', 'x', [0, 1], { excerpt: '[点](command:evil)', rule: 'a`.b', directive: directive({ cue: '<b>要求' }) }), t);
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
});

describe('entities', () => {
  const mention = (text: string, line: number): { range: Range; text: string } => ({ range: lines(line, line), text });
  const tree = entityTree({ version: 1, entities: [
    { id: '1', type: 'ORG', name: '青山区水务局', mentions: [mention('区水务局', 3)] },
    { id: '2', type: 'PER', name: '程远', mentions: [mention('程远', 2)] },
    { id: '3', type: 'PER', name: '林溪', mentions: [mention('林溪', 1), mention('林溪', 4)] },
    { id: '4', type: 'LOC', name: '空', mentions: [] },
  ] });

  it('stand by type, those named most first', () => {
    expect(tree.map(({ type, entities }) => [type, entities.map(({ entity }) => entity.name)])).toEqual([['PER', ['林溪', '程远']], ['ORG', ['青山区水务局']]]);
    expect(tree[0]!.entities[0]!.mentions.map(nodeKey)).toEqual(['PER#林溪#0', 'PER#林溪#1']);
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
