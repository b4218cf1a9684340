import { isHan } from '../fold';
import { gbk } from './gbk';
import { LanguageModel } from './language';
import { hasReading } from './readings';
import { Kind, type Tokens } from './tokens';

/** What the decoder knows of the page besides its bytes. */
export interface Page {
  readonly model: LanguageModel;
  /** codes of the characters that the site annotates: wherever their bytes occur, a reading follows */
  readonly annotated: ReadonlySet<number>;
  /** the cost (negative logarithm) of a form of writing that such a page would hardly have, 0 for the usual */
  formCost(unit: number): number;
}

/** A decoded character, linked to the one before it. */
export interface Emission {
  readonly unit: number;
  /** given offsets: where the character of its first byte starts, where that of its last byte (with a reading after it) ends */
  readonly start: number;
  readonly end: number;
  readonly before: Emission | undefined;
}

/** A place where another decoding was nearly as likely. */
export interface Doubt { readonly best: Emission | undefined; readonly rival: Emission | undefined }

/** Work left for the whole text. When it is used up nothing is guessed any more, so that no text takes more than linear time. */
export interface Budget { left: number }

interface State {
  readonly score: number;
  /** a lead byte whose trail byte comes next; 0 on a border; UNKNOWN for a lost one before ! */
  readonly pending: number;
  readonly pendingStart: number;
  /** the last two bytes of the stream, readings taken out; 0 where there is none of a character */
  readonly byte: number;
  readonly byteBefore: number;
  /** whether nothing was injected after `byte` */
  readonly joined: boolean;
  /** classes of the last two characters */
  readonly a: number;
  readonly b: number;
  readonly last: Emission | undefined;
  /** how far behind the best path was that was merged into this one since all was clear, and where it ended */
  readonly margin: number;
  readonly rival: Emission | undefined;
}

/** costs, natural logarithms; fitted by hand on damaged texts of the genre */
const COST = {
  /** an annotated character without its reading */
  unannotated: 7,
  /** a reading after a character that is not known as annotated */
  newlyAnnotated: 2.5,
  /** a reading that fits nothing stays as text */
  literalReading: 14,
  /** a stop after a stop */
  doubleStop: 5,
  /** a byte is given up so that the text can go on */
  abandoned: 24,
};
const BEAM = 48, PRUNE = 22, VANISHED_FIRST = 8, VANISHED_MARGIN = 10, UNLIKELY_FORM = 8, DOUBT = 2.3;
/** paths so far behind the best guess no vanished bytes */
const VANISH_PRUNE = 9;
const UNKNOWN = -1, BOUNDARY = 0xff0c, BANG = 0x21, QUESTION = 0x3f, BRACKET = 0x28, PAUSE = 0x3001;
/** half-width marks that a full-width one, spelt by two shifted bytes, was turned into */
const MARKS = new Set(Array.from(',:;!?()', (c) => c.charCodeAt(0)));
/** what a mark costs among all marks */
const LITERAL_COST = new Map([[BANG, 4], [QUESTION, 5], [0x2c, 0.7], [0x3a, 3], [0x3b, 3], [0x28, 4], [0x29, 4]]);
/** marks that hardly follow one another */
const STOPS = new Set(Array.from('。、,;:?!', (c) => c.charCodeAt(0)));
const CLEAR = { margin: Infinity, rival: undefined };

/** Decodes tokens to the likeliest characters: a beam search over where characters begin and over what the lost bytes were. */
export class Decoder {
  private readonly unitOf = gbk().unitOf;
  private next = new Map<number, State>();
  readonly doubts: Doubt[] = [];

  constructor(private readonly tokens: Tokens, private readonly page: Page, private readonly budget: Budget) {}

  /** Decodes all tokens and gives the last character. */
  run(): Emission | undefined {
    let beam: State[] = [{ score: 0, pending: 0, pendingStart: 0, byte: 0, byteBefore: 0, joined: false, a: BOUNDARY, b: BOUNDARY, last: undefined, ...CLEAR }];
    for (let t = 0; t < this.tokens.length; t++) {
      const [only] = beam;
      if (beam.length === 1 && only?.pending === 0) {
        beam = [this.clear(only)];
        const plain = this.plain(beam[0]!, t);
        if (plain) { beam[0] = plain; continue; }
      }
      beam = this.advance(beam, t);
    }
    return this.finish(beam);
  }

