import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../src/engine/analysis';
import { directiveRows, escapeMarkdown, outlineToMarkdown, titleOf, toCsv, toJson, toMarkdown, type LedgerWords } from '../../../src/ledger';

const words: LedgerWords = { number: '#', directive: 'Directive', issuer: 'Issuer', addressee: 'Addressee', deadline: 'Deadline', targets: 'Targets', source: 'Source', speaker: 'the speaker', document: 'this document' };
const at = (start: number, end: number): { start: number; end: number } => ({ start, end });
const node = (label: string, more: Partial<OutlineNode> = {}): OutlineNode =>
  ({ id: label, kind: 'directive', label, span: at(0, 9), labelSpan: at(3, 9), rule: 'r', children: [], ...more });
const locate = (offset: number): { line: number; character: number } => ({ line: 4, character: offset });
const outline: OutlineNode[] = [
  node('总体要求', { kind: 'section', children: [
    node('抓好"防汛",\n守住底线', {
      marker: '一是', directive: {
        issuer: '林之远', addressee: '各乡镇', force: 'must', deadline: '6月底前',
        targets: [{ text: '3座', span: at(0, 2) }, { text: '90%以上', span: at(2, 6) }],
      },
      children: [node('=HYPERLINK("x")', { kind: 'measure', directive: { force: 'should' } })],
    }),
  ] }),
];

describe('rows', () => {
  it('takes every node with a requirement, in text order, and leaves empty what the text does not say', () => {
    const rows = directiveRows(outline, '讲话.txt', locate);
    expect(rows).toEqual([
      { number: 1, directive: '抓好"防汛", 守住底线', issuer: '林之远', addressee: '各乡镇', deadline: '6月底前', targets: ['3座', '90%以上'], source: '讲话.txt:5:4' },
      { number: 2, directive: '=HYPERLINK("x")', issuer: '', addressee: '', deadline: '', targets: [], source: '讲话.txt:5:4' },
    ]);
  });
});

describe('formats', () => {
  const rows = directiveRows(outline, '讲话.txt', locate);

  it('writes CSV that Excel opens: byte-order mark, CRLF, quotes, no formula', () => {
    const csv = toCsv(rows, words);
    expect(csv.startsWith('\uFEFF#,Directive,Issuer')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain('1,"抓好""防汛"", 守住底线",林之远,各乡镇,6月底前,3座；90%以上,讲话.txt:5:4');
    expect(csv).toContain(`2,"'=HYPERLINK(""x"")",,,,,讲话.txt:5:4`);
  });

  it.each(['=1+1', '+1', '-1', '@x', ' =1', '＝1', '\t=1'])('keeps %j from being a formula', (cell) => {
    expect(toCsv([{ ...rows[0]!, directive: cell }], words)).toContain(`,"'${cell}",`);
  });

  it('writes a Markdown table in which cells are text', () => {
    const table = toMarkdown([{ ...rows[0]!, directive: 'a|b\n<b>[x](command:y)' }], words).split('\n');
    expect(table[2]).toContain(String.raw`| a\|b \<b\>\[x\](command:y) |`);
    expect(table[2]).toContain('| 讲话.txt:5:4 |');
    expect(table).toHaveLength(4);
  });

  it('names the issuer that has no name of its own', () => {
    const table = toMarkdown([{ ...rows[0]!, issuer: 'speaker' }, { ...rows[1]!, issuer: 'document' }], words);
    expect(table).toContain('| the speaker |');
    expect(table).toContain('| this document |');
  });

  it('writes JSON that reads back', () => {
    expect(JSON.parse(toJson(rows))).toEqual(rows);
  });

  it('escapes what Markdown, HTML, icons and writing direction could make of a text', () => {
    expect(escapeMarkdown('$(alert) &lt; http://a.b\u202Ec WWW.a.b 1. **x** _y_ a_b')).toBe(String.raw`\$(alert) \&lt; http\://a.bc WWW\.a.b 1. \*\*x\*\* \_y\_ a_b`);
    expect(['# a', '- a', '+ a', '1. a', '12) a', '---', '===', '> a', '    a'].map(escapeMarkdown)).toEqual(['\\# a', '\\- a', '\\+ a', '1\\. a', '12\\) a', '\\---', '\\===', '\\> a', 'a']);
  });
});

describe('outline as Markdown', () => {
  it('nests by level and names the parties', () => {
    expect(outlineToMarkdown(outline, words)).toBe('- 总体要求\n  - 一是抓好"防汛", 守住底线 *(林之远 → 各乡镇)*\n    - \\=HYPERLINK("x")\n');
    expect(outlineToMarkdown([], words)).toBe('');
  });

  it('never leaves a title empty', () => {
    expect(titleOf(node('', { marker: '1.' }))).toBe('1.');
    expect(titleOf(node(' '))).toBe('…');
  });
});
