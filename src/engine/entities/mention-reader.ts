import type { SideReader } from '../side-reader';
import { paragraphAt, type Paragraph, type SourceText } from '../text';
import { differenceOf } from '../text/paragraph-difference';
import type { Dictionary } from './dictionary';
import { heldTitles } from './facts/titles';
import { FoundMention } from './found-mention';
import { setBorders } from './grammar/borders';
import { KnownWordings } from './grammar/known-wordings';
import { ShortForms } from './grammar/short-forms';
import type { Sought } from './grammar/sought';
import { introductionsIn } from './linking/introduced';
import { localMentionsBy, type LocalMentions } from './local-mentions';
import { keptMentions, MentionChanges, type Findings } from './mention-changes';
import type { RawMention } from './raw-mention';
import type { Recognizer } from './recognizer';

/** A paragraph's characters with mentions in it. */
type Read = readonly [folded: string, mentions: readonly RawMention[]];

/** Where mentions come from. */
export interface MentionSource {
  /** Reads a version of the text in steps, which must all be taken. Answers what is other than before. */
  readInSteps(text: SourceText): Generator<void, MentionChanges>;
  /** What was found in a paragraph of the text that was read last. */
  of(paragraph: Paragraph): Findings;
  /** All mentions of the text that was read last, in its order. */
  mentions(): Iterable<FoundMention>;
}

/**
 * Finds the mentions of a text, version after version: only paragraphs that changed are read, and those in which names stand that became known
 * or unknown by that. A mention that an edit did not change is the same object as before.
 */
export class MentionReader implements MentionSource {
  readonly #local: LocalMentions;
  readonly #known = new KnownWordings();
  readonly #short: ShortForms;
  /** the mentions of a paragraph with those that the document names elsewhere, before short forms are added */
  readonly #spread = new Map<Paragraph, readonly RawMention[]>();
  /** paragraphs to which short forms were added */
  readonly #shortened = new Set<Paragraph>();
  readonly #findings = new Map<Paragraph, Findings>();
  #text: SourceText | undefined;

  constructor(recognizer: Recognizer | undefined, private readonly dictionary: Dictionary | undefined, private readonly side?: SideReader) {
    this.#local = localMentionsBy(recognizer);
    this.#short = new ShortForms((word) => recognizer?.isWord(word) ?? false);
  }

