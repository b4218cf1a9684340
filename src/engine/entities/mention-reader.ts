import type { EntityType } from '../analysis';
import { ENTITY_TYPES } from '../analysis';
import { paragraphAt, type Paragraph, type SourceText } from '../text';
import type { Dictionary } from './dictionary';
import { heldTitles, type HeldTitle } from './facts/titles';
import { FoundMention } from './found-mention';
import { setBorders } from './grammar/borders';
import { KnownWordings } from './grammar/known-wordings';
import { ShortForms } from './grammar/short-forms';
import { introductionsIn, type Introduction } from './linking/introduced';
import { localMentionsBy, type LocalMentions } from './local-mentions';
import type { RawMention } from './raw-mention';
import type { Recognizer } from './recognizer';

/** What was found in a paragraph. */
export interface Findings {
  readonly mentions: readonly FoundMention[];
  readonly titles: readonly HeldTitle[];
  readonly introductions: readonly Introduction[];
}

/** The mentions of a paragraph before and after those were added that the rest of the document tells of. */
interface Steps { readonly spread: readonly RawMention[]; readonly raw: readonly RawMention[] }

/** Where mentions come from. */
export interface MentionSource {
  /** Reads of a paragraph what does not depend on the rest of its text, and keeps it. */
  prepare?(paragraph: Paragraph): void;
  /** Reads a version of the text. Answers the types whose mentions are others than before, or are to be linked by other words. */
  read(text: SourceText): ReadonlySet<EntityType>;
  /** What was found in a paragraph of the text that was read last. */
  of(paragraph: Paragraph): Findings;
  /** All mentions of the text that was read last, in its order. */
  mentions(): Iterable<FoundMention>;
}

const ALL: ReadonlySet<EntityType> = new Set(ENTITY_TYPES);

/**
 * Finds the mentions of a text, version after version: only paragraphs that changed are read, and those in which names stand that became known
 * or unknown by that. A mention that an edit did not change is the same object as before.
 */
export class MentionReader implements MentionSource {
  readonly #local: LocalMentions;
  readonly #known = new KnownWordings();
  readonly #short: ShortForms;
  readonly #steps = new Map<Paragraph, Steps>();
  readonly #findings = new Map<Paragraph, Findings>();
  #text: SourceText | undefined;

  constructor(recognizer: Recognizer | undefined, private readonly dictionary: Dictionary | undefined) {
    this.#local = localMentionsBy(recognizer);
    this.#short = new ShortForms((word) => recognizer?.isWord(word) ?? false);
  }