  /** A token on a border that can be read in one way only. */
  private plain(s: State, t: number): State | undefined {
    const kind = this.tokens.kind[t]!, code = this.tokens.code[t]!, isPair = kind === Kind.Pair;
    if (!isPair && kind !== Kind.Other && (kind !== Kind.Ascii || code === QUESTION)) return undefined;
    const unit = isPair ? this.unitOf[code]! : code;
    return {
      score: 0, pending: 0, pendingStart: 0, byte: isPair ? code & 255 : asciiByte(code), byteBefore: isPair ? code >> 8 : s.byte, joined: true,
      a: s.b, b: LanguageModel.classOf(unit), last: { unit, start: this.tokens.start[t]!, end: this.tokens.start[t + 1]!, before: s.last }, ...CLEAR,
    };
  }

  private advance(beam: State[], t: number): State[] {
    this.next = new Map();
    for (const s of beam) {
      this.consume(s, t);
      if (s.pending > 0 && this.budget.left > 0 && s.score > beam[0]!.score - VANISH_PRUNE) this.vanish(s, t);
    }
    if (this.next.size === 0) for (const s of beam) this.consume(this.abandon(s), t);
    return this.select();
  }

  private finish(beam: State[]): Emission | undefined {
    this.next = new Map();
    for (const s of beam) this.add(s.pending ? this.abandon(s) : s);
    const [best] = this.select();
    return best && this.clear(best).last;
  }

  /** All was decided up to here: notes a doubt and forgets the scores. */
  private clear(s: State): State {
    if (s.margin < DOUBT) this.doubts.push({ best: s.last, rival: s.rival });
    return s.score === 0 && s.margin === Infinity ? s : { ...s, score: 0, ...CLEAR };
  }

  private consume(s: State, t: number): void {
    const kind = this.tokens.kind[t]!, code = this.tokens.code[t]!;
    if (kind === Kind.Pair) this.pair(s, code, t);
    else if (kind === Kind.Ascii) this.ascii(s, code, t);
    else if (kind === Kind.Reading) this.reading(s, t);
    else if (kind === Kind.LostReading) this.lostReading(s, t);
    else this.literal(s, t);
  }

  private pair(s: State, code: number, t: number): void {
    const first = this.feed(s, code >> 8, t, false);
    if (first) this.add(this.feed(first, code & 255, t, this.readingAfter(t)));
  }

  private ascii(s: State, unit: number, t: number): void {
    if (unit === QUESTION) this.question(s, t);
    if (unit === BANG) this.exclamation(s, t);
    if (s.pending === 0) return this.literal(s, t);
    if (unit >= 0x40) this.add(this.feed(s, unit, t, this.readingAfter(t)));
    else if (MARKS.has(unit)) this.pair(s, 0xa380 + unit, t);
  }

  /** The ! that replaced A3 A1, the end of one character and the beginning of the next, in 「。“」 and wherever the two meet. */
  private exclamation(s: State, t: number): void {
    if (s.pending > 0) this.pair(s, 0xa3a1, t);
    if (s.pending !== UNKNOWN) return;
    for (let lead = 0x81; lead < 0xff; lead++) {
      const begun = this.feed({ ...s, pending: 0 }, lead, t - 1, false);
      if (begun) this.pair(begun, 0xa3a1, t);
    }
  }

  /** A ? that stands for a lone byte before an ASCII byte; it has swallowed a bracket unless the ASCII byte is still there. */
  private question(s: State, t: number): void {
    const nextKind = t + 1 < this.tokens.length ? this.tokens.kind[t + 1] : undefined, nextUnit = this.tokens.code[t + 1] ?? 0;
    if (s.pending === 0 && nextKind === Kind.Ascii && nextUnit === BANG) this.add({ ...s, pending: UNKNOWN });
    if (s.pending <= 0) return;
    const swallowed = nextKind !== undefined && !(nextKind === Kind.Ascii && nextUnit < 0x40);
    for (const trail of this.plausibleTrails(s.pending)) {
      const full = this.feed(s, trail, t, false);
      if (full) this.add(swallowed ? this.emit(full, BRACKET, t, 0) : full);
    }
  }

  /** A reading belongs to the character that the two bytes before it spell, whether they are one character here or not. */
  private reading(s: State, t: number): void {
    const cost = this.struckCost(s.byteBefore, s.byte, t);
    if (cost === undefined) return this.literal(s, t);
    const last = s.pending === 0 && s.last ? { ...s.last, end: this.tokens.start[t + 1]! } : s.last;
    this.add({ ...s, last, score: s.score - cost, joined: false });
  }

