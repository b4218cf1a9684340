import { CHARACTERS, COUNTS } from './language-data';

/** Ids of classes are below this: those of the data, then those that only the document has. */
export const MOST_CLASSES = 8192;
/** bits of a hash beyond log2 of the number of words, as in `scripts/build-language.mjs` */
const WORD_BITS = 13;
const PRIME = 0x01000193;
/** counts are kept in sixteen steps from 1 to 2^11 */
const LEVELS = Float64Array.from({ length: 16 }, (_, level) => 2 ** (level * (11 / 15)));

/** What `scripts/build-language.mjs` counted. The class of a character is 1 + its place in `characters`. */
export interface LanguageCounts {
  readonly characters: string;
  /** how often each class was seen, by id */
  readonly single: Float64Array;
  /** followers of a class, by id */
  readonly pairs: Followers;
  /** followers of two classes, by first × MOST_CLASSES + second */
  readonly triples: Followers;
  readonly words: WordSet;
}

let counts: LanguageCounts | undefined;

/** The counts, read when first needed. */
export function languageCounts(): LanguageCounts {
  return (counts ??= read());
}

function read(): LanguageCounts {
  const bytes = new Bytes(COUNTS), single = new Float64Array(MOST_CLASSES);
  for (let i = 0; i < CHARACTERS.length; i++) single[i + 1] = 2 ** (bytes.next() / 4);
  const pairs = new Followers(bytes, (head) => head + 1);
  const triples = new Followers(bytes, (head) => (Math.floor(head / MOST_CLASSES) + 1) * MOST_CLASSES + (head % MOST_CLASSES) + 1);
  return { characters: CHARACTERS, single, pairs, triples, words: new WordSet(bytes) };
}

/** How often classes followed each of many contexts. A context is a row; -1 stands for one that was never seen. */
export class Followers {
  private readonly rows = new Map<number, number>();
  private readonly firsts: Int32Array;
  private readonly ids: Uint16Array;
  private readonly levels: Uint8Array;
  private readonly sums: Float64Array;

  constructor(bytes: Bytes, contextOf: (head: number) => number) {
    const size = bytes.next(), ids: number[] = [], levels: number[] = [];
    this.firsts = new Int32Array(size + 1);
    this.sums = new Float64Array(size);
    let head = 0;
    for (let row = 0; row < size; row++) {
      head += bytes.next();
      this.rows.set(contextOf(head), row);
      let last = 0;
      for (let n = bytes.next(); n > 0; n--) {
        const packed = bytes.next(), level = packed & 15;
        last += packed >> 4;
        ids.push(last + 1);
        levels.push(level);
        this.sums[row]! += LEVELS[level]!;
      }
      this.firsts[row + 1] = ids.length;
    }
    this.ids = Uint16Array.from(ids);
    this.levels = Uint8Array.from(levels);
  }

  rowOf(context: number): number {
    return this.rows.get(context) ?? -1;
  }

  /** How often any listed class followed. */
  sum(row: number): number {
    return row < 0 ? 0 : this.sums[row]!;
  }

  /** How many classes are listed. */
  types(row: number): number {
    return row < 0 ? 0 : this.firsts[row + 1]! - this.firsts[row]!;
  }

  /** The listed classes. */
  of(row: number): Uint16Array {
    return row < 0 ? this.ids.subarray(0, 0) : this.ids.subarray(this.firsts[row], this.firsts[row + 1]);
  }

  /** How often a class followed; 0 where it is not listed. */
  count(row: number, id: number): number {
    if (row < 0) return 0;
    let low = this.firsts[row]!, high = this.firsts[row + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ids[middle]! < id) low = middle + 1; else high = middle;
    }
    return low < this.firsts[row + 1]! && this.ids[low] === id ? LEVELS[this.levels[low]!]! : 0;
  }
}

/** The words of a dictionary that are too rare for the counts, as hashes; one in some ten thousand strings that are none is taken for one. */
export class WordSet {
  private readonly hashes = new Set<number>();
  private readonly range: number;

  constructor(bytes: Bytes) {
    const size = bytes.next();
    this.range = bytes.next();
    let hash = 0;
    for (let i = 0; i < size; i++) {
      while (bytes.bit() === 1) hash += 2 ** WORD_BITS;
      let low = 0;
      for (let k = 0; k < WORD_BITS; k++) low = low * 2 + bytes.bit();
      this.hashes.add(hash += low);
    }
  }

  /** Whether these units are a word; c and d are 0 in shorter ones. FNV-1a, as in `scripts/build-language.mjs`. */
  has(a: number, b: number, c: number, d: number): boolean {
    let h = Math.imul(Math.imul(0x811c9dc5 ^ a, PRIME) ^ b, PRIME);
    if (c) h = Math.imul(h ^ c, PRIME);
    if (d) h = Math.imul(h ^ d, PRIME);
    return this.hashes.has(((h ^ (h >>> 15)) >>> 0) % this.range);
  }
}

/** Numbers and bits out of base64. */
class Bytes {
  private readonly bytes: string;
  private at = 0;
  private bits = 0;

  constructor(base64: string) {
    this.bytes = atob(base64);
  }

  /** A little-endian base-128 number. */
  next(): number {
    let n = 0, unit = 1;
    for (;;) {
      const byte = this.bytes.charCodeAt(this.at++);
      n += (byte & 127) * unit;
      if (byte < 128) return n;
      unit *= 128;
    }
  }

  /** The next bit, highest first. */
  bit(): number {
    const bit = (this.bytes.charCodeAt(this.at) >> (7 - this.bits)) & 1;
    this.bits = (this.bits + 1) & 7;
    if (this.bits === 0) this.at++;
    return bit;
  }
}
