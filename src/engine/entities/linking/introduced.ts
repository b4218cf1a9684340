import type { RawMention } from '../raw-mention';
import { keyOf, type Form } from './forms';

/** Where a text gives the short name it will use: （以下简称“甲局”）, ，简称乙会. */
const INTRODUCTION = /[（(，,]\s{0,2}(?:以下)?(?:统|通|并|均)?简称(?:为)?[：:]?\s{0,2}(?=\S)/gu;

const LONGEST_ALIAS = 30;

/** Pairs of an introduced short name and the mention directly before its introduction, each as [shorter, fuller]. */
export function pairIntroduced(forms: readonly Form[], mentions: readonly RawMention[], folded: string): [Form, Form][] {
  const byType = new Map(forms.map((f) => [`${f.type}:${f.key}`, f])), formOf = new Map<number, Form>(), pairs: [Form, Form][] = [];
  for (const f of forms) for (const i of f.mentions) formOf.set(i, f);
  let at = 0;
  for (const m of folded.matchAll(INTRODUCTION)) {
    while (at < mentions.length && mentions[at]!.end <= m.index) at++;
    const full = mentions[at - 1];
    if (!full || m.index - full.end > 1) continue;
    const stretch = folded.slice(m.index + m[0].length, m.index + m[0].length + LONGEST_ALIAS), alias = /^[“「『"《]?([^“”「」『』《》"，,；;。）)\n]+)/u.exec(stretch)?.[1];
    const short = alias && byType.get(`${full.type}:${keyOf(alias, full.type)}`), fullForm = formOf.get(at - 1);
    if (short && fullForm && short !== fullForm) pairs.push([short, fullForm]);
  }
  return pairs;
}
