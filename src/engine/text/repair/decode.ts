import { abandon, Beam, bestOf, doubted, UNKNOWN_LEAD, type Doubt, type State } from './beam';
import { balanceCost, COST, lengthOf, pairedMarks, runCost, stopCost, type Emission, type PairedMarks } from './costs';
import { gbk } from './gbk';
import { LostBytes } from './lost-bytes';
import type { Page } from './page';
import { hasReading } from './readings';
import { Kind, type Tokens } from './tokens';

/** Work left for the whole text. When it is used up nothing is guessed any more, so that no text takes more than linear time. */
export interface Budget { left: number }

/** how many guesses of a vanished trail byte are followed up, and how far behind the best of them; fewer where two pairs vanished in a row */
const VANISHED = 8, VANISHED_TWICE = 3, VANISHED_MARGIN = 10;
/** paths so far behind the best guess no vanished bytes, no two pairs of them in a row */
const VANISH_PRUNE = 9, TWICE_PRUNE = 3;
/** Steps beyond the budget after which not even a single lost byte is guessed, and the trail bytes that are tried then, so that the text can go on. */
const OVERDRAFT = 2_000_000, UNGUESSED = 4;
const SENTENCE_END = 0x3002, NEWLINE = 0x0a, RETURN = 0x0d, BANG = 0x21, QUESTION = 0x3f, BRACKET = 0x28;
/** A3 A1, a full-width !, which became a half-width one */
const WIDE_BANG = 0xa3a1;
/** half-width marks that a full-width one, spelt by two shifted bytes, was turned into */
const MARKS = new Set(Array.from(',:;!?()', (c) => c.charCodeAt(0)));
/** what these marks cost as text: most of them are damage */
const LITERAL_COST = new Map([[BANG, 2], [QUESTION, 3]]);
/** tokens behind a mark in which its partner is looked for */
const AHEAD = 8;

/** Decodes tokens to the likeliest characters: a beam search over where characters begin and over what the lost bytes were. */
export class Decoder {
  /** places where another decoding was nearly as likely, in text order */
  readonly doubts: Doubt[] = [];
  private readonly unitOf = gbk().unitOf;
  private readonly lost: LostBytes;
  private next = new Beam();

  constructor(private readonly tokens: Tokens, private readonly page: Page, private readonly budget: Budget) {
    this.lost = new LostBytes(page);
  }

  /** Decodes all tokens and gives the last character. */
  run(): Emission | undefined {
    const start = this.page.model.classOf(SENTENCE_END);
    let paths: State[] = [{ score: 0, pending: 0, pendingStart: 0, chosen: false, byte: 0, byteBefore: 0, joined: false, a: start, b: start, last: undefined, doubts: undefined }];
    for (let t = 0; t < this.tokens.length; t++) {
      const [only] = paths;
      if (paths.length === 1 && only?.pending === 0) {
        paths = [this.clear(only)];
        const plain = this.plain(paths[0]!, t);
        if (plain) { paths[0] = plain; continue; }
      }
      paths = this.advance(paths, t);
    }
    return this.finish(paths);
  }

  /** A token on a border that can be read in one way only. */
  private plain(s: State, t: number): State | undefined {
    const kind = this.tokens.kind[t]!, code = this.tokens.code[t]!, isPair = kind === Kind.Pair;
    if (!isPair && kind !== Kind.Other && (kind !== Kind.Ascii || code === QUESTION)) return undefined;
    const unit = isPair ? this.unitOf[code]! : code;
    return {
      score: 0, pending: 0, pendingStart: 0, chosen: false, byte: isPair ? code & 255 : asciiByte(code), byteBefore: isPair ? code >> 8 : s.byte, joined: true,
      a: s.b, b: this.page.model.classOf(unit), last: { unit, index: lengthOf(s.last), start: this.tokens.start[t]!, end: this.endOf(t), lost: false, before: s.last }, doubts: undefined,
    };
  }

