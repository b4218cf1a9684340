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

interface Known { readonly wording: string; readonly type: EntityType; /** is it tagged more than once? */ readonly repeated: boolean }

/**
 * What is named in one place of a document is named in the others: a wording tagged with one type is tagged where it was left out, and
 * where only parts of it were tagged if it was tagged as a whole more often than not.
 */
export class KnownWordings {
  /** how often each wording is tagged, by type */
  readonly #counts = new Map<string, Map<EntityType, number>>();
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
    let retagging: Retagging | undefined;
    for (let i = 0; i + 1 < folded.length; i++) {
      const found = this.#longest.at(folded, i);
      if (!found) continue;
      retagging ??= new Retagging(mentions);
      const end = i + found.wording.length, inside = retagging.in(i, end);
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
    let types = this.#counts.get(wording);
    if (!types) this.#counts.set(wording, types = new Map<EntityType, number>());
    const count = (types.get(type) ?? 0) + sign;
    if (count > 0) types.set(type, count); else types.delete(type);
    if (types.size === 0) this.#counts.delete(wording);
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

  /** What the counts say of a wording: nothing where it is tagged with several types. */
  #read(wording: string): Known | undefined {
    const types = this.#counts.get(wording);
    if (types?.size !== 1) return undefined;
    for (const [type, count] of types) if (wording.length >= (LEAST[type] ?? Infinity)) return { wording, type, repeated: count > 1 };
    return undefined;
  }
}
