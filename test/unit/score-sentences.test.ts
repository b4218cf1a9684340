import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inBlocks, sentenceReport, tallyOf, type LabelledSentence } from '../../scripts/score/sentences';
import type { Segmenter } from '../../src/engine/lexicon/segmenter';

const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const SENTENCES: LabelledSentence[] = [
  { text: '高石青到溪南。', entities: [{ start: 0, end: 3, type: 'PER' }, { start: 4, end: 6, type: 'LOC' }] },
  { text: '无人。', entities: [] },
  { text: '溪南在东江。', entities: [{ start: 0, end: 2, type: 'LOC' }, { start: 3, end: 5, type: 'LOC' }] },
];

describe('scores on labelled sentences', () => {
  test('count a mention as right only with the same span and type', () => {
    const found = [[{ start: 0, end: 2, type: 'PER' as const }, { start: 4, end: 6, type: 'LOC' as const }], [], [{ start: 0, end: 2, type: 'ORG' as const }]];
    expect(tallyOf('PER', SENTENCES, found)).toEqual({ right: 0, found: 1, wanted: 1 });
    expect(tallyOf('LOC', SENTENCES, found)).toEqual({ right: 1, found: 1, wanted: 3 });
  });

  test('give mentions of joined sentences back to each, whatever the size of the texts', () => {
    const analyse = (text: string): LabelledSentence['entities'] => [...text.matchAll(/溪南/gu)].map((m) => ({ start: m.index, end: m.index + 2, type: 'LOC' }));
    const wanted = [[{ start: 4, end: 6, type: 'LOC' }], [], [{ start: 0, end: 2, type: 'LOC' }]];
    for (const size of [1, 2, 3, 50]) expect(inBlocks(SENTENCES, analyse, size)).toEqual(wanted);
  });

  test('are a table with the tags of the segmenter beside the engine, for the types that the file labels', () => {
    const file = join(folder, 'made-up.jsonl');
    writeFileSync(file, SENTENCES.map((s) => JSON.stringify(s)).join('\n'));
    const segmenter: Segmenter = { name: 'tagger', tag: (text) => text.split(/(高石青|溪南|东江)/u).map((word) => ({ word, tag: word === '高石青' ? 'nr' : /溪南|东江/u.test(word) ? 'ns' : 'x' })) };
    const lines = sentenceReport([file], { segmenter }).split('\n');
    expect(lines[0]).toBe('made-up.jsonl (3 sentences)');
    expect(lines[2]).toMatch(/^\| \| PER \| LOC \| all \|/u);
    expect(lines[4]).toMatch(/^\| tagger's tags \| 1\.000 \| 1\.000 \| 1\.000 \|/u);
  });
});