  private advance(paths: readonly State[], t: number): State[] {
    const best = paths[0]!.score;
    this.next = new Beam();
    for (const s of paths) {
      this.consume(s, t);
      if (s.pending > 0 && this.budget.left > 0 && s.score > best - VANISH_PRUNE) this.vanish(s, t, s.score > best - TWICE_PRUNE);
    }
    if (this.next.empty) for (const s of paths) this.consume(abandon(s), t);
    return this.next.select(this.budget.left <= 0);
  }

  private finish(paths: readonly State[]): Emission | undefined {
    this.next = new Beam();
    for (const s of paths) this.next.add(abandon(s));
    const [first, second] = this.next.select(false);
    return first && this.clear(doubted(first, second)).last;
  }

  /** All was decided up to here: notes the doubts and forgets the scores. */
  private clear(s: State): State {
    if (s.score === 0 && !s.doubts) return s;
    const found: Doubt[] = [];
    for (let d = s.doubts; d; d = d.before) found.push(d);
    this.doubts.push(...found.reverse());
    return { ...s, score: 0, doubts: undefined };
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
    if (s.pending > 0) this.pair(s, WIDE_BANG, t);
    if (s.pending !== UNKNOWN_LEAD) return;
    const border = { ...s, pending: 0 };
    for (const lead of this.lost.leadsOf(WIDE_BANG >> 8)) {
      const begun = this.feed(border, lead, t - 1, false);
      if (begun) this.pair({ ...begun, chosen: true }, WIDE_BANG, t);
    }
  }

  /** A ? that stands for a lone byte before an ASCII byte; it has swallowed a bracket unless the ASCII byte is still there. */
  private question(s: State, t: number): void {
    const nextKind = t + 1 < this.tokens.length ? this.tokens.kind[t + 1] : undefined, nextUnit = this.tokens.code[t + 1] ?? 0;
    if (s.pending === 0 && nextKind === Kind.Ascii && nextUnit === BANG && !this.exhausted) this.next.add({ ...s, pending: UNKNOWN_LEAD });
    if (s.pending <= 0) return;
    const swallowed = nextKind !== undefined && !(nextKind === Kind.Ascii && nextUnit < 0x40), chosen = { ...s, chosen: true };
    const trails = this.lost.trailsOf(s.pending);
    for (const trail of this.exhausted ? trails.slice(0, UNGUESSED) : trails) {
      const full = this.feed(chosen, trail, t, false);
      if (full) this.next.add(swallowed ? this.emit(full, BRACKET, t, 0) : full);
    }
  }

  /** A reading belongs to the character that the two bytes before it spell, whether they are one character here or not. */
  private reading(s: State, t: number): void {
    const cost = this.struckCost(s.byteBefore, s.byte, t);
    if (cost === undefined) return this.literal(s, t);
    const last = s.pending === 0 && s.last ? { ...s.last, end: this.endOf(t) } : s.last;
    this.next.add({ ...s, last, score: s.score - cost, joined: false });
  }

  /** A reading whose bracket was swallowed by the byte before it: that byte is told by the reading. */
  private lostReading(s: State, t: number): void {
    const bytes = this.lost.readAs(s.byte, this.tokens.reading.get(t) ?? ''), chosen = bytes.length > 1 ? { ...s, chosen: true } : s;
    let found = false;
    for (const byte of bytes) {
      const cost = this.struckCost(s.byte, byte, t) ?? 0, fed = this.feed(chosen, byte, t, true);
      if (!fed) continue;
      found = true;
      this.next.add({ ...fed, score: fed.score - cost, joined: false });
    }
    if (!found) this.literal(s, t);
  }

  /** The cost of a reading after these two bytes; undefined where it is not theirs. */
  private struckCost(first: number, second: number, t: number): number | undefined {
    const code = first * 256 + second, unit = this.unitOf[code] ?? 0;
    if (!unit || !hasReading(unit, this.tokens.reading.get(t) ?? '')) return undefined;
    return this.page.annotated.has(code) ? 0 : COST.newlyAnnotated + this.page.formCost(unit);
  }

