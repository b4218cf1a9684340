import { FEATURE_COUNT, featuresAt } from './features';
import type { Channels } from './channels';
import { LABEL_COUNT, mayEnd, mayStart, TRANSITIONS } from './labels';
import { LAST, PACKS, unpack, type WeightTable } from './weight-table';

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
export function emissions(table: WeightTable, ch: Channels): Int32Array {
  const scores = new Int32Array(ch.length * LABEL_COUNT), features = new Int32Array(FEATURE_COUNT), places = new Int32Array(FEATURE_COUNT), sums = new Float64Array(PACKS);
  const { slots, shift, entries } = table, mask = (slots.length >> 1) - 1;
  for (let i = 0; i < ch.length; i++) {
    featuresAt(ch, i, features, 0);
    const base = i * LABEL_COUNT;
    let many = 0;
    for (let f = 0; f < FEATURE_COUNT; f++) {
      const hash = features[f]!;
      let slot = hash >>> shift, place = slots[slot * 2 + 1]!;
      while (place !== 0 && slots[slot * 2] !== hash) { slot = (slot + 1) & mask; place = slots[slot * 2 + 1]!; }
      if (place < 0) places[many++] = (-place - 1) * PACKS;
      if (place <= 0) continue;
      for (let e = place - 1; ; e++) {
        const code = entries[e]!;
        scores[base + ((code >> 8) & 63)]! += (code & 255) - 128;
        if (code >= LAST) break;
      }
    }
    addPacked(table.packed, places, many, sums);
    unpack(sums, scores, base);
  }
  return scores;
}

/** Adds packed rows up. The sums are variables of their own because those stay in registers. */
function addPacked(packed: Float64Array, places: Int32Array, many: number, sums: Float64Array): void {
  let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, k = 0;
  for (let n = 0; n < many; n++) {
    const p = places[n]!;
    a += packed[p]!; b += packed[p + 1]!; c += packed[p + 2]!; d += packed[p + 3]!; e += packed[p + 4]!; f += packed[p + 5]!;
    g += packed[p + 6]!; h += packed[p + 7]!; i += packed[p + 8]!; j += packed[p + 9]!; k += packed[p + 10]!;
  }
  sums[0] = a; sums[1] = b; sums[2] = c; sums[3] = d; sums[4] = e; sums[5] = f; sums[6] = g; sums[7] = h; sums[8] = i; sums[9] = j; sums[10] = k;
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
