import type { EntityType } from '../../analysis';
import type { FoundMention } from '../found-mention';
import { keyOf } from './forms';

/** Where a text gives the short name it will use: （以下简称“甲局”）, ，简称乙会. */
const INTRODUCTION = /[（(，,]\s{0,2}(?:以下)?(?:统|通|并|均)?简称(?:为)?[：:]?\s{0,2}(?=\S)/gu;

const LONGEST_ALIAS = 30;

/** A short name that a paragraph gives to what is mentioned directly before. */
export interface Introduction { readonly full: FoundMention; readonly alias: string }

/** The introductions in a paragraph with these mentions. */
export function introductionsIn(folded: string, mentions: readonly FoundMention[]): Introduction[] {
  if (!folded.includes('简称')) return NONE;
  const found: Introduction[] = [];
  let at = 0;
  for (const m of folded.matchAll(INTRODUCTION)) {
    while (at < mentions.length && mentions[at]!.to <= m.index) at++;
    const full = mentions[at - 1];
    if (!full || m.index - full.to > 1) continue;
    const stretch = folded.slice(m.index + m[0].length, m.index + m[0].length + LONGEST_ALIAS), alias = /^[“「『"《]?([^“”「」『』《》"，,；;。）)\n]+)/u.exec(stretch)?.[1];
    if (alias !== undefined) found.push({ full, alias });
  }
  return found;
}

const NONE: never[] = [];

/** Which wordings of one type are introduced for one another, version after version. */
export class Introduced {
  /** how often two wordings are introduced, for either of them */
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(private readonly type: EntityType) {}

  /** The wordings that a wording is introduced for, or that are introduced for it. */
  of(key: string): readonly string[] {
    const others = this.#counts.get(key);
    return others ? [...others.keys()] : NONE;
  }

  /** Takes out introductions that went and puts in those that came. Answers the wordings that they are about. */
  update(gone: readonly Introduction[], come: readonly Introduction[]): Set<string> {
    const concerned = new Set<string>();
    for (const [introductions, sign] of [[gone, -1], [come, 1]] as const) for (const { full, alias } of introductions) {
      if (full.type !== this.type) continue;
      const short = keyOf(alias, full.type), long = keyOf(full.folded, full.type);
      if (short === long) continue;
      for (const [a, b] of [[short, long], [long, short]] as const) { this.#count(a, b, sign); concerned.add(a); }
    }
    return concerned;
  }

  #count(key: string, other: string, sign: number): void {
    const others = this.#counts.get(key) ?? new Map<string, number>(), count = (others.get(other) ?? 0) + sign;
    if (count > 0) others.set(other, count); else others.delete(other);
    if (others.size > 0) this.#counts.set(key, others); else this.#counts.delete(key);
  }
}
