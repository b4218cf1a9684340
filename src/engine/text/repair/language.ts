import { CHARACTERS, COUNTS } from './language-data';
import { isHan, simplifiedOf } from '../fold';

/** what every seen follower gives up for the unseen ones (absolute discounting) */
const DISCOUNT = 0.7;
/** what one sighting in the document itself is worth */
const OWN_WEIGHT = 3;
/** characters counted less often are no candidates for lost ones */
const KNOWN = 4;
const BOUNDARY = 0xff0c, OTHER = 0x61;

/** What follows a context: how often anything does, how often the followers that are listed, and how many those are. */
interface Context { total: number; listed: number; types: number }

/** Counts by key, and what follows each context. */
class Counts {
  readonly counts = new Map<number, number>();
  readonly contexts = new Map<number, Context>();

  add(key: number, context: number, n: number): void {
    const before = this.counts.get(key) ?? 0, c = this.contextOf(context);
    this.counts.set(key, before + n);
    if (before === 0) c.types++;
    c.listed += n;
  }

  contextOf(key: number): Context {
    let c = this.contexts.get(key);
    if (!c) this.contexts.set(key, (c = { total: 0, listed: 0, types: 0 }));
    return c;
  }
}

/** How likely characters follow one another: counts of the genre (`language-data.ts`) and of the document at hand. */
export class LanguageModel {
  private readonly own = new Counts();
  private readonly base = baseCounts();

  /** The class of a unit that the model tells apart: simplified character, mark, or anything else. */
  static classOf(unit: number): number {
    if (isHan(unit)) return simplifiedOf(unit);
    return (unit >= 0x30 && unit <= 0x39) || ((unit | 32) >= 0x61 && (unit | 32) <= 0x7a) ? OTHER : BOUNDARY;
  }

  /** Learns from a stretch of the document that is taken for right. */
  learn(text: string): void {
    let a = 0, b = 0;
    for (let i = 0; i < text.length; i++) {
      const c = LanguageModel.classOf(text.charCodeAt(i));
      this.own.add(c, 0, 1);
      if (b) this.own.add(pair(b, c), b, 1);
      if (a && b) this.own.add(triple(a, b, c), pair(a, b), 1);
      a = b;
      b = c;
    }
  }

  /** Whether a class is more than a rarity, here or in the genre. */
  knows(c: number): boolean {
    return (this.base.counts.get(c) ?? 0) >= KNOWN || this.own.counts.has(c);
  }

  /** log P(c | a b), all of them classes */
  score(a: number, b: number, c: number): number {
    const p0 = 1e-5, p1 = this.mixed(c, 0, p0), p2 = this.mixed(pair(b, c), b, p1);
    return Math.log(this.mixed(triple(a, b, c), pair(a, b), p2));
  }

  /** The discounted share of a follower in its context; the rest of the context's mass goes by the shorter context. */
  private mixed(key: number, context: number, shorter: number): number {
    const base = this.base.contexts.get(context), own = this.own.contexts.get(context);
    const baseTotal = base ? Math.max(base.total, base.listed) : 0, total = baseTotal + (own ? OWN_WEIGHT * own.listed : 0);
    if (total === 0) return shorter;
    const n = (this.base.counts.get(key) ?? 0) + OWN_WEIGHT * (this.own.counts.get(key) ?? 0);
    const seen = Math.max(n - DISCOUNT, 0), free = baseTotal - (base?.listed ?? 0) + DISCOUNT * ((base?.types ?? 0) + (own?.types ?? 0));
    return (seen + Math.max(free, 0.5) * shorter) / (total + 0.5);
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
  const next = numbers(COUNTS), counts = new Counts();
  for (let i = 0; i < CHARACTERS.length; i++) {
    const c = CHARACTERS.charCodeAt(i), n = 2 ** (next() / 4);
    counts.add(c, 0, n);
    counts.contextOf(c).total = n;
  }
  readTable(next, (head, c, n) => {
    const b = unitAt(head);
    counts.add(pair(b, c), b, n);
    counts.contextOf(pair(b, c)).total = n;
  });
  readTable(next, (head, c, n) => {
    const a = unitAt(Math.floor(head / 8192)), b = unitAt(head % 8192);
    counts.add(triple(a, b, c), pair(a, b), n);
  });
  return counts;
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
