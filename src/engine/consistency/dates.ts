import { readNumber } from '../entities/facts/numerals';
import { perParagraph } from '../text';

/** A day of a month as a text writes it, perhaps with its year and its weekday. Offsets into its paragraph. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly year: number | undefined;
  /** 1…12; not written in 9月7日至9日 */
  readonly month: number | undefined;
  readonly day: number;
  /** it is the last of several days written together, and a weekday behind it may be another's */
  readonly isRange: boolean;
  readonly weekday: { readonly from: number; readonly to: number; readonly written: string } | undefined;
}

/** A year that a text names. Offsets into its paragraph. */
export interface WrittenYear { readonly from: number; readonly to: number; readonly year: number }

const N = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})', DAY_PART = '(?:上午|下午|中午|晚上?|全天)?', DAY = '[一二三四五六日天]';
const YEAR_MONTH_DAY = `(?:([12]\\d{3}|[一二][〇○零一二三四五六七八九]{3})年)?(?:(${N})月)?(?<!\\d)(${N})[日号]`;
/** A weekday in brackets of its own or, written 星期五, right behind the date: 9月7日周一 may go on with anything. */
const WEEKDAY = `[（(]${DAY_PART}[本下]?((?:星期|周|礼拜)${DAY})${DAY_PART}[）)]|(星期${DAY})(?![、至到—～~-]|${DAY})`;
const DATE = new RegExp(`${YEAR_MONTH_DAY}(?:${DAY_PART}(?:${WEEKDAY}))?`, 'gu');
const WEEKDAY_WORD = new RegExp(`(?:星期|周|礼拜)${DAY}`, 'u');
/** Before a date: its year is told by other words, or it is of another calendar, or of every year. */
const ELSEWHERE = /(?<![今本])年$|农历|阴历|旧历|夏历|藏历|[每逢]$/u;

/** Is there a weekday in the text, whether or not a date stands beside it? */
export const namesWeekday = (folded: string): boolean => WEEKDAY_WORD.test(folded);

/** The dates of a paragraph that name at least a day, in text order; those that belong to another year or calendar than they say are left out. */
export const datesIn = perParagraph(({ folded }): readonly WrittenDate[] =>
  (/[日号]/u.test(folded) ? [...folded.matchAll(DATE)].filter((m) => !ELSEWHERE.test(folded.slice(Math.max(0, m.index - 8), m.index))).map((m) => dateOf(m, folded)) : []));

const YEAR = /(?<!\d)(?:(19[5-9]\d|20[0-4]\d)|([一二][〇○零一二三四五六七八九]{3}))年/gu;

/** The years that a paragraph names. */
export const yearsIn = perParagraph(({ folded }): readonly WrittenYear[] => (!folded.includes('年') ? [] : [...folded.matchAll(YEAR)].map((m) => ({ from: m.index, to: m.index + m[0].length, year: readNumber(m[1] ?? m[2]!) ?? 0 }))));

function dateOf(m: RegExpExecArray, folded: string): WrittenDate {
  const numeral = (written: string | undefined): number | undefined => (written === undefined ? undefined : readNumber(written));
  const written = m[4] ?? m[5], at = m.index + (written === undefined ? 0 : m[0].lastIndexOf(written));
  return {
    from: m.index, to: m.index + m[0].length, year: numeral(m[1]), month: numeral(m[2]), day: numeral(m[3]) ?? 0,
    isRange: /[日号月\d](?:至|到|—|～|~|-|、|和)$/u.test(folded.slice(Math.max(0, m.index - 3), m.index)),
    weekday: written === undefined ? undefined : { written, from: at, to: at + written.length },
  };
}
