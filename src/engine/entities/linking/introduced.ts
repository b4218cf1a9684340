import type { FoundMention } from '../found-mention';
import { keyOf, type Form } from './forms';

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

const NONE: Introduction[] = [];

/** Pairs of an introduced short name and the name that it is introduced for, each as [shorter, fuller]; all of one type. */
export function pairIntroduced(forms: readonly Form[], introductions: readonly Introduction[]): [Form, Form][] {
  if (introductions.length === 0) return [];
  const byKey = new Map(forms.map((f) => [f.key, f]));
  return introductions.flatMap(({ full, alias }): [Form, Form][] => {
    const short = byKey.get(keyOf(alias, full.type)), fullForm = byKey.get(keyOf(full.folded, full.type));
    return short && fullForm && short !== fullForm ? [[short, fullForm]] : [];
  });
}
