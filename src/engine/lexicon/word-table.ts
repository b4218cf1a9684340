import { finish, HASH_SEED, mix } from './hash';

/** Longest word the table holds, in characters. */
export const LONGEST_WORD = 8;

/** What the table knows about words, as typed arrays: words themselves are not kept, only 16 bits of each one's hash. */
export interface WordTableData {
  /** first entry of each of 2^16 buckets, and the end of the last */
  buckets: Uint32Array;
  /** the low 16 bits of each word's hash */
  fingerprints: Uint16Array;
  /** tag class (low four bits) and step of the logarithm of the frequency (high four bits) */
  values: Uint8Array;
  /** one bit for each hash of a beginning of a longer word, of two characters and more: its number is the hash's high 20 bits, so that a bucket has sixteen */
  prefixes: Uint8Array;
}

/** log2 units in one step of a word's frequency. */
export const FREQUENCY_STEP = 1.3;
/** Bits at the end of a hash that do not tell its place in `prefixes`, and number of places. */
const PREFIX_AT = 12;
export const PREFIX_BITS = 1 << (32 - PREFIX_AT);

/** Tag classes of the table; the index is the class. */
export const TAG_CLASSES = ['n', 'nr', 'nrt', 'ns', 'nt', 'nz', 'v', 'a', 'd', 'm', 't', 'j', 'i', 'u', 's', 'x'] as const;

/** A set of words with tag class and frequency; a lookup of a word that is not there succeeds about once in ten thousand times. */
export class WordTable {
  constructor(private readonly data: WordTableData) {}

  /** The value of the word at `codes[from, to)`, or -1. */
  find(codes: Uint16Array, from: number, to: number): number {
    let hash = HASH_SEED;
    for (let i = from; i < to; i++) hash = mix(hash, codes[i]!);
    return this.at(finish(hash));
  }

  private at(hash: number): number {
    const { buckets, fingerprints, values } = this.data;
    const bucket = hash >>> 16, print = hash & 0xffff;
    for (let i = buckets[bucket]!, end = buckets[bucket + 1]!; i < end; i++) if (fingerprints[i] === print) return values[i]!;
    return -1;
  }
}

/** Builds the arrays of a table; a word given twice keeps the value given first. */
export function buildWordTable(words: Iterable<{ word: string; value: number }>): WordTableData {
  const byHash = new Map<number, number>(), prefixes = new Uint8Array(PREFIX_BITS >> 3);
  for (const { word, value } of words) {
    if (word.length > LONGEST_WORD) continue;
    let hash = HASH_SEED;
    for (let i = 0; i < word.length; i++) {
      hash = mix(hash, word.charCodeAt(i));
      if (i > 0 && i < word.length - 1) { const bit = finish(hash) >>> PREFIX_AT; prefixes[bit >> 3]! |= 1 << (bit & 7); }
    }
    const key = finish(hash);
    if (!byHash.has(key)) byHash.set(key, value);
  }
  const keys = Float64Array.from(byHash.keys()).sort();
  const buckets = new Uint32Array(65537), fingerprints = new Uint16Array(keys.length), values = new Uint8Array(keys.length);
  keys.forEach((key, i) => { buckets[(key >>> 16) + 1]!++; fingerprints[i] = key & 0xffff; values[i] = byHash.get(key)!; });
  for (let b = 0; b < 65536; b++) buckets[b + 1]! += buckets[b]!;
  return { buckets, fingerprints, values, prefixes };
}