  private lostReading(s: State, t: number): void {
    let found = false;
    for (const byte of this.bytesRead(s.byte, this.tokens.reading.get(t) ?? '')) {
      const cost = this.struckCost(s.byte, byte, t) ?? 0, fed = this.feed(s, byte, t, true);
      if (!fed) continue;
      found = true;
      this.add({ ...fed, score: fed.score - cost, joined: false });
    }
    if (!found) this.literal(s, t);
  }

  private readonly readBytes = new Map<string, number[]>();

  /** Second bytes that spell a character of a reading with a first byte. */
  private bytesRead(first: number, reading: string): number[] {
    const key = `${first} ${reading}`;
    let bytes = this.readBytes.get(key);
    if (!bytes) this.readBytes.set(key, (bytes = range(0x40, 0xfe).filter((byte) => hasReading(this.unitOf[first * 256 + byte]!, reading))));
    return bytes;
  }

  /** The cost of a reading after these two bytes; undefined where it is not theirs. */
  private struckCost(first: number, second: number, t: number): number | undefined {
    const code = first * 256 + second, unit = this.unitOf[code] ?? 0;
    if (!unit || !hasReading(unit, this.tokens.reading.get(t) ?? '')) return undefined;
    return this.page.annotated.has(code) ? 0 : COST.newlyAnnotated + this.page.formCost(unit);
  }

  /** Two lost bytes before token t that spelt no character across the border. */
  private vanish(s: State, t: number): void {
    const second = this.firstByte(t);
    if (second === undefined) return;
    const firsts = this.plausibleTrails(s.pending).filter((byte) => byte >= 0x80).flatMap((byte) => this.feed(s, byte, t, false) ?? []);
    firsts.sort((x, y) => y.score - x.score);
    for (const first of firsts.slice(0, VANISHED_FIRST)) {
      if (first.score < (firsts[0]?.score ?? 0) - VANISHED_MARGIN) break;
      for (const lead of this.plausibleLeads(second)) {
        const begun = this.unitOf[first.byte * 256 + lead] ? undefined : this.feed(first, lead, t, false);
        if (begun) this.consume(begun, t);
      }
    }
  }

  /** The byte that token t begins with, as a trail byte; 0 for one that was lost. */
  private firstByte(t: number): number | undefined {
    const kind = this.tokens.kind[t]!, code = this.tokens.code[t]!;
    if (kind === Kind.Pair) return code >> 8;
    if (kind === Kind.LostReading || (kind === Kind.Ascii && code === QUESTION)) return 0;
    return kind === Kind.Ascii && code >= 0x40 && code < 0x7f ? code : undefined;
  }

  private readonly trailsOf = new Map<number, number[]>();
  private readonly leadsOf = new Map<number, number[]>();

  /** Trail bytes that make a likely character with a lead byte. */
  private plausibleTrails(lead: number): number[] {
    let trails = this.trailsOf.get(lead);
    if (!trails) this.trailsOf.set(lead, (trails = range(0x40, 0xfe).filter((trail) => this.plausible(lead * 256 + trail))));
    return trails;
  }

  /** Lead bytes that make a likely character with a trail byte; all if it is 0. */
  private plausibleLeads(trail: number): number[] {
    let leads = this.leadsOf.get(trail);
    if (!leads) this.leadsOf.set(trail, (leads = range(0x81, 0xfe).filter((lead) => trail === 0 || this.plausible(lead * 256 + trail))));
    return leads;
  }

  private plausible(code: number): boolean {
    const unit = this.unitOf[code]!;
    return unit !== 0 && this.page.formCost(unit) < UNLIKELY_FORM && this.page.model.knows(LanguageModel.classOf(unit));
  }

  /** Adds one byte to the stream: the second of a character, or the first of the next. */
  private feed(s: State, byte: number, t: number, followed: boolean): State | undefined {
    this.budget.left--;
    const unannotated = !followed && s.joined && this.page.annotated.has(s.byte * 256 + byte) ? COST.unannotated : 0;
    const bytes = { byteBefore: s.byte, byte, joined: true };
    if (s.pending === 0) return byte < 0x81 || byte > 0xfe ? undefined : { ...s, ...bytes, pending: byte, pendingStart: this.tokens.start[t]!, score: s.score - unannotated };
    const unit = s.pending > 0 ? this.unitOf[s.pending * 256 + byte]! : 0;
    if (!unit) return undefined;
    const cls = LanguageModel.classOf(unit), cost = unannotated + (runCost(s, unit, this.endsLine(t)) ?? this.page.formCost(unit)) + stopCost(s, unit);
    const emitted = this.emitted(s, unit, s.pendingStart, this.endOf(t));
    return { ...emitted, ...bytes, pending: 0, score: s.score - cost + this.page.model.score(s.a, s.b, cls) };
  }

