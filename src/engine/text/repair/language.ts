import { isHan, simplifiedOf } from '../fold';
import { languageCounts, MOST_CLASSES, type LanguageCounts } from './language-counts';

/** what every seen follower gives up for the unseen ones (absolute discounting) */
const DISCOUNT = 0.7;
/** what one sighting in the document itself is worth */
const OWN_WEIGHT = 3;
/** characters counted less often are no candidates for lost ones */
const KNOWN = 4;
/** what a word is worth that the dictionary has but that is too rare for the counts; its share after characters that were never seen */
const RARE_WORD = 0.2, RARE_SHARE = 0.01;
/** times its usual probability that a mark has at least after a word */
const AFTER_WORD = 1.2;
/** share of a character about which nothing is known */
const UNKNOWN_SHARE = 1e-5;
/** Marks that are told apart, each with the forms that are the same mark, as in `scripts/build-language.mjs`. A line starts as a sentence does. */
const MARKS = ['。\n\r', '、', '，,', '：:', '；;', '！!', '？?', '“「', '”」', '‘『', '’』', '《〈', '》〉', '（(', '）)', '%％', '—―', '…', '〔[', '〕]'];
const DIGIT = 0x30, LETTER = 0x61, OTHER = 0xb7;

/** What follows in the document itself. */
interface Own { sum: number; readonly followers: Map<number, number> }

/**
 * How likely characters follow one another: counts of the genre (`language-data.ts`) and of the document at hand. It tells classes apart,
 * by id: simplified characters, marks, digits, letters, anything else.
 */
export class LanguageModel {
  private readonly counts: LanguageCounts = languageCounts();
  private readonly ids = classTable().slice();
  /** by id: unit of a Han character, 0 of other classes */
  private readonly han = hanTable().slice();
  private size = this.counts.characters.length + 1;
  private readonly own = new Map<number, Own>();
  private readonly single = this.counts.single.slice();
  private singles = this.counts.single.reduce((a, n) => a + n, 0);
  /** the context that was asked for last, which is asked for many times in a row */
  private last = { a: -1, b: -1, two: undefined as Own | undefined, three: undefined as Own | undefined, row2: -1, row3: -1, pair: 0, word: false };

  /** The class of a unit. */
  classOf(unit: number): number {
    return this.ids[unit]!;
  }

  /** The simplified character that a class is; 0 of marks and the like. */
  unitOf(id: number): number {
    return this.han[id]!;
  }

  /** Whether a class holds what the model cannot tell apart. */
  isOther(id: number): boolean {
    return id === this.ids[OTHER];
  }

  /** Whether a class is more than a rarity, here or in the genre. */
  knows(id: number): boolean {
    return this.single[id]! >= KNOWN || id >= this.counts.characters.length + 1;
  }

  /** Learns from a stretch of the document that is taken for right. */
  learn(text: string): void {
    let a = 0, b = 0;
    for (let i = 0; i < text.length; i++) {
      const c = this.known(text.charCodeAt(i));
      this.single[c]! += OWN_WEIGHT;
      this.singles += OWN_WEIGHT;
      if (b) this.follow(b, c);
      if (a && b) this.follow(a * MOST_CLASSES + b, c);
      a = b;
      b = c;
    }
    this.last.a = -1;
  }

  /**
   * log P(c | z a b), all of them classes
   * @param z is looked at only for words of four characters
   */
  score(z: number, a: number, b: number, c: number): number {
    const x = this.context(a, b), { pairs, triples, words } = this.counts;
    const p1 = (this.single[c]! + UNKNOWN_SHARE) / this.singles;
    const hb = this.han[b]!, hc = this.han[c]!, ha = this.han[a]!, hz = this.han[z]!, han = hc !== 0 && hb !== 0;
    let n = pairs.count(x.row2, c) + ownCount(x.two, c), sum = Math.max(this.single[b]! - OWN_WEIGHT * (x.two?.sum ?? 0), pairs.sum(x.row2)), types = pairs.types(x.row2) + ownTypes(x.two);
    const p2 = mixed(n, sum, sum - pairs.sum(x.row2), ownSum(x.two), types, p1, n === 0 && han && words.has(hb, hc, 0, 0));
    n = triples.count(x.row3, c) + ownCount(x.three, c);
    sum = Math.max(x.pair, triples.sum(x.row3));
    types = triples.types(x.row3) + ownTypes(x.three);
    const p3 = mixed(n, sum, sum - triples.sum(x.row3), ownSum(x.three), types, p2, n === 0 && han && ha !== 0 && (words.has(ha, hb, hc, 0) || (hz !== 0 && words.has(hz, ha, hb, hc))));
    const ends = hc === 0 && hb !== 0 && ha !== 0 && (x.word || (hz !== 0 && words.has(hz, ha, hb, 0)));
    return Math.log(ends ? Math.max(p3, AFTER_WORD * p1) : p3);
  }

