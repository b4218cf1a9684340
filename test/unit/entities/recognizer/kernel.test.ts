import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findProposals } from '../../../../src/engine/entities/grammar';
import { readChannels } from '../../../../src/engine/entities/recognizer/channels';
import { FEATURE_COUNT, featuresAt } from '../../../../src/engine/entities/recognizer/features';
import { readRecognizer } from '../../../../src/engine/entities/recognizer/format';
import { createKernel } from '../../../../src/engine/entities/recognizer/kernel';
import { LABEL_COUNT, mayEnd, mayStart, TRANSITIONS } from '../../../../src/engine/entities/recognizer/labels';
import { WordTable } from '../../../../src/engine/lexicon/word-table';

const { words, weights } = readRecognizer(new Uint8Array(readFileSync('data/recognizer.bin')))!;
const table = new WordTable(words), kernel = createKernel(weights, 100);
const SENTENCES = ['4月2日，溪南县委书记高石青到青禾镇调研，县领导周云、吴一帆参加。', '（溪政发〔2021〕6号）投资约6.5亿元', '“树表率”“树旗帜”ABC１２３', '。'];

/** The scores straight from the rows of the file. */
function summed(ch: ReturnType<typeof readChannels>): number[] {
  const scores = new Array<number>(ch.length * LABEL_COUNT).fill(0), features = new Int32Array(FEATURE_COUNT);
  for (let i = 0; i < ch.length; i++) {
    featuresAt(ch, i, features, 0);
    for (const hash of features) {
      const end = weights.buckets[(hash >>> 16) + 1]!;
      for (let r = weights.buckets[hash >>> 16]!; r < end; r++) {
        if (weights.fingerprints[r] !== (hash & 0xffff)) continue;
        for (let e = weights.rows[r]!; e < weights.rows[r + 1]!; e++) scores[i * LABEL_COUNT + weights.labels[e]!]! += weights.values[e]!;
      }
    }
  }
  return scores;
}

/** The best label sequence by the book (Viterbi over the allowed transitions); of equal steps the first. */
function best(scores: readonly number[], length: number): number[] {
  let state = Array.from({ length: LABEL_COUNT }, (_, l) => (mayStart(l) ? scores[l]! : -Infinity));
  const back: number[][] = [];
  for (let i = 1; i < length; i++) {
    const next = new Array<number>(LABEL_COUNT).fill(-Infinity), from = new Array<number>(LABEL_COUNT).fill(0);
    TRANSITIONS.from.forEach((a, k) => { const b = TRANSITIONS.to[k]!, score = state[a]! + weights.transitions[k]!; if (score > next[b]!) { next[b] = score; from[b] = a; } });
    state = next.map((s, l) => s + scores[i * LABEL_COUNT + l]!);
    back.push(from);
  }
  const last = state.reduce((most, s, l) => (mayEnd(l) && s > state[most]! ? l : most), 0), path = [last];
  for (const from of back.reverse()) path.unshift(from[path[0]!]!);
  return path;
}

describe.each(SENTENCES)('%s', (sentence) => {
  const channels = readChannels(sentence, table, findProposals(sentence)), scores = summed(channels);
  const read = (): number[] => {
    for (let i = 0; i < channels.length; i++) { featuresAt(channels, i, kernel.features, 0); kernel.score(i); }
    return Array.from({ length: channels.length * LABEL_COUNT }, (_, k) => kernel.scoreOf(Math.floor(k / LABEL_COUNT), k % LABEL_COUNT));
  };
  test('the kernel gives the sums of the file', () => {
    expect(read()).toEqual(scores);
    expect(scores.some((s) => s < 0) && scores.some((s) => s > 0)).toBe(true);
  });
  test('the kernel gives the best sequence', () => {
    read();
    expect(Array.from(kernel.decode(channels.length))).toEqual(best(scores, channels.length));
  });
});

test('the code is what its source gives', { timeout: 60_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-kernel.mjs', '--check'], { encoding: 'utf8' });
  expect(`${status}${stderr}`).toBe('0');
});
