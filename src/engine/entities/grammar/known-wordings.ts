import type { EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';
import { StartMap } from '../../lexicon/start-map';

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
  /** those that begin with two characters, longest first */
  readonly #byStart = new StartMap<readonly Known[]>();

  /** Counts the mentions of paragraphs that went and that came. Answers the wordings for which other paragraphs must be searched again. */
  update(gone: Iterable<readonly [folded: string, mentions: readonly RawMention[]]>, come: Iterable<readonly [folded: string, mentions: readonly RawMention[]]>): string[] {
    const touched = new Set<string>();
    for (const [folded, mentions] of gone) for (const m of mentions) this.#count(folded.slice(m.start, m.end), m.type, -1, touched);
    for (const [folded, mentions] of come) for (const m of mentions) this.#count(folded.slice(m.start, m.end), m.type, 1, touched);
    return [...touched].filter((wording) => this.#settle(wording));
  }

  /** The mentions of a paragraph with those that the document names elsewhere: sorted, none overlapping another. */
  spread(folded: string, mentions: readonly RawMention[]): readonly RawMention[] {
    let kept: (RawMention | undefined)[] | undefined, taken: Int32Array | undefined;
    for (let i = 0; i + 1 < folded.length; i++) {
      const found = this.#byStart.at(folded, i)?.find(({ wording }) => folded.startsWith(wording, i));
      if (!found) continue;
      taken ??= placesOf(folded, mentions);
      kept ??= [...mentions];
      const end = i + found.wording.length, inside = mentionsAt(taken, i, end);
      if (!this.#belongs(found, folded, i, end, inside.map((k) => kept![k]!))) continue;
      for (const k of inside) kept[k] = undefined;
      taken.fill(kept.length, i, end);
      kept.push({ start: i, end, type: found.type, rule: 'document.again' });
      i = end - 1;
    }
    return kept ? kept.filter((m) => m !== undefined).sort((a, b) => a.start - b.start) : mentions;
  }

  #belongs({ wording, type, repeated }: Known, folded: string, start: number, end: number, inside: readonly RawMention[]): boolean {
    if (inside.some((m) => m.start < start || m.end > end || (m.start === start && m.end === end))) return false;
    if (!repeated && (inside.length > 0 || (type === 'LOC' && wording.length < 3))) return false;
    return !(wording.endsWith('部') && folded[end] === '门');
  }

  #count(wording: string, type: EntityType, sign: number, touched: Set<string>): void {
    if (wording.length > LONGEST) return;
    const types = this.#counts.get(wording) ?? new Map<EntityType, number>(), count = (types.get(type) ?? 0) + sign;
    if (count > 0) types.set(type, count); else types.delete(type);
    if (types.size > 0) this.#counts.set(wording, types); else this.#counts.delete(wording);
    touched.add(wording);
  }

  /** Brings up to date what is known of a wording; says whether that changed. */
  #settle(wording: string): boolean {
    const types = this.#counts.get(wording), [type, count] = types?.size === 1 ? [...types][0]! : [], before = this.#known.get(wording);
    const now = type !== undefined && wording.length >= (LEAST[type] ?? Infinity) ? { wording, type, repeated: count! > 1 } : undefined;
    if (now?.type === before?.type && now?.repeated === before?.repeated) return false;
    const others = (this.#byStart.at(wording, 0) ?? []).filter((k) => k !== before), list = now ? [...others, now].sort((a, b) => b.wording.length - a.wording.length) : others;
    this.#byStart.set(wording, list.length > 0 ? list : undefined);
    if (now) this.#known.set(wording, now); else this.#known.delete(wording);
    return true;
  }
}

/** For each character the index of the mention it is in, -1 for none. */
export function placesOf(folded: string, mentions: readonly RawMention[]): Int32Array {
  const taken = new Int32Array(folded.length).fill(-1);
  mentions.forEach((m, k) => taken.fill(k, m.start, m.end));
  return taken;
}

/** Indices of the mentions in a stretch. */
export function mentionsAt(taken: Int32Array, start: number, end: number): number[] {
  const inside: number[] = [];
  for (let k = start; k < end; k++) { const m = taken[k]!; if (m >= 0 && inside.at(-1) !== m) inside.push(m); }
  return inside;
}