  /** The classes that were seen after two others. */
  followers(a: number, b: number): Set<number> {
    const x = this.context(a, b);
    return new Set([...this.counts.pairs.of(x.row2), ...(x.two?.followers.keys() ?? []), ...this.counts.triples.of(x.row3)]);
  }

  private context(a: number, b: number): LanguageModel['last'] {
    const x = this.last;
    if (x.a === a && x.b === b) return x;
    const key = a * MOST_CLASSES + b, { pairs, triples, words } = this.counts, ha = this.han[a]!, hb = this.han[b]!;
    x.a = a;
    x.b = b;
    x.row2 = pairs.rowOf(b);
    x.row3 = triples.rowOf(key);
    x.two = this.own.get(b);
    x.three = this.own.get(key);
    x.pair = pairs.count(pairs.rowOf(a), b);
    x.word = ha !== 0 && hb !== 0 && (x.pair > 0 || x.three !== undefined || words.has(ha, hb, 0, 0));
    return x;
  }

  /** The class of a unit, made if the genre has none. */
  private known(unit: number): number {
    if (this.ids[unit] === 0 && this.size < MOST_CLASSES) {
      const simplified = simplifiedOf(unit);
      if (this.ids[simplified] === 0) { this.han[this.size] = simplified; this.ids[simplified] = this.size++; }
      this.ids[unit] = this.ids[simplified]!;
    }
    return this.ids[unit]!;
  }

  private follow(context: number, c: number): void {
    let own = this.own.get(context);
    if (!own) this.own.set(context, (own = { sum: 0, followers: new Map() }));
    own.followers.set(c, (own.followers.get(c) ?? 0) + 1);
    own.sum++;
  }
}

const ownCount = (own: Own | undefined, c: number): number => (own ? OWN_WEIGHT * (own.followers.get(c) ?? 0) : 0);
const ownSum = (own: Own | undefined): number => (own ? OWN_WEIGHT * own.sum : 0);
const ownTypes = (own: Own | undefined): number => own?.followers.size ?? 0;

/**
 * The discounted share of a follower in its context; the rest of the context's mass goes by the shorter context.
 * @param n how often it followed
 * @param sum how often the context was seen in the genre; `unlisted` of these without a follower that is listed
 */
function mixed(n: number, sum: number, unlisted: number, own: number, types: number, shorter: number, rareWord: boolean): number {
  const total = sum + own;
  if (total === 0) return rareWord ? Math.max(shorter, RARE_SHARE) : shorter;
  const seen = n > 0 ? Math.max(n - DISCOUNT, 0) : rareWord ? RARE_WORD : 0, free = unlisted + DISCOUNT * types;
  return (seen + Math.max(free, 0.5) * shorter) / (total + 0.5);
}

let table: Uint16Array | undefined, hans: Uint16Array | undefined;

/** Id by unit; 0 of a Han character that the genre does not have. */
function classTable(): Uint16Array {
  if (table) return table;
  const { characters } = languageCounts(), t = new Uint16Array(0x10000), id = new Map(Array.from(characters, (c, i) => [c.charCodeAt(0), i + 1]));
  for (let i = 0; i < t.length; i++) t[i] = id.get(isHan(i) ? simplifiedOf(i) : OTHER) ?? 0;
  const put = (unit: number, cls: number): void => { t[unit] = id.get(cls) ?? 0; };
  for (let i = 0; i < 10; i++) { put(0x30 + i, DIGIT); put(0xff10 + i, DIGIT); }
  for (let i = 0; i < 26; i++) for (const a of [0x41, 0x61, 0xff21, 0xff41]) put(a + i, LETTER);
  for (const mark of MARKS) for (let i = 0; i < mark.length; i++) put(mark.charCodeAt(i), mark.charCodeAt(0));
  return (table = t);
}

function hanTable(): Uint16Array {
  if (hans) return hans;
  const { characters } = languageCounts(), t = new Uint16Array(MOST_CLASSES);
  for (let i = 0; i < characters.length; i++) { const unit = characters.charCodeAt(i); if (isHan(unit)) t[i + 1] = unit; }
  return (hans = t);
}
