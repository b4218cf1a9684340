import type { EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';
import { inSteps } from '../../steps';
import { Retagging } from './retagging';
import type { Sought } from './sought';
import { LongestWords } from '../../lexicon/longest-words';

/** Least length in characters of a wording that is looked for again in the document, by type; types without one are not. */
const LEAST: Partial<Record<EntityType, number>> = { PER: 2, ORG: 3, LOC: 2, TERM: 3 };
/** Longer wordings are not looked for. */
const LONGEST = 40;

/** How often a wording is tagged with a type, and with which others. */
interface Tagged { readonly type: EntityType; count: number; readonly others: Tagged | undefined }

interface Known { readonly wording: string; readonly type: EntityType; /** is it tagged more than once? */ readonly repeated: boolean }

/**
 * What is named in one place of a document is named in the others: a wording tagged with one type is tagged where it was left out, and
 * where only parts of it were tagged if it was tagged as a whole more often than not.
 */
export class KnownWordings {
  /** how often each wording is tagged; most with one type only, so these are no maps of maps */
  readonly #counts = new Map<string, Tagged>();
  readonly #known = new Map<string, Known>();
  readonly #longest = new LongestWords<Known>();

  /** Counts the mentions of paragraphs that went and that came, in steps. Answers for what other paragraphs must be searched again. */
  *update(gone: Iterable<readonly [folded: string, mentions: readonly RawMention[]]>, come: Iterable<readonly [folded: string, mentions: readonly RawMention[]]>): Generator<void, Sought[]> {
    const touched = new Set<string>(), sought: Sought[] = [];
    for (const [read, sign] of [[gone, -1], [come, 1]] as const) yield* inSteps(read, ([folded, mentions]) => { for (const m of mentions) this.#count(folded.slice(m.start, m.end), m.type, sign, touched); });
    yield* inSteps(touched, (word) => { if (this.#settle(word)) sought.push({ word, adds: this.#adds }); });
    return sought;
  }

  /** The mentions of a paragraph with those that the document names elsewhere: sorted, none overlapping another. */
  spread(folded: string, mentions: readonly RawMention[]): readonly RawMention[] {
    let retagging: Retagging | undefined, next = 0;
    for (let i = 0; i + 1 < folded.length; i++) {
      const found = this.#longest.at(folded, i);
      if (!found) continue;
      const end = i + found.wording.length;
      while (next < mentions.length && mentions[next]!.start < i) next++;
      // most are tagged already
      if (next < mentions.length && mentions[next]!.start === i && mentions[next]!.end === end) continue;
      retagging ??= new Retagging(mentions);
      const inside = retagging.in(i, end);
      if (!this.#belongs(found, folded, i, end, inside)) continue;
      retagging.put({ start: i, end, type: found.type, rule: 'document.again' }, inside);
      i = end - 1;
    }
    return retagging?.result ?? mentions;
  }

  /** Is the wording that counts at an offset to be tagged among these mentions? One that went makes room for a shorter one. */
  readonly #adds = (folded: string, mentions: readonly RawMention[], at: number): boolean => {
    const known = this.#longest.at(folded, at), end = at + (known?.wording.length ?? 0);
    return known !== undefined && this.#belongs(known, folded, at, end, new Retagging(mentions).in(at, end));
  };

  #belongs({ wording, type, repeated }: Known, folded: string, start: number, end: number, inside: readonly RawMention[]): boolean {
    if (inside.some((m) => m.start < start || m.end > end || (m.start === start && m.end === end))) return false;
    if (!repeated && (inside.length > 0 || (type === 'LOC' && wording.length < 3))) return false;
    return !(wording.endsWith('部') && folded[end] === '门');
  }

  #count(wording: string, type: EntityType, sign: number, touched: Set<string>): void {
    if (wording.length > LONGEST) return;
    const first = this.#counts.get(wording);
    let tagged = first;
    while (tagged && tagged.type !== type) tagged = tagged.others;
    if (tagged) tagged.count += sign; else this.#counts.set(wording, { type, count: sign, others: first });
    touched.add(wording);
  }

  /** Brings up to date what is known of a wording; says whether that changed. */
  #settle(wording: string): boolean {
    const before = this.#known.get(wording), now = this.#read(wording);
    if (now?.type === before?.type && now?.repeated === before?.repeated) return false;
    if (before) this.#longest.delete(before);
    if (now) this.#longest.add(now);
    if (now) this.#known.set(wording, now); else this.#known.delete(wording);
    return true;
  }

  /** What the counts say of a wording: nothing where it is tagged with several types. One that is tagged no more is forgotten. */
  #read(wording: string): Known | undefined {
    let only: Tagged | undefined;
    for (let tagged = this.#counts.get(wording); tagged; tagged = tagged.others) {
      if (tagged.count === 0) continue;
      if (only) return undefined;
      only = tagged;
    }
    if (!only) this.#counts.delete(wording);
    return only && wording.length >= (LEAST[only.type] ?? Infinity) ? { wording, type: only.type, repeated: only.count > 1 } : undefined;
  }
}
