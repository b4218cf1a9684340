import type { Segmenter } from './segmenter';

/** Segmentation by the JavaScript engine's own dictionary (ICU), without tags: for a host where nodejieba's binary is missing or broken. */
export function createStandInSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return {
    name: 'Intl.Segmenter',
    tag: (text) => Array.from(segmenter.segment(text), (s) => ({ word: s.segment, tag: '' })),
  };
}
