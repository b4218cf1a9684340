import { readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import type { OutlineNode, ReportAnalysis } from '../../src/engine/analysis';
import { createEngine } from '../../src/engine/analyze';
import { damage, truthOf } from '../../scripts/damage.mjs';
import { allNodes, expectContract } from './analysis-contract';

const engine = createEngine({});
const read = (name: string): string => readFileSync(`samples/${name}.txt`, 'utf8');
const analyses = new Map<string, ReportAnalysis>();

/** The analysis of a sample, made once. */
function analysed(name: string): ReportAnalysis {
  const known = analyses.get(name) ?? engine.analyze(read(name));
  analyses.set(name, known);
  return known;
}
const nodes = (name: string): OutlineNode[] => allNodes(analysed(name).outline);
const labels = (list: readonly OutlineNode[], kind?: OutlineNode['kind']): string[] => list.filter((n) => !kind || n.kind === kind).map((n) => n.label);

/** The innermost requirement that begins with `words`. */
function requirement(name: string, words: string): OutlineNode {
  const found = nodes(name).filter((n) => ['directive', 'measure'].includes(n.kind) && read(name).startsWith(words, n.span.start));
  expect(found, words).toHaveLength(1);
  return found[0]!;
}
const directiveOf = (name: string, words: string): Partial<NonNullable<OutlineNode['directive']>> => requirement(name, words).directive ?? {};
const targetsOf = (name: string, words: string): string[] => (directiveOf(name, words).targets ?? []).map((t) => t.text);

/** Children that are part of the outline proper, looked up through the kinds that only group. */
function properChildren(node: OutlineNode): OutlineNode[] {
  return node.children.flatMap((c) => (['section', 'directive', 'measure', 'item'].includes(c.kind) ? [c] : properChildren(c)));
}
const at = (name: string, marker: string, label: string): OutlineNode => {
  const found = nodes(name).filter((n) => n.marker?.trim() === marker && n.label.startsWith(label));
  expect(found, marker + label).toHaveLength(1);
  return found[0]!;
};

describe.each([
  ['inspection', 'inspection'], ['inspection-damaged', 'inspection'], ['meeting', 'meeting'], ['speech', 'speech'], ['notice', 'notice'],
])('samples/%s.txt', (name, genre) => {
  test('is a report of its genre', () => {
    expect(analysed(name)).toMatchObject({ isReport: true, genre });
    expect(analysed(name).confidence).toBeGreaterThan(0.5);
  });
  test('keeps the contract', () => { expectContract(read(name), analysed(name)); });
});

describe('samples/inspection.txt', () => {
  const name = 'inspection';
  test('has the visits and the demands as sections', () => {
    expect(labels(nodes(name), 'section')).toEqual(['潜心研发，小轴承转出大市场', '医校协作，守好群众健康关', '“红色管家”进门，老小区有了新模样', expect.stringMatching(/具体要求$/u)]);
    expect(labels(nodes(name), 'title')).toEqual([]);
  });
  test('has thirteen directives of one issuer', () => {
    const directives = nodes(name).filter((n) => n.kind === 'directive');
    expect(directives).toHaveLength(13);
    expect(directives.map((n) => n.directive?.issuer)).toEqual(directives.map(() => '沈望川'));
  });
  test('reads 一是 to 六是 inside one paragraph', () => {
    const demands = nodes(name).find((n) => n.kind === 'section' && n.label.includes('具体要求'))!;
    expect(properChildren(demands).map((n) => [n.kind, n.marker, n.ordinal, n.label])).toEqual([
      ['directive', '一是', 1, '科技创新要再加力'], ['directive', '二是', 2, '产业升级要再提速'], ['directive', '三是', 3, '城市更新要再提质'],
      ['directive', '四是', 4, '改革开放要再突破'], ['directive', '五是', 5, '民生保障要再加码'], ['directive', '六是', 6, '安全底线要再筑牢'],
    ]);
    expect(properChildren(at(name, '一是', '科技')).map((n) => read(name).slice(n.span.start, n.span.start + 8))).toEqual(['在“育”字上做文', '在“引”字上做文', '在“转”字上做文']);
    expect(properChildren(at(name, '四是', '改革')).map((n) => read(name).slice(n.span.start, n.span.start + 5))).toEqual(['打造大平台', '打通大通道', '引进大项目']);
  });
  test('knows who must do it, by when and how much', () => {
    expect(directiveOf(name, '沈望川要求')).toMatchObject({ issuer: '沈望川', addressee: '汀澜区委', cue: '要求' });
    expect(directiveOf(name, '他叮嘱社区')).toMatchObject({ issuer: '沈望川', addressee: '社区', cue: '叮嘱' });
    expect(directiveOf(name, '三是')).toMatchObject({ deadline: '10月底前' });
    expect(targetsOf(name, '三是').join()).toContain('35个');
    expect(directiveOf(name, '当前和今后')).toMatchObject({ addressee: '汀澜区上下' });
    expect(targetsOf(name, '当前和今后').join()).toContain('6.5%');
  });
});

describe('samples/inspection-damaged.txt', () => {
  const simplified = Converter({ from: 'tw', to: 'cn' });
  const FULL: Record<string, string> = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？', '(': '（', ')': '）' };
  const plain = (s: string): string => simplified(s).replace(/[,:;!?()]/gu, (c) => FULL[c]!).replaceAll('嶽', '岳');

  test('is what the damage script makes of the clean sample', () => {
    expect(truthOf(read('inspection'))).toBe(readFileSync('test/fixtures/inspection-damaged.truth.txt', 'utf8'));
    expect(damage(truthOf(read('inspection')))).toBe(read('inspection-damaged'));
  });
  test('reads like the truth once repaired', () => {
    expect(plain(analysed('inspection-damaged').repairedText).split('\n')).toEqual(plain(truthOf(read('inspection'))).split('\n'));
  });
  test('has the outline of its clean twin', () => {
    const facts = (name: string): unknown[] => nodes(name).map((n) => [n.kind, n.marker, n.ordinal, plain(n.label), plain(n.directive?.issuer ?? ''), plain(n.directive?.addressee ?? ''), plain(n.directive?.deadline ?? '')]);
    expect(facts('inspection-damaged')).toEqual(facts('inspection').map((f) => (f as unknown[]).map((v) => (typeof v === 'string' ? plain(v) : v))));
  });
  test('has the entities of its clean twin', () => {
    const names = (name: string): string[] => analysed(name).entities.map((e) => `${e.type} ${plain(e.name)} ${e.mentions.length}`).sort();
    expect(names('inspection-damaged')).toEqual(names('inspection').map(plain));
  });
  test('points at the damaged characters', () => {
    const [first] = nodes('inspection-damaged').filter((n) => n.marker === '一是');
    expect(read('inspection-damaged').slice(first!.span.start).startsWith('一是科技創(chuàng)新')).toBe(true);
  });
});

describe('samples/meeting.txt', () => {
  const name = 'meeting';
  test('has headline and sub-headline as one title', () => {
    const titles = nodes(name).filter((n) => n.kind === 'title');
    expect(titles).toHaveLength(1);
    expect(titles[0]!.span.start).toBe(0);
    expect(titles[0]!.label).toMatch(/^市委常委会召开会议.*研究部署防汛抗旱和安全生产工作/u);
  });
  test('tells the meeting from the mayor', () => {
    for (const words of ['会议强调', '要压紧', '要强化', '要抓好', '任何单位', '会议明确', '市住房城乡建设局', '各县区要']) expect(directiveOf(name, words).issuer, words).toBe('会议');
    expect(directiveOf(name, '她要求')).toMatchObject({ issuer: '贺兰溪', addressee: '发展改革部门' });
  });
  test('requires nothing where the meeting reviews', () => {
    const review = read(name).indexOf('会议指出');
    const end = read(name).indexOf('\n', review);
    expect(labels(nodes(name).filter((n) => ['directive', 'measure'].includes(n.kind) && n.span.start >= review && n.span.start < end))).toEqual([]);
  });
  test('knows prohibition, deadline and target', () => {
    expect(directiveOf(name, '任何单位')).toMatchObject({ force: 'mustNot' });
    expect(directiveOf(name, '市住房城乡建设局')).toMatchObject({ addressee: '市住房城乡建设局' });
    expect(targetsOf(name, '会议明确').join()).toMatch(/97%.*85%/u);
  });
  test('reads 一要 to 三要', () => {
    const three = nodes(name).filter((n) => /^[一二三]要/u.test(n.marker ?? ''));
    expect(three.map((n) => n.ordinal)).toEqual([1, 2, 3]);
    expect(new Set(three.map((n) => n.kind)).size).toBe(1);
  });
});

describe('samples/speech.txt', () => {
  const name = 'speech';
  test('has its three points and the four tasks of the second', () => {
    expect(labels(nodes(name), 'title')).toEqual(['在全市乡村全面振兴工作推进会上的讲话']);
    const points = nodes(name).filter((n) => /^[一二三]、/u.test(n.marker ?? ''));
    expect(points.map((n) => n.label)).toEqual(['肯定成绩，正视差距，切实增强责任感', '突出重点，精准发力，抓好四项任务', '加强领导，压实责任，确保工作落到实处']);
    expect(properChildren(points[1]!).map((n) => [n.marker, n.label])).toEqual([
      ['（一）', '守牢粮食安全底线'], ['（二）', '做强乡村特色产业'], ['（三）', '建设宜居宜业和美乡村'], ['（四）', '提升乡村治理水平'],
    ]);
    expect(properChildren(at(name, '（二）', '做强')).map((n) => n.marker)).toEqual(['一是', '二是', '三是']);
  });
  test('has the speaker as issuer', () => {
    const issuers = nodes(name).filter((n) => n.kind === 'directive').map((n) => n.directive?.issuer);
    expect(issuers.length).toBeGreaterThan(0);
    expect(new Set(issuers)).toEqual(new Set(['speaker']));
  });
});

describe('samples/notice.txt', () => {
  const name = 'notice';
  test('joins the title broken over two lines', () => {
    expect(labels(nodes(name), 'title')).toEqual(['岚江市人民政府办公室关于加强托育服务机构安全管理工作的通知']);
  });
  test('has four sections, the second three levels deep', () => {
    const sections = nodes(name).filter((n) => /^[一二三四]、/u.test(n.marker ?? ''));
    expect(sections.map((n) => [n.kind, n.label])).toEqual([['section', '总体要求'], ['section', '重点任务'], ['section', '工作步骤'], ['section', '保障措施']]);
    const tasks = properChildren(sections[1]!);
    expect(labels(tasks)).toEqual(['规范登记备案', '落实安全责任', '强化队伍建设']);
    expect(tasks.map((n) => properChildren(n).map((c) => c.marker?.trim()))).toEqual([['1.', '2.'], ['1.', '2.'], ['1.', '2.']]);
    expect(properChildren(sections[3]!).map((n) => [n.kind, n.label])).toEqual([['directive', '加强组织领导'], ['directive', '加大投入力度'], ['directive', '严肃追责问责']]);
  });
  test('has the document as issuer', () => {
    expect(new Set(nodes(name).filter((n) => n.kind === 'directive').map((n) => n.directive?.issuer))).toEqual(new Set(['document']));
  });
  test('keeps the signature apart', () => {
    expect(nodes(name).filter((n) => n.kind === 'signature').map((n) => read(name).slice(n.span.start, n.span.end)).join('\n')).toContain('2026年7月10日');
  });
});

describe('entities that need no model', () => {
  const has = (name: string, type: string, written: string): boolean =>
    analysed(name).entities.some((e) => e.type === type && e.mentions.some((m) => m.text === written));

  test.each([
    ['inspection', 'PER', '沈望川'], ['inspection', 'TIME', '5月12日'], ['inspection', 'NUM', '21.6%'], ['inspection', 'NUM', '15亿元'],
    ['inspection', 'DOC', '《岚江市先进制造业三年行动方案（2026—2028年）》'], ['inspection', 'POS', '市委书记'], ['inspection', 'TERM', '“四个走深走实”'],
    ['meeting', 'PER', '贺兰溪'], ['meeting', 'TIME', '6月3日上午'], ['meeting', 'NUM', '126座'], ['meeting', 'DOC', '《岚江市推进城乡供水一体化实施方案》'],
    ['speech', 'TIME', '2026年3月18日'], ['speech', 'NUM', '186万吨'], ['speech', 'NUM', '65%'],
    ['notice', 'DOC', '岚政办发〔2026〕17号'], ['notice', 'DOC', '《托儿所、幼儿园建筑设计规范》'], ['notice', 'TIME', '2026年7月10日'], ['notice', 'NUM', '1200万元'],
  ])('%s: %s %s', (name, type, written) => { expect(has(name, type, written)).toBe(true); });
});
