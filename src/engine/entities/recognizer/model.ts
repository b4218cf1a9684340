import { FEATURE_COUNT, featuresAt } from './features';
import type { Channels } from './channels';
import { LABEL_COUNT, mayEnd, mayStart, TRANSITIONS } from './labels';

/** Weights as stored: rows found by hash bucket and 16-bit fingerprint; a row is a list of (label, weight). */
export interface Weights {
  /** weight units in 1 */
  scale: number;
  /** for each entry of TRANSITIONS */
  transitions: Int16Array;
  /** first row of each of 2^16 buckets, and the end of the last */
  buckets: Uint32Array;
  fingerprints: Uint16Array;
  /** first entry of each row, and the end of the last */
  rows: Uint32Array;
  labels: Uint8Array;
  values: Int8Array;
}

/** Scores of every label for every character, in weight units. */
export function emissions(weights: Weights, ch: Channels): Int32Array {
  const scores = new Int32Array(ch.length * LABEL_COUNT), features = new Int32Array(FEATURE_COUNT);
  const { buckets, fingerprints, rows, labels, values } = weights;
  for (let i = 0; i < ch.length; i++) {
    featuresAt(ch, i, features, 0);
    const base = i * LABEL_COUNT;
    for (let f = 0; f < FEATURE_COUNT; f++) {
      const hash = features[f]!, bucket = hash >>> 16, print = hash & 0xffff;
      for (let r = buckets[bucket]!, end = buckets[bucket + 1]!; r < end; r++) {
        if (fingerprints[r] !== print) continue;
        for (let e = rows[r]!, last = rows[r + 1]!; e < last; e++) scores[base + labels[e]!]! += values[e]!;
        break;
      }
    }
  }
  return scores;
}

const MINUS = -1e9;
const STARTS = Float64Array.from({ length: LABEL_COUNT }, (_, l) => (mayStart(l) ? 0 : MINUS));
const ENDS = Float64Array.from({ length: LABEL_COUNT }, (_, l) => (mayEnd(l) ? 0 : MINUS));

/** The best label sequence (Viterbi over the allowed transitions). */
export function decode(scores: Int32Array | Float64Array, transitions: Int16Array | Float64Array, length: number): Uint8Array {
  const { from, to } = TRANSITIONS, count = from.length;
  const path = new Uint8Array(length), back = new Uint8Array(length * LABEL_COUNT);
  if (length === 0) return path;
  let previous = Float64Array.from(STARTS, (s, l) => s + scores[l]!), next = new Float64Array(LABEL_COUNT);
  for (let i = 1; i < length; i++) {
    next.fill(-Infinity);
    const base = i * LABEL_COUNT;
    for (let k = 0; k < count; k++) {
      const a = from[k]!, b = to[k]!, score = previous[a]! + transitions[k]!;
      if (score > next[b]!) { next[b] = score; back[base + b] = a; }
    }
    for (let l = 0; l < LABEL_COUNT; l++) next[l]! += scores[base + l]!;
    [previous, next] = [next, previous];
  }
  let best = 0;
  for (let l = 0; l < LABEL_COUNT; l++) if (previous[l]! + ENDS[l]! > previous[best]! + ENDS[best]!) best = l;
  for (let i = length - 1; i >= 0; i--) { path[i] = best; best = back[i * LABEL_COUNT + best]!; }
  return path;
}
