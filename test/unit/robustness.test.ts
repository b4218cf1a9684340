import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/analyze';
import { loadResources } from '../../src/node/resources';
import { expectContract } from './analysis-contract';

const engine = createEngine({});
/** The engine as a user has it: with segmenter, recognizer and gazetteers. */
const full = createEngine((await loadResources()).resources);
const sample = readFileSync('samples/inspection.txt', 'utf8');
const BYTES = String.fromCharCode(...Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 3)) % 256));

/** Name and text; nothing in them may throw, hang or break the contract. */
const HOSTILE: [string, string][] = [
  ['nothing', ''],
  ['white space', ' \t\u3000\u00A0\r\n\n\r\u2028'],
  ['one character', '一'],
  ['digits', '0123456789'.repeat(2000)],
  ['dates run together', '2026年5月12日'.repeat(2000)],
  ['dates with weekdays', '9月7日（星期五）'.repeat(5000)],
  ['amounts run together', '3吨'.repeat(50_000)],
  ['places in the wrong province', '江苏省杭州市。江苏省杭州市'.repeat(2000)],
  ['names of one sound and titles that change', '副县长陆晨晖强调。县长陆晨晖要求。县长陆晨辉指出，'.repeat(2000)],
  ['only 一是', '一是'.repeat(5000)],
  ['only 一是 on lines', '一是\n'.repeat(5000)],
  ['only opening quotation marks', '“'.repeat(20_000)],
  ['quotation marks in disorder', '”“’‘」「』『《》'.repeat(2000)],
  ['nested brackets', '（'.repeat(10_000) + '）'.repeat(10_000)],
  ['nested book marks', '《'.repeat(10_000) + '》'.repeat(10_000)],
  ['markers on lines', '一、工作\n（一）任务\n1.要落实\n'.repeat(17_000)],
  ['markers in one line', '一是要落实；二是要推进；三是要加强。'.repeat(17_000)],
  ['cue verbs', '会议强调要求指出'.repeat(5000)],
  ['only 要', '要'.repeat(20_000)],
  ['sentence ends', '。！？；'.repeat(5000)],
  ['dashes', '—'.repeat(20_000)],
  ['Chinese numerals', '一二三四五六七八九十百千万亿'.repeat(2000)],
  ['pinyin in brackets', '區(qū)(qū)((qū)'.repeat(3000)],
  ['damage without sense', '?!靶聟菂^?(qū)?'.repeat(2000)],
  ['lone surrogates', 'a\uD800b\uDC00要\uDFFF\uD83D。一是\uD800'.repeat(500)],
  ['characters beyond the BMP', '𠮷野要求，𡈽木要加强😀。'.repeat(500)],
  ['combining marks', `要${'\u0301'.repeat(5000)}加强`],
  ['bytes', BYTES],
  ['zero characters', '\0'.repeat(5000) + '要加强\0管理。'],
  ['replacement and private characters', '要\uFFFD加\uE000强\uFEFF管\u200B理。'.repeat(500)],
  ['HTML entities', '&nbsp;&#x4e00;&#20108;&lt;要&gt;&amp'.repeat(1000)],
  ['names of object members', '__proto__ constructor toString hasOwnProperty 要 valueOf'.repeat(50)],
];

describe('any text at all', () => {
  test.each(HOSTILE)('%s', { timeout: 60_000 }, (_, text) => {
    const analysis = engine.analyze(text);
    expectContract(text, analysis);
    expect(engine.outline(text).outline).toEqual(analysis.outline);
  });

  test.each(HOSTILE)('%s, with every resource', { timeout: 60_000 }, (_, text) => { expectContract(text, full.analyze(text)); });

  test('a line of 300,000 characters', { timeout: 60_000 }, () => {
    const line = sample.replaceAll('\n', '');
    const text = line.repeat(Math.ceil(300_000 / line.length)).slice(0, 300_000);
    expectContract(text, full.analyze(text));
  });

  test('five megabytes', { timeout: 120_000 }, () => {
    const text = sample.repeat(Math.ceil(5_000_000 / Buffer.byteLength(sample)));
    expectContract(text, full.analyze(text));
  });
});

describe('line ends and marks of encodings', () => {
  const labels = (text: string): string[] => {
    const analysis = engine.analyze(text);
    expectContract(text, analysis);
    return analysis.outline.map((n) => `${n.kind} ${n.label}`);
  };

  test.each([['CRLF', '\r\n'], ['CR', '\r'], ['blank lines', '\n\n']])('%s', (_, end) => {
    expect(labels(sample.replaceAll('\n', end))).toEqual(labels(sample));
  });
  test('a byte-order mark', () => { expect(labels('\uFEFF' + sample)).toEqual(labels(sample)); });
  test('no line end at the end', () => { expect(labels(sample.trimEnd())).toEqual(labels(sample)); });
});

describe('texts put together by chance', () => {
  const PIECES = [
    '一、', '（一）', '1.', '一是', '二是', '第一，', '首先', '——', '第三条', '要', '必须', '不得', '强调', '会议', '指出，', '他', '张岚', '市委书记', '岚江市', '“', '”', '《', '》', '（', '）',
    '。', '，', '；', '：', '！', '\n', '\r\n', '\u3000', ' ', '2026年', '5月12日', '10%', '3.2亿元', '(qū)', '?', '\uD800', '\uDC00', '\uFFFD', '\0', 'a', '&nbsp;', '〔2026〕17号', '加强管理', '落实', '\t', '^',
  ];
  /** Mulberry32: the same numbers from the same seed on every machine. */
  const numbers = (seed: number) => (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };

  test.each(Array.from({ length: 8 }, (_, i) => i + 1))('fifty of seed %i', (seed) => {
    const random = numbers(seed);
    for (let i = 0; i < 50; i++) {
      const text = Array.from({ length: 1 + Math.floor(random() * 120) }, () => PIECES[Math.floor(random() * PIECES.length)]!).join('');
      expectContract(text, engine.analyze(text));
    }
  });
});
