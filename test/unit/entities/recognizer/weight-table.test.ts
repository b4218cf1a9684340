import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findProposals } from '../../../../src/engine/entities/grammar';
import { readChannels } from '../../../../src/engine/entities/recognizer/channels';
import { FEATURE_COUNT, featuresAt } from '../../../../src/engine/entities/recognizer/features';
import { readRecognizer } from '../../../../src/engine/entities/recognizer/format';
import { LABEL_COUNT } from '../../../../src/engine/entities/recognizer/labels';
import { emissions } from '../../../../src/engine/entities/recognizer/model';
import { layOut } from '../../../../src/engine/entities/recognizer/weight-table';
import { WordTable } from '../../../../src/engine/lexicon/word-table';

const { words, weights } = readRecognizer(new Uint8Array(readFileSync('data/recognizer.bin')))!;
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

test.each(SENTENCES)('weights laid out for reading give the sums of the file: %s', (sentence) => {
  const channels = readChannels(sentence, new WordTable(words), findProposals(sentence)), scores = summed(channels);
  expect(Array.from(emissions(layOut(weights), channels))).toEqual(scores);
  expect(scores.some((s) => s < 0) && scores.some((s) => s > 0)).toBe(true);
});
