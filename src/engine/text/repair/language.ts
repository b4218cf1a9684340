import { CHARACTERS, COUNTS } from './language-data';
import { isHan, simplifiedOf } from '../fold';

/** weight of the next shorter context, in counts (Dirichlet smoothing) */
const PRIOR_TWO = 20, PRIOR_THREE = 4;
/** what one sighting in the document itself is worth */
const OWN_WEIGHT = 3;
const BOUNDARY = 0xff0c, OTHER = 0x61;

interface Counts { readonly one: Float64Array; readonly two: Map<number, number>; readonly three: Map<number, number>; readonly total: number }

/** How likely characters follow one another: counts of the genre (`language-data.ts`) and of the document at hand. */
export class LanguageModel {
  private readonly own = new Map<number, number>();
  private readonly base = baseCounts();

  /** The class of a unit that the model tells apart: simplified character, mark, or anything else. */
  static classOf(unit: number): number {
    if (isHan(unit)) return simplifiedOf(unit);
    return (unit >= 0x30 && unit <= 0x39) || ((unit | 32) >= 0x61 && (unit | 32) <= 0x7a) ? OTHER : BOUNDARY;
  }

  /** Learns from a text of the document that is taken for right. */
  learn(text: string): void {
    let a = BOUNDARY, b = BOUNDARY;
    for (let i = 0; i < text.length; i++) {
      const c = LanguageModel.classOf(text.charCodeAt(i));
      for (const key of [c, pair(b, c), triple(a, b, c)]) this.own.set(key, (this.own.get(key) ?? 0) + 1);
      a = b;
      b = c;
    }
  }

  /** log P(c | a b), all of them classes */
  score(a: number, b: number, c: number): number {
    const { one, two, three, total } = this.base;
    const p1 = (one[c]! + OWN_WEIGHT * (this.own.get(c) ?? 0) + 0.1) / total;
    const p2 = (this.count(two, pair(b, c)) + PRIOR_TWO * p1) / (one[b]! + OWN_WEIGHT * (this.own.get(b) ?? 0) + PRIOR_TWO);
    const ab = this.count(two, pair(a, b));
    return Math.log((this.count(three, triple(a, b, c)) + PRIOR_THREE * p2) / (ab + PRIOR_THREE));
  }

  private count(counts: Map<number, number>, key: number): number {
    return (counts.get(key) ?? 0) + OWN_WEIGHT * (this.own.get(key) ?? 0);
  }
}

const pair = (b: number, c: number): number => b * 0x10000 + c;
/** above all keys of pairs */
const triple = (a: number, b: number, c: number): number => ((a + 1) * 0x10000 + b) * 0x10000 + c;

let base: Counts | undefined;

function baseCounts(): Counts {
  return (base ??= readCounts());
}

/** Reads what `scripts/build-language.mjs` wrote. */
function readCounts(): Counts {
  const next = numbers(COUNTS), one = new Float64Array(0x10000);
  let total = 0;
  for (let i = 0; i < CHARACTERS.length; i++) total += one[CHARACTERS.charCodeAt(i)] = 2 ** (next() / 4);
  const two = new Map<number, number>(), three = new Map<number, number>();
  readTable(next, (head, c, n) => two.set(pair(unitAt(head), c), n));
  readTable(next, (head, c, n) => three.set(triple(unitAt(Math.floor(head / 8192)), unitAt(head % 8192), c), n));
  return { one, two, three, total };
}

const unitAt = (id: number): number => CHARACTERS.charCodeAt(id);

function readTable(next: () => number, put: (head: number, last: number, count: number) => void): void {
  let head = 0;
  for (let groups = next(); groups > 0; groups--) {
    head += next();
    let last = 0;
    for (let rows = next(); rows > 0; rows--) {
      const n = next();
      last += Math.floor(n / 16);
      put(head, unitAt(last), 2 ** ((n % 16) * (11 / 15)));
    }
  }
}

/** Little-endian base-128 numbers out of base64. */
function numbers(base64: string): () => number {
  const bytes = atob(base64);
  let at = 0;
  return () => {
    let n = 0, unit = 1;
    for (;;) {
      const byte = bytes.charCodeAt(at++);
      n += (byte & 127) * unit;
      if (byte < 128) return n;
      unit *= 128;
    }
  };
}