  /** Reads a version of the text in steps, which must all be taken. Answers what is other than before. */
  *readInSteps(text: SourceText): Generator<void, MentionChanges> {
    const first = this.#text === undefined, { gone, come, isOne } = differenceOf(this.#text?.paragraphs ?? [], text);
    this.#text = text;
    yield* this.#local.ahead(come, this.side);
    const known = yield* this.#known.update(gone.map((p) => [p.folded, this.#local.of(p)] as const), come.map((p) => [p.folded, this.#local.of(p)] as const));
    const others = first ? [] : yield* this.#searched(known, new Set(come), (p) => this.#spreadOf(p) !== this.#local.of(p), (p) => this.#local.of(p)), before: Read[] = [], now: Read[] = [], changed = new Set<Paragraph>();
    for (const p of gone) before.push([p.folded, this.#spreadOf(p)]);
    for (const p of [...come, ...others]) {
      const old = this.#spread.get(p), spread = this.#known.spread(p.folded, this.#local.of(p));
      yield;
      if (old && isSameList(old, spread)) continue;
      if (old) before.push([p.folded, old]);
      this.#spread.set(p, spread);
      now.push([p.folded, spread]);
      changed.add(p);
    }
    const short = yield* this.#short.update(before, now);
    if (!first) for (const p of yield* this.#searched(short, changed, (paragraph) => this.#shortened.has(paragraph), (paragraph) => this.#spreadOf(paragraph))) changed.add(p);
    return yield* this.#exchange(gone, come, changed, isOne);
  }

  /** What was found in a paragraph of the text that was read last. */
  of(paragraph: Paragraph): Findings { return this.#findings.get(paragraph) ?? NOTHING; }

  #spreadOf(paragraph: Paragraph): readonly RawMention[] { return this.#spread.get(paragraph) ?? NO_MENTIONS; }

  /** All mentions of the text that was read last, in its order. */
  *mentions(): Generator<FoundMention> { for (const paragraph of this.#text?.paragraphs ?? []) yield* this.of(paragraph).mentions; }

  /** The last steps of reading a paragraph; its mentions are new objects for now. */
  #finish(paragraph: Paragraph): void {
    const { folded } = paragraph, spread = this.#spreadOf(paragraph), { repaired, shown } = this.#text!, more = this.#short.add(folded, spread);
    if (more === spread) this.#shortened.delete(paragraph); else this.#shortened.add(paragraph);
    // what its sentences alone tell has its borders already
    const found = more === this.#local.of(paragraph) ? more : setBorders(folded, more);
    const mentions = (this.dictionary?.mark(folded, found) ?? found).map(({ start, end, type, rule }) => {
      const at = paragraph.start + start, to = paragraph.start + end, written = repaired.slice(at, to);
      return new FoundMention(paragraph, start, end, type, rule, written, shown === repaired ? written : shown.slice(at, to));
    });
    this.#findings.set(paragraph, findingsOf(folded, mentions));
  }

  /** Puts what is found in the paragraphs that changed in the place of what was found before. `isOne`: those that came stand where the others went. */
  *#exchange(gone: readonly Paragraph[], come: readonly Paragraph[], changed: ReadonlySet<Paragraph>, isOne: boolean): Generator<void, MentionChanges> {
    const changes = new MentionChanges(), before = gone.flatMap((p) => this.#findings.get(p) ?? []), isNew = new Set(come);
    for (const p of gone) { this.#spread.delete(p); this.#shortened.delete(p); this.#findings.delete(p); }
    for (const p of come) {
      this.#finish(p);
      if (before.length === 0) changes.add([], [this.of(p)]);
      yield;
    }
    if (before.length > 0) {
      if (isOne) this.#keep(before, come);
      changes.add(before, come.map((p) => this.of(p)));
    }
    for (const p of changed) {
      if (isNew.has(p)) continue;
      const old = [this.of(p)];
      this.#finish(p);
      this.#keep(old, [p]);
      changes.add(old, [this.of(p)]);
      yield;
    }
    return changes;
  }

  /** Mentions in these paragraphs that are the same as before keep their objects. */
  #keep(before: readonly Findings[], paragraphs: readonly Paragraph[]): void {
    const kept = keptMentions(before.flatMap((f) => f.mentions), paragraphs.flatMap((p) => this.of(p).mentions));
    if (kept.size > 0) for (const p of paragraphs) this.#findings.set(p, findingsOf(p.folded, this.of(p).mentions.map((m) => kept.get(m) ?? m)));
  }

  /**
   * Paragraphs beside the known ones that may read otherwise than before, for what is sought. `wereAdded`: was anything added to its mentions, which
   * may go? `mentionsOf`: those that it is added to.
   */
  *#searched(sought: readonly Sought[], known: ReadonlySet<Paragraph>, wereAdded: (p: Paragraph) => boolean, mentionsOf: (p: Paragraph) => readonly RawMention[]): Generator<void, ReadonlySet<Paragraph>> {
    const { folded, paragraphs } = this.#text!, found = new Set<Paragraph>();
    for (const { word, adds } of sought) {
      for (let at = folded.indexOf(word); at >= 0;) {
        const p = paragraphAt(paragraphs, at)!, isIn = known.has(p) || found.has(p) || wereAdded(p) || adds?.(p.folded, mentionsOf(p), at - p.start) === true;
        if (isIn && !known.has(p)) found.add(p);
        at = folded.indexOf(word, isIn || !adds ? Math.max(at + 1, p.end) : at + 1);
      }
      yield;
    }
    return found;
  }
}

const NO_MENTIONS: readonly RawMention[] = [];
const NOTHING: Findings = { mentions: [], titles: [], introductions: [] };

/** What a paragraph with these mentions tells. */
export const findingsOf = (folded: string, mentions: readonly FoundMention[]): Findings => (mentions.length === 0 ? NOTHING : { mentions, titles: heldTitles(mentions, folded), introductions: introductionsIn(folded, mentions) });

const isSameList = (a: readonly RawMention[], b: readonly RawMention[]): boolean => a.length === b.length && a.every((m, i) => m.start === b[i]!.start && m.end === b[i]!.end && m.type === b[i]!.type && m.rule === b[i]!.rule);