  /** The token as it stands; what looks like a reading is then text. */
  private literal(s: State, t: number): void {
    if (s.pending !== 0) return;
    const kind = this.tokens.kind[t]!, reading = this.tokens.reading.get(t);
    if (reading === undefined) return this.add(this.emit(s, this.tokens.code[t]!, t, kind === Kind.Ascii ? (LITERAL_COST.get(this.tokens.code[t]!) ?? 0) : 0));
    const text = (kind === Kind.Reading ? '(' : '?') + reading + ')', start = this.tokens.start[t]!;
    let state: State = { ...s, score: s.score - COST.literalReading, byte: 0, byteBefore: 0 };
    for (let i = 0; i < text.length; i++) state = this.emitted(state, text.charCodeAt(i), start + i, start + i + 1);
    this.add(state);
  }

  private emit(s: State, unit: number, t: number, cost: number): State {
    const byte = asciiByte(unit);
    const unannotated = byte && s.joined && !this.readingAfter(t) && this.page.annotated.has(s.byte * 256 + byte) ? COST.unannotated : 0;
    const score = s.score - cost - unannotated - stopCost(s, unit) + this.page.model.score(s.a, s.b, LanguageModel.classOf(unit));
    return { ...this.emitted(s, unit, this.tokens.start[t]!, this.endOf(t)), byteBefore: s.byte, byte, joined: true, score };
  }

  private emitted(s: State, unit: number, start: number, end: number): State {
    return { ...s, a: s.b, b: LanguageModel.classOf(unit), last: { unit, start, end, before: s.last } };
  }

  private endOf(t: number): number {
    return this.tokens.start[t + 1]!;
  }

  private endsLine(t: number): boolean {
    const unit = t + 1 < this.tokens.length ? this.tokens.code[t + 1]! : 0x0a;
    return (unit === 0x0a || unit === 0x0d) && this.tokens.kind[t + 1] !== Kind.Pair;
  }

  private readingAfter(t: number): boolean {
    return t + 1 < this.tokens.length && this.tokens.kind[t + 1] === Kind.Reading;
  }

  /** Gives up the byte that waits for another. */
  private abandon(s: State): State {
    return s.pending === 0 ? s : { ...s, pending: 0, byte: 0, byteBefore: 0, score: s.score - COST.abandoned };
  }

  /** Paths that agree on all that matters for what follows are one path; the better survives and remembers the other. */
  private add(s: State | undefined): void {
    if (!s) return;
    const key = ((s.pending + 1) * 0x10000 + s.a) * 0x10000 + s.b, other = this.next.get(key);
    if (!other) { this.next.set(key, s); return; }
    const [better, worse] = s.score > other.score ? [s, other] : [other, s], margin = better.score - worse.score;
    this.next.set(key, margin < better.margin ? { ...better, margin, rival: worse.last } : better);
  }

  private select(): State[] {
    const states = [...this.next.values()].sort((x, y) => y.score - x.score), best = states[0]?.score ?? 0;
    const width = this.budget.left > 0 ? BEAM : 2;
    return states.slice(0, width).filter((s) => s.score > best - PRUNE);
  }
}

/**
 * What a full stop and a pause cost by how many characters stand since the last mark, from 1 to 16 and more: short words are listed, long
 * clauses end. Measured on sentences of official texts.
 */
const RUN_COST = new Map([
  ['。', [5.4, 2.6, 2.7, 2.4, 2.2, 1.8, 1.7, 1.5, 1.4, 1.3, 1.2, 1.2, 1, 1.1, 1, 0.9]],
  ['、', [1.8, 1.1, 1.2, 1.1, 1.3, 1.2, 1.4, 1.5, 1.7, 2, 2.1, 2.2, 2.2, 2.3, 2.4, 2.7]],
].map(([mark, costs]) => [(mark as string).charCodeAt(0), costs as number[]]));

function runCost(s: State, unit: number, endsLine: boolean): number | undefined {
  const costs = RUN_COST.get(unit);
  if (!costs || endsLine) return costs && (unit === PAUSE ? 6 : 1.2);
  let run = 0;
  for (let e = s.last; e && run < costs.length && isHan(e.unit); e = e.before) run++;
  return costs[run - 1];
}

/** the unit where it can be a trail byte, else 0 */
const asciiByte = (unit: number): number => (unit >= 0x40 && unit < 0x7f ? unit : 0);
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

const stopCost = (s: State, unit: number): number => (s.last && STOPS.has(unit) && STOPS.has(s.last.unit) ? COST.doubleStop : 0);
