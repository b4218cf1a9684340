import { inSteps } from '../../steps';
import type { FoundMention } from '../found-mention';

const FULL_DATE = /([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日/u;
const DOCUMENT_NUMBER = /〔(\d{4})〕\d+号$/u;
const YEAR = /(?:^|[^\d])(1[89]\d{2}|20\d{2})(?:年|[-—至]|〕|$)/gu;
const CHINESE_DIGITS = '〇一二三四五六七八九';

const yearValue = (written: string): number => Number(written.replace(/[^\d]/gu, (c) => String(Math.max(0, CHINESE_DIGITS.indexOf(c)))));

/** Mentions at either end among which the date of the document itself is looked for. */
const NEAR_END = 4;

/**
 * The year the text is of, by its own dates: the one full date near its beginning or (a signature's) at its end; a document number's year there;
 * otherwise the only year the text names. Nothing where they disagree or none is named. In steps.
 */
export function* documentYear(mentions: Iterable<FoundMention>): Generator<void, number | undefined> {
  const dated: string[] = [], named = new Set<number>();
  yield* inSteps(mentions, (m) => { if (m.type === 'TIME' || m.type === 'DOC') dated.push(m.folded); });
  // a number may be that of a document the text only names, so dates are asked first
  for (const pattern of [FULL_DATE, DOCUMENT_NUMBER]) for (const near of [dated.slice(-1), dated.slice(0, NEAR_END), dated.slice(-NEAR_END)]) {
    const years = new Set(near.flatMap((t) => { const m = pattern.exec(t)?.[1]; return m ? [yearValue(m)] : []; }));
    if (years.size === 1) return [...years][0];
  }
  yield* inSteps(dated, (t) => { if (!t.startsWith('《')) for (const m of t.matchAll(YEAR)) named.add(Number(m[1])); });
  return named.size === 1 ? [...named][0] : undefined;
}
