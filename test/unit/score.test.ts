import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Directive, Entity, NodeKind, OutlineNode, ReportAnalysis } from '../../src/engine/analysis';
import type { Gold, ScoredNode } from '../../scripts/score/gold';
import { pairNodes } from '../../scripts/score/outline';
import { jsonReport, textReport } from '../../scripts/score/print';
import { figuresOf, genreOfName, scoreDocument } from '../../scripts/score/score';

const NAME = '001-meeting-bridge';
const text = readFileSync(`test/fixtures/gold/${NAME}.txt`, 'utf8');
const gold = JSON.parse(readFileSync(`test/fixtures/gold/${NAME}.gold.json`, 'utf8')) as Gold;

const spanOf = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
function node(kind: NodeKind, words: string, directive?: Partial<Directive>, children: OutlineNode[] = []): OutlineNode {
  return { id: words, kind, label: words, span: spanOf(words), labelSpan: spanOf(words), rule: 'test', children, ...(directive && { directive: { force: 'must', ...directive } }) };
}
function entity(type: Entity['type'], name: string, ...mentions: [string, number?][]): Entity {
  return {
    id: type + name, type, name, facts: {},
    mentions: mentions.map(([words, from = 0]) => ({ text: words, start: text.indexOf(words, from), end: text.indexOf(words, from) + words.length, rule: 'test' })),
  };
}
function analysis(outline: OutlineNode[], entities: Entity[]): ReportAnalysis {
  return { schema: 1, isReport: true, confidence: 1, genre: 'meeting', outline, entities, defects: [], repairedText: text };
}

const second = text.indexOf('高石青强调');
const PERFECT = analysis(
  [node('title', '镇政府召开'), node('directive', '高石青强调', { issuer: '高石青', addressee: '各村' }), node('directive', '要落实', { issuer: '高石青', addressee: '各村' })],
  [
    entity('ORG', '溪南镇政府', ['镇政府']), entity('TIME', '4月2日', ['4月2日']), entity('LOC', '溪南镇', ['溪南镇']), entity('POS', '镇长', ['镇长']),
    entity('PER', '高石青', ['高石青'], ['高石青', second]), entity('NUM', '8万元', ['8万元']), entity('TIME', '去年', ['去年']),
  ],
);
const FLAWED = analysis(
  [
    node('title', '镇政府召开'),
    // a kind that only groups is looked through; its child is one level too deep for the gold all the same, under a false section
    node('section', '4月2日', undefined, [node('group', '高石青强调', undefined, [node('measure', '高石青强调', { issuer: '高石青' })])]),
    node('directive', '要落实', { issuer: '会议', addressee: '各村' }),
  ],
  [entity('PER', '高石青', ['高石青']), entity('PER', '高石青 (2)', ['高石青', second]), entity('ORG', '溪南镇', ['溪南镇'])],
);

const figures = (given: ReportAnalysis): ReturnType<typeof figuresOf> => figuresOf([scoreDocument(NAME, text, gold, given)]);

describe('figures', () => {
  test('are 1 for an analysis that says what the gold says', () => {
    const { documents, entityF1ByType, ...rest } = figures(PERFECT);
    expect(documents).toBe(1);
    expect(new Set([...Object.values(rest), ...Object.values(entityF1ByType)])).toEqual(new Set([1]));
  });

  test('count what is missed, found in excess and mistaken', () => {
    expect(figures(FLAWED)).toMatchObject({
      nodeF1: 6 / 7, // 3 of 3 wanted, 4 found
      sectionF1: 0, titleF1: 1, requirementF1: 1,
      kindAccuracy: 2 / 3, parentAccuracy: 2 / 3, issuerAccuracy: 1 / 2, addresseeAccuracy: 1 / 2,
      entityF1: 4 / 11, // 2 right, 3 found, 8 wanted
      linkF1: 0,
    });
    expect(figures(FLAWED).entityF1ByType).toMatchObject({ PER: 1, ORG: 0, LOC: 0, TERM: 1 });
  });

  test('are those of an empty analysis where nothing is found', () => {
    expect(figures(analysis([], []))).toMatchObject({ nodeF1: 0, requirementF1: 0, sectionF1: 1, kindAccuracy: 1, entityF1: 0, linkF1: 1 });
  });

  test('sum over documents before dividing', () => {
    const both = figuresOf([scoreDocument(NAME, text, gold, PERFECT), scoreDocument(NAME, text, gold, FLAWED)]);
    expect(both).toMatchObject({ documents: 2, nodeF1: 12 / 13, kindAccuracy: 5 / 6 });
  });

  test('leave entities out where none are annotated', () => {
    expect(figuresOf([scoreDocument(NAME, text, { outline: gold.outline }, PERFECT)]).entityF1ByType).toEqual({});
  });
});

test('nodes pair with the nearest within two code units, once each', () => {
  const nodesAt = (...starts: number[]): ScoredNode[] => starts.map((start) => ({ start, kind: 'item', label: '', parent: -1 }));
  expect([...pairNodes(nodesAt(10, 12, 30), nodesAt(11, 12, 33))]).toEqual([[1, 1], [0, 0]]);
});

test('opening marks before a node count for neither side', () => {
  const quoted = '“新”要求。', one: Gold = { outline: [{ start: 0, level: 1, kind: 'item', label: '新' }] };
  const start = { start: 1, end: 5 };
  const given = analysis([{ ...node('item', '新'), span: start, labelSpan: start }], []);
  expect(figuresOf([scoreDocument('x', quoted, one, given)]).nodeF1).toBe(1);
});

test('the genre is what the file name says', () => {
  expect(genreOfName('024-meeting-education')).toBe('meeting');
  expect(genreOfName('seed')).toBeUndefined();
  expect(scoreDocument('seed', text, gold, PERFECT)).toMatchObject({ genre: 'meeting', genreRight: undefined });
  expect(scoreDocument('001-notice-x', text, gold, PERFECT)).toMatchObject({ genre: 'notice', genreRight: false });
});

describe('reports', () => {
  const documents = [scoreDocument(NAME, text, gold, FLAWED)];
  test('the text names the misses with their rules on demand', () => {
    expect(textReport(documents, false)).not.toContain('extra');
    expect(textReport(documents, true)).toContain(`${NAME}: extra section at ${text.indexOf('4月2日')} 4月2日，溪南镇镇长高石青主持召开桥梁养护工作会 [test]`);
    expect(textReport(documents, true)).toContain('missed LOC 溪南镇');
  });
  test('the table has a row a genre and one for all', () => {
    expect(textReport(documents, false)).toMatch(/\| meeting \| 1 \| 0\.857 \|.*\n\| all \| 1 \| 0\.857 \|/u);
  });
  test('the JSON has the figures, by genre and by document', () => {
    const report = JSON.parse(jsonReport(documents, true)) as { nodeF1: number; byGenre: Record<string, { documents: number }>; perDocument: { name: string; misses: string[] }[] };
    expect(report.nodeF1).toBeCloseTo(6 / 7);
    expect(report.byGenre['meeting']?.documents).toBe(1);
    expect(report.perDocument[0]?.misses.length).toBeGreaterThan(5);
  });
});
