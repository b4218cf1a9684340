import { TAG_CLASSES, type WordTable } from './word-table';

/** The likeliest words of a stretch of text. */
export interface WordPath {
  /** start of each word, and the end of the last */
  starts: Int32Array;
  /** index into `TAG_CLASSES` for each word */
  classes: Uint8Array;
  /** number of words */
  count: number;
}

/** log2 of the frequency at each step of a table's value, less log2 of all frequencies (about 2^26 in jieba's dictionary). */
const costOf = (value: number): number => 26 - (value >> 4) * FREQUENCY_STEP;
/** log2 units in one step of the frequency. */
export const FREQUENCY_STEP = 1.3;
/** Cost of a character that no word covers. */
const UNKNOWN_COST = 26;
const OTHER = TAG_CLASSES.indexOf('x');

/** Cuts `codes[from, to)` into the words of greatest joint frequency (unigram model). Linear in the length. */
export function wordPath(table: WordTable, codes: Uint16Array, from: number, to: number): WordPath {
  const n = to - from;
  const cost = new Float64Array(n + 1).fill(Infinity), back = new Int32Array(n + 1), cls = new Uint8Array(n + 1);
  cost[0] = 0;
  const step = (at: number, length: number, price: number, tagClass: number): void => {
    const total = cost[at]! + price;
    if (total < cost[at + length]!) { cost[at + length] = total; back[at + length] = at; cls[at + length] = tagClass; }
  };
  for (let i = 0; i < n; i++) {
    const single = table.find(codes, from + i, from + i + 1);
    step(i, 1, single < 0 ? UNKNOWN_COST : costOf(single), single < 0 ? OTHER : single & 15);
    table.startingAt(codes, from + i, to, (length, value) => { step(i, length, costOf(value), value & 15); });
  }
  let count = 0;
  for (let i = n; i > 0; i = back[i]!) count++;
  const starts = new Int32Array(count + 1), classes = new Uint8Array(count);
  starts[count] = to;
  for (let i = n, k = count; i > 0; i = back[i]!) { k--; starts[k] = from + back[i]!; classes[k] = cls[i]!; }
  return { starts, classes, count };
}
