import { describe, expect, test } from 'vitest';
import { distinctShare, paragraphsOf, sentencesOf, Texts } from '../../../scripts/bench/texts';

const texts = new Texts(process.cwd());

describe('texts of the benchmark', () => {
  test('have the length that was asked for', () => {
    expect(texts.inspection(1)).toHaveLength(3_000);
    expect(texts.workReport(1)).toHaveLength(30_000);
    expect(texts.reports(50_000, 1)).toHaveLength(50_000);
    expect(Buffer.byteLength(texts.megabytes(1, 1))).toBeGreaterThan(999_995);
    expect(Buffer.byteLength(texts.megabytes(1, 1))).toBeLessThanOrEqual(1_000_000);
    expect(texts.several(50, 1)).toHaveLength(50);
  });

  test('are the same from the same seed, and others from another', () => {
    expect(texts.inspection(3)).toBe(new Texts(process.cwd()).inspection(3));
    const known = new Set(sentencesOf(texts.workReport(1))), again = sentencesOf(texts.workReport(2)).filter((sentence) => known.has(sentence));
    expect(again.join('').length).toBeLessThan(0.05 * 30_000);
  });

  test('have next to no paragraph and no sentence twice, so that no cache by content is flattered', () => {
    const text = texts.megabytes(3, 1);
    expect(distinctShare(paragraphsOf(text))).toBeGreaterThan(0.97);
    expect(distinctShare(sentencesOf(text))).toBeGreaterThan(0.97);
  });

  test('show no signs of the expected outline', () => {
    expect(texts.reports(60_000, 1)).not.toMatch(/[⟨⟩]/u);
  });
});

test('the share of distinct pieces counts characters', () => {
  expect(distinctShare(['甲', '甲', '乙乙'])).toBe(0.5);
});
