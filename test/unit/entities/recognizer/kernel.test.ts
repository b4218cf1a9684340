import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findProposals } from '../../../../src/engine/entities/grammar';
import { readRecognizer } from '../../../../src/engine/entities/recognizer/format';
import type { Proposal } from '../../../../src/engine/entities/recognizer/proposal';
import { createKernel } from '../../../../src/engine/entities/recognizer/kernel';
import { LABEL_COUNT, mayEnd, mayStart, TRANSITIONS } from '../../../../src/engine/entities/recognizer/labels';

const data = readRecognizer(new Uint8Array(readFileSync('data/recognizer.bin')))!, { weights } = data;
const kernel = createKernel(data, 100);
const firstEntries = new Uint32Array(weights.sizes.length);
for (let r = 1; r < firstEntries.length; r++) firstEntries[r] = firstEntries[r - 1]! + weights.sizes[r - 1]!;
const SENTENCES = ['4月2日，溪南县委书记高石青到青禾镇调研，县领导周云、吴一帆参加。', '（溪政发〔2021〕6号）投资约6.5亿元', '“树表率”“树旗帜”ABC１２３', '。'];

/** The scores of one character straight from the rows of the file. */
function summed(hashes: Int32Array): number[] {
  const scores = new Array<number>(LABEL_COUNT).fill(0);
  for (const hash of hashes) {
    const end = weights.buckets[(hash >>> 16) + 1]!;
    for (let r = weights.buckets[hash >>> 16]!; r < end; r++) {
      if (weights.fingerprints[r] !== (hash & 0xffff)) continue;
      for (let e = firstEntries[r]!; e < firstEntries[r]! + weights.sizes[r]!; e++) scores[weights.labels[e]!]! += weights.values[e]!;
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
  const proposals = findProposals(sentence);
  kernel.read(sentence, proposals);
  const indices = Array.from(sentence, (_, i) => i), scores = indices.map((i) => summed(kernel.features(i)));
  test('the kernel gives the sums of the file', () => {
    kernel.read(sentence, proposals);
    expect(indices.map((i) => kernel.scoresOf(i))).toEqual(scores);
    expect(scores.flat().some((s) => s < 0) && scores.flat().some((s) => s > 0)).toBe(true);
  });
  test('the kernel gives the best sequence', () => {
    expect(Array.from(kernel.label(sentence, proposals))).toEqual(best(scores.flat(), sentence.length));
  });
});

test('what is kept of rows never runs over', { timeout: 60_000 }, () => {
  const fresh = createKernel(data, 100), used = createKernel(data, 100);
  // proposals of every kind beside every other, of one character or two: twice as many sums as are kept; and every character with all that is known of it
  for (let apart = 0, code = 0, kind = 0; apart < 63; apart++) {
    for (let times = 0; times < 5; times++) {
      const sentence = String.fromCharCode(...Array.from({ length: 100 }, () => 0x4e00 + (code++ * 7919) % 20_900)), proposals: Proposal[] = [];
      for (let start = 0, k = 0; start < 98; start = proposals.at(-1)!.end, k++) proposals.push({ start, end: start + (k % 4 < 2 ? 1 : 2), kind: 1 + (kind += apart) % 63 });
      used.label(sentence, proposals);
      kind++;
    }
  }
  for (const sentence of SENTENCES) {
    const proposals = findProposals(sentence);
    expect(used.label(sentence, proposals)).toEqual(fresh.label(sentence, proposals));
    for (const kernel of [used, fresh]) kernel.read(sentence, proposals);
    for (let i = 0; i < sentence.length; i++) expect(used.scoresOf(i)).toEqual(fresh.scoresOf(i));
  }
});

test('features tell characters apart by all that is known of them', () => {
  const featuresOf = (sentence: string, index: number, proposals = findProposals(sentence)): number[] => { kernel.read(sentence, proposals); return Array.from(kernel.features(index)); };
  const [plain] = [featuresOf('来到青禾县', 2)];
  expect(featuresOf('来到青禾县', 2)).toEqual(plain);
  expect(featuresOf('来到青禾县', 2, [{ start: 2, end: 5, kind: 1 }])).not.toEqual(plain);
  expect(featuresOf('走到青禾县', 2).filter((hash, t) => hash !== plain[t]).length).toBeGreaterThan(1);
});

test('the code is what its source gives', { timeout: 60_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-kernel.mjs', '--check'], { encoding: 'utf8' });
  expect(`${status}${stderr}`).toBe('0');
});