  /** Bytes before token t that spelt no character across the border and are lost: two, or four where that happened twice in a row. */
  private vanish(s: State, t: number, twice: boolean): void {
    const second = this.firstByte(t), letter = this.page.letterBefore(t);
    if (second === undefined && letter === undefined) return;
    const goOn = (before: State): void => { this.vanishedLead(before, second, t); this.vanishedLetter(before, letter, t); };
    const chosen = { ...s, chosen: true }, firsts = this.lost.vanishingTrailsOf(s.pending).flatMap((byte) => this.feed(chosen, byte, t, false, true) ?? []);
    bestOf(firsts, VANISHED, VANISHED_MARGIN).forEach((first, i) => {
      goOn(first);
      if (i < VANISHED_TWICE && twice) this.vanishedMiddles(first, t).forEach(goOn);
    });
  }

  /** The lead byte of the character that goes on with token t, lost with the trail byte before it. */
  private vanishedLead(before: State, second: number | undefined, t: number): void {
    if (second === undefined) return;
    for (const lead of this.lost.leadsOf(second)) {
      const begun = this.unitOf[before.byte * 256 + lead] ? undefined : this.feed(before, lead, t, false);
      if (begun) this.consume({ ...begun, chosen: true }, t);
    }
  }

  /** The first letter of an abbreviation, lost with the trail byte before it. */
  private vanishedLetter(before: State, letter: number | undefined, t: number): void {
    if (letter === undefined || this.unitOf[before.byte * 256 + letter]) return;
    this.consume(this.emit(before, letter, t, COST.letter, true), t);
  }

  /** A character of which both bytes are lost: one that was seen after those before it. */
  private vanishedMiddles(before: State, t: number): State[] {
    const codes = [...this.page.model.followers(before.a, before.b)].flatMap((id) => this.lost.middlesOf(id));
    const middles = codes.filter((code) => this.unitOf[before.byte * 256 + (code >> 8)] === 0).flatMap((code) => {
      const begun = this.feed(before, code >> 8, t, false), full = begun && this.feed({ ...begun, chosen: true }, code & 255, t, false, true);
      return full ?? [];
    });
    return bestOf(middles, VANISHED_TWICE, VANISHED_MARGIN);
  }

  /** The byte that token t begins with, as a trail byte; 0 for one that was lost. */
  private firstByte(t: number): number | undefined {
    const kind = this.tokens.kind[t]!, code = this.tokens.code[t]!;
    if (kind === Kind.Pair) return code >> 8;
    if (kind === Kind.LostReading || (kind === Kind.Ascii && code === QUESTION)) return 0;
    return kind === Kind.Ascii && asciiByte(code) ? code : undefined;
  }

  /**
   * Adds one byte to the stream: the second of a character, or the first of the next.
   * @param t the token that the byte is a part of, or `before` which it was lost
   * @param followed whether a reading comes after the byte
   */
  private feed(s: State, byte: number, t: number, followed: boolean, before = false): State | undefined {
    this.budget.left--;
    const score = s.score - (!followed && s.joined && this.page.annotated.has(s.byte * 256 + byte) ? COST.unannotated : 0);
    if (s.pending === 0) return this.begin(s, byte, t, score);
    const unit = s.pending > 0 ? this.unitOf[s.pending * 256 + byte]! : 0;
    if (!unit) return undefined;
    const id = this.page.model.classOf(unit), likely = score + this.page.model.score(this.third(s), s.a, s.b, id);
    if (this.next.hopeless(likely)) return undefined;
    const cost = this.page.formCost(unit) + runCost(s.last, unit, this.endsLine(t)) + this.markCost(s, unit, t);
    const last = { unit, index: lengthOf(s.last), start: s.pendingStart, end: before ? this.tokens.start[t]! : this.endOf(t), lost: s.chosen, before: s.last };
    return { score: likely - cost, pending: 0, pendingStart: s.pendingStart, chosen: false, byte, byteBefore: s.byte, joined: true, a: s.b, b: id, last, doubts: s.doubts };
  }

  /** A byte on a border: a lead byte, or a letter that was the second byte of what stands in the text. */
  private begin(s: State, byte: number, t: number, score: number): State | undefined {
    if (byte < 0x80) return asciiByte(byte) ? this.emit({ ...s, score }, byte, t, COST.letter) : undefined;
    if (byte > 0xfe || byte === 0x80) return undefined;
    return { score, pending: byte, pendingStart: this.tokens.start[t]!, chosen: false, byte, byteBefore: s.byte, joined: true, a: s.a, b: s.b, last: s.last, doubts: s.doubts };
  }