  prepare(paragraph: Paragraph): void { this.#local(paragraph); }

  /** Reads a version of the text. Answers the types whose mentions are others than before, or are to be linked by other words. */
  read(text: SourceText): ReadonlySet<EntityType> {
    const first = this.#text === undefined, { gone, come, from, isOne } = differenceOf(this.#text?.paragraphs ?? [], text.paragraphs);
    this.#text = text;
    const known = this.#known.update(gone.map((p) => [p.folded, this.#local(p)] as const), come.map((p) => [p.folded, this.#local(p)] as const));
    const searched = first ? come : this.#withWords(come, known), spread = searched.map((p) => this.#known.spread(p.folded, this.#local(p)));
    const short = this.#short.update(
      [...gone, ...searched].flatMap((p) => { const steps = this.#steps.get(p); return steps ? [[p.folded, steps.spread] as const] : []; }), searched.map((p, i) => [p.folded, spread[i]!] as const),
    );
    searched.forEach((p, i) => this.#steps.set(p, { spread: spread[i]!, raw: [] }));
    const changed = first ? come : this.#withWords(searched, short);
    const before = [...changed.filter((p) => p.index < from), ...gone, ...changed.filter((p) => p.index >= from)].flatMap((p) => this.#findings.get(p) ?? []);
    for (const p of changed) this.#finish(p);
    for (const p of gone) { this.#steps.delete(p); this.#findings.delete(p); }
    return first || !isOne ? ALL : this.#settle(before, changed);
  }

  /** What was found in a paragraph of the text that was read last. */
  of(paragraph: Paragraph): Findings { return this.#findings.get(paragraph) ?? NOTHING; }

  /** All mentions of the text that was read last, in its order. */
  *mentions(): Generator<FoundMention> { for (const paragraph of this.#text?.paragraphs ?? []) yield* this.of(paragraph).mentions; }

  /** The last steps of reading a paragraph; its mentions are new objects for now. */
  #finish(paragraph: Paragraph): void {
    const { folded } = paragraph, { spread } = this.#steps.get(paragraph)!, { repaired, shown } = this.#text!, more = this.#short.add(folded, spread);
    // what its sentences alone tell has its borders already
    const found = more === this.#local(paragraph) ? more : setBorders(folded, more);
    const mentions = (this.dictionary?.mark(folded, found) ?? found).map(({ start, end, type, rule }) => {
      const at = paragraph.start + start, to = paragraph.start + end, written = repaired.slice(at, to);
      return new FoundMention(paragraph, start, end, type, rule, written, shown === repaired ? written : shown.slice(at, to));
    });
    this.#findings.set(paragraph, findingsOf(folded, mentions));
  }

  /** Types that have the same mentions as before in the paragraphs that changed keep their objects; the others are answered. */
  #settle(before: readonly Findings[], changed: readonly Paragraph[]): Set<EntityType> {
    const after = changed.map((p) => this.#findings.get(p)!), others = new Set<EntityType>(), kept = new Map<FoundMention, FoundMention>();
    for (const type of ENTITY_TYPES) {
      const old = ofType(before, type), now = ofType(after, type);
      if (old.length !== now.length || old.some((m, i) => m.text !== now[i]!.text || m.shown !== now[i]!.shown || m.folded !== now[i]!.folded)) others.add(type);
      else now.forEach((m, i) => kept.set(m, old[i]!.takePlaceOf(m)));
    }
    for (const p of changed) { const { mentions } = this.#findings.get(p)!; this.#findings.set(p, findingsOf(p.folded, mentions.map((m) => kept.get(m) ?? m))); }
    const now = changed.map((p) => this.#findings.get(p)!);
    if (titlesIn(before) !== titlesIn(now)) others.add('PER');
    for (const type of ENTITY_TYPES) if (introducedIn(before, type) !== introducedIn(now, type)) others.add(type);
    return others;
  }

  /** These paragraphs and all others that hold one of the words, in text order. */
  #withWords(paragraphs: readonly Paragraph[], words: readonly string[]): readonly Paragraph[] {
    if (words.length === 0) return paragraphs;
    const { folded, paragraphs: all } = this.#text!, found = new Set(paragraphs);
    for (const word of new Set(words)) {
      for (let at = folded.indexOf(word); at >= 0;) {
        const paragraph = paragraphAt(all, at)!;
        found.add(paragraph);
        at = folded.indexOf(word, Math.max(at + 1, paragraph.end));
      }
    }
    return [...found].sort((a, b) => a.index - b.index);
  }
}

const NOTHING: Findings = { mentions: [], titles: [], introductions: [] };

/** What a paragraph with these mentions tells. */
export const findingsOf = (folded: string, mentions: readonly FoundMention[]): Findings => (mentions.length === 0 ? NOTHING : { mentions, titles: heldTitles(mentions, folded), introductions: introductionsIn(folded, mentions) });
const ofType = (findings: readonly Findings[], type: EntityType): FoundMention[] => findings.flatMap(({ mentions }) => mentions.filter((m) => m.type === type));
const titlesIn = (findings: readonly Findings[]): string => findings.flatMap(({ titles }) => titles.map(({ person, title }) => `${person.text}=${title}`)).join();
const introducedIn = (findings: readonly Findings[], type: EntityType): string => findings.flatMap(({ introductions }) => introductions.filter(({ full }) => full.type === type).map(({ full, alias }) => `${full.text}=${alias}`)).join();

/** Paragraphs that went and that came between two versions, perhaps in several places, the number of the first that may have come, and whether it is one place. */
function differenceOf(before: readonly Paragraph[], after: readonly Paragraph[]): { gone: readonly Paragraph[]; come: readonly Paragraph[]; from: number; isOne: boolean } {
  let from = 0, same = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) from++;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const old = before.slice(from, before.length - same), now = after.slice(from, after.length - same), nowHas = new Set(now), stays = new Set(old.filter((p) => nowHas.has(p)));
  return { gone: old.filter((p) => !stays.has(p)), come: now.filter((p) => !stays.has(p)), from, isOne: stays.size === 0 };
}
