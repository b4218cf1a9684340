import { LABEL_COUNT } from './labels';
import type { Weights } from './model';

/**
 * Weights laid out for reading. Rows with few labels are lists of entries; rows with many are packed, three labels to a number of 53
 * bits, so that eleven additions add a row up for all labels at once.
 */
export interface WeightTable {
  /** hash and place of each row, slot by slot, in the slot of the hash's top bits or soon after; place 0: empty, n: entries from n - 1, -n: packed row n - 1 */
  slots: Int32Array;
  /** how far a hash is shifted to give its slot */
  shift: number;
  /** `last << 14 | label << 8 | weight + 128`, row after row */
  entries: Uint16Array;
  /** `PACKS` numbers a row; label 3 k + j is `2 ** (18 j)` times its weight in number k */
  packed: Float64Array;
}

/** Set in the last entry of a row. */
export const LAST = 1 << 14;
/** Numbers in a packed row. */
export const PACKS = Math.ceil(LABEL_COUNT / 3);
/** What the second and the third label of a pack are multiplied by; sums of a hundred weights of eight bits stay far below the half of it. */
const SECOND = 2 ** 18, THIRD = 2 ** 36;
/** Labels from which on a row is packed. */
const MANY = 6;
const LEAST_BITS = 4;

/** Lays the rows of a file out, at most half of the slots full. Some 10 ms for 250,000 rows. */
export function layOut({ buckets, fingerprints, rows, labels, values }: Weights): WeightTable {
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(fingerprints.length * 2 + 1))), shift = 32 - bits, mask = 2 ** bits - 1;
  const slots = new Int32Array(2 ** (bits + 1)), entries = new Uint16Array(labels.length);
  let many = 0;
  for (let r = 0; r < fingerprints.length; r++) if (rows[r + 1]! - rows[r]! >= MANY) many++;
  const packed = new Float64Array(many * PACKS);
  for (let e = 0; e < entries.length; e++) entries[e] = (labels[e]! << 8) | (values[e]! + 128);
  many = 0;
  for (let bucket = 0; bucket + 1 < buckets.length; bucket++) {
    for (let r = buckets[bucket]!; r < buckets[bucket + 1]!; r++) {
      const hash = (bucket << 16) | fingerprints[r]!, first = rows[r]!, end = rows[r + 1]!;
      if (end === first) continue;
      let slot = hash >>> shift;
      while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * 2] = hash; slots[slot * 2 + 1] = end - first < MANY ? first + 1 : -++many;
      entries[end - 1]! |= LAST;
      if (end - first >= MANY) for (let e = first; e < end; e++) packed[(many - 1) * PACKS + Math.floor(labels[e]! / 3)]! += values[e]! * [1, SECOND, THIRD][labels[e]! % 3]!;
    }
  }
  return { slots, shift, entries, packed };
}

/** Adds the three weights in each of a row's sums to the scores from `base` on. */
export function unpack(sums: Float64Array, scores: Int32Array, base: number): void {
  for (let k = 0; k < PACKS; k++) {
    const sum = sums[k]!, third = Math.round(sum / THIRD), rest = sum - third * THIRD, second = Math.round(rest / SECOND), at = base + k * 3;
    scores[at]! += rest - second * SECOND;
    if (k * 3 + 1 < LABEL_COUNT) scores[at + 1]! += second;
    if (k * 3 + 2 < LABEL_COUNT) scores[at + 2]! += third;
  }
}
