import { LABEL_COUNT, TRANSITIONS } from '../../src/engine/entities/recognizer/labels';
import type { Weights } from '../../src/engine/entities/recognizer/model';
import type { Trained } from './trainer';

/** Largest weight kept as it is; greater ones are cut. */
const CEILING = 2.54;

/** A model that knows nothing yet. */
export const NO_WEIGHTS: Weights = {
  scale: 1, transitions: new Int16Array(TRANSITIONS.from.length), buckets: new Uint32Array(65537), fingerprints: new Uint16Array(0), sizes: new Uint8Array(0), labels: new Uint8Array(0), values: new Int8Array(0),
};

/** Rounds trained weights to bytes, dropping those that count least: `floor` is the smallest |weight| kept. */
export function packWeights(trained: Trained, floor: number): Weights {
  const scale = 127 / CEILING, byBucket: { print: number; entries: [number, number][] }[][] = Array.from({ length: 65536 }, () => []);
  trained.keys.forEach((key, row) => {
    const entries: [number, number][] = [];
    for (let l = 0; l < LABEL_COUNT; l++) {
      const w = trained.weights[row * LABEL_COUNT + l]!, value = Math.max(-127, Math.min(127, Math.round(w * scale)));
      if (Math.abs(w) >= floor && value !== 0) entries.push([l, value]);
    }
    const bucket = byBucket[key >>> 16]!, print = key & 0xffff;
    if (entries.length > 0 && !bucket.some((r) => r.print === print)) bucket.push({ print, entries });
  });
  // of a line of the recognizer's table with more rows than it has room for the last are left out
  for (const bucket of byBucket) bucket.sort((a, b) => b.entries.length - a.entries.length);
  const all = byBucket.flat(), buckets = new Uint32Array(65537);
  byBucket.forEach((b, i) => { buckets[i + 1] = buckets[i]! + b.length; });
  const entries = all.flatMap((r) => r.entries);
  return {
    scale, buckets, sizes: Uint8Array.from(all, (r) => r.entries.length), fingerprints: Uint16Array.from(all, (r) => r.print), labels: Uint8Array.from(entries, (e) => e[0]), values: Int8Array.from(entries, (e) => e[1]),
    transitions: Int16Array.from(trained.transitions, (t) => Math.round(t * scale)),
  };
}