  /** The token as it stands; what looks like a reading is then text. */
  private literal(s: State, t: number): void {
    if (s.pending !== 0) return;
    const kind = this.tokens.kind[t]!, code = this.tokens.code[t]!, reading = this.tokens.reading.get(t);
    if (reading === undefined) return this.next.add(this.emit(s, code, t, kind === Kind.Ascii ? (LITERAL_COST.get(code) ?? 0) : 0));
    const text = (kind === Kind.Reading ? '(' : '?') + reading + ')', start = this.tokens.start[t]!;
    let { a, b, last } = s;
    for (let i = 0; i < text.length; i++) {
      last = { unit: text.charCodeAt(i), index: lengthOf(last), start: start + i, end: start + i + 1, lost: false, before: last };
      a = b;
      b = this.page.model.classOf(last.unit);
    }
    this.next.add({ ...s, score: s.score - COST.literalReading, byte: 0, byteBefore: 0, a, b, last });
  }

  /** A unit of one byte, or one that is no pair, as a character of its own. */
  private emit(s: State, unit: number, t: number, cost: number, lost = false): State {
    const byte = asciiByte(unit), id = this.page.model.classOf(unit);
    const unannotated = byte && s.joined && !this.readingAfter(t) && this.page.annotated.has(s.byte * 256 + byte) ? COST.unannotated : 0;
    const score = s.score - cost - unannotated - this.markCost(s, unit, t) + this.page.model.score(this.third(s), s.a, s.b, id);
    const last = { unit, index: lengthOf(s.last), start: this.tokens.start[t]!, end: lost ? this.tokens.start[t]! : this.endOf(t), lost, before: s.last };
    return { score, pending: s.pending, pendingStart: s.pendingStart, chosen: false, byte, byteBefore: s.byte, joined: true, a: s.b, b: id, last, doubts: s.doubts };
  }

  /** What a mark costs by the marks around it. */
  private markCost({ last }: State, unit: number, t: number): number {
    const marks = pairedMarks(unit);
    if (!marks) return stopCost(last, unit);
    const opens = unit === marks.open, ahead = opens ? (this.endsLine(t) ? COST.openAtEnd : 0) - (this.closes(marks, t) ? COST.closedAhead : 0) : 0;
    return ahead + balanceCost(last, unit, marks);
  }

  /** Whether the text close behind a token, where it is in step, closes what was opened. */
  private closes(marks: PairedMarks, t: number): boolean {
    for (let i = t + 1; i < Math.min(t + AHEAD, this.tokens.length); i++) {
      const unit = this.tokens.kind[i] === Kind.Pair ? this.unitOf[this.tokens.code[i]!]! : this.tokens.code[i]!;
      if (unit === marks.open || unit === NEWLINE) return false;
      if (unit === marks.close) return true;
    }
    return false;
  }

  private get exhausted(): boolean {
    return this.budget.left < -OVERDRAFT;
  }

  private add(s: State | undefined): void {
    if (s) this.next.add(s);
  }

  private endOf(t: number): number {
    return this.tokens.start[t + 1]!;
  }

  private endsLine(t: number): boolean {
    const unit = t + 1 < this.tokens.length ? this.tokens.code[t + 1]! : NEWLINE;
    return (unit === NEWLINE || unit === RETURN) && this.tokens.kind[t + 1] !== Kind.Pair;
  }

  private readingAfter(t: number): boolean {
    return t + 1 < this.tokens.length && this.tokens.kind[t + 1] === Kind.Reading;
  }

  /** class of the character before the last two */
  private third(s: State): number {
    return this.page.model.classOf(s.last?.before?.before?.unit ?? SENTENCE_END);
  }
}

/** the unit where it can be a trail byte, else 0 */
const asciiByte = (unit: number): number => (unit >= 0x40 && unit < 0x7f ? unit : 0);
