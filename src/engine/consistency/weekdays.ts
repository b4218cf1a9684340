import type { Defect } from '../analysis';
import { inSteps } from '../steps';
import { within, type LongString, type Paragraph } from '../text';
import { datesIn, namesWeekday, yearsIn, type WrittenDate } from './dates';
import { DocumentDate, type YearOfDate } from './document-date';
import { firstIndex, sentenceAround, spanOf, type Findings } from './findings';
import type { ConsistencyRow } from './row';

const WEEKDAYS = '日一二三四五六';

/** A day in ISO 8601 and the weekday that a text gives it: the calendar has another. */
export const WEEKDAY_ROWS: readonly ConsistencyRow[] = [
  { name: 'weekday.calendar', example: ['2021-09-07', '星期五'], counter: ['2021-09-07', '星期二'], holds: ([iso, written]) => { const right = weekdayOf(iso); return right !== undefined && right !== written.slice(-1).replace('天', '日'); } },
];

/** 日 to 六; nothing where there is no such day. */
function weekdayOf(iso: string): string | undefined {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? WEEKDAYS.charAt(date.getUTCDay()) : undefined;
}

const isoOf = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A date beside a weekday, with the month that it or the date before it in its paragraph names, and the last date before it there that names its year. */
interface Placed { readonly paragraph: Paragraph; readonly date: WrittenDate; readonly weekday: NonNullable<WrittenDate['weekday']>; readonly month: number; readonly before: WrittenDate | undefined }

/** Weekdays beside dates that the calendar gives another weekday, where the year is written or certain enough. */
export function* weekdaySlips({ text }: Findings): Generator<void, Defect[]> {
  const dates: Placed[] = [], slips: Defect[] = [];
  yield* inSteps(text.paragraphs, (paragraph) => { for (const placed of placedIn(paragraph)) dates.push(placed); });
  if (dates.length === 0) return slips;
  const own = yield* DocumentDate.of(text);
  yield* inSteps(dates, (p) => { const year = yearOf(p, own); if (year) slips.push(...slipOf(p, year, text.repaired)); });
  return slips;
}

function placedIn(paragraph: Paragraph): readonly Placed[] {
  if (!namesWeekday(paragraph.folded)) return NONE;
  const dates = datesIn(paragraph), found: Placed[] = [];
  if (!dates.some((d) => d.weekday)) return found;
  let last: WrittenDate | undefined, month: number | undefined, before: WrittenDate | undefined;
  for (const date of dates) {
    month = date.month ?? (last && date.day > last.day ? month : undefined);
    if (date.weekday && !date.isRange && month !== undefined) found.push({ paragraph, date, weekday: date.weekday, month, before });
    last = date;
    if (date.year !== undefined) before = date;
  }
  return found;
}

const NONE: readonly Placed[] = [];

/** The year that the date says, that the last date before it in its sentence says, or that the document is of. */
function yearOf({ paragraph, date, month, before }: Placed, own: DocumentDate): YearOfDate | undefined {
  if (date.year !== undefined) return { year: date.year, others: [], source: within(paragraph, date.from, date.to) };
  const sentence = sentenceAround(paragraph, date.from), named = yearsBetween(paragraph, sentence.start, date.from);
  if (before?.year !== undefined && before.from >= sentence.start) {
    return { year: before.year, others: month < (before.month ?? month) ? [before.year + 1, ...named] : named, source: within(paragraph, before.from, before.to) };
  }
  const told = own.yearOf(month, date.day);
  return told && { ...told, others: [...told.others, ...named] };
}

function yearsBetween(paragraph: Paragraph, from: number, to: number): number[] {
  const years = yearsIn(paragraph), first = firstIndex(years.length, (i) => years[i]!.from >= from);
  return years.slice(first, firstIndex(years.length, (i) => years[i]!.from >= to)).map((y) => y.year);
}

function slipOf({ paragraph, date, weekday: { written, from, to }, month }: Placed, { year, others, source }: YearOfDate, repaired: LongString): Defect[] {
  const isWrong = (y: number): boolean => WEEKDAY_ROWS.some((row) => row.holds([isoOf(y, month, date.day), written])), right = weekdayOf(isoOf(year, month, date.day));
  if (right === undefined || ![year, ...others].every(isWrong)) return [];
  const span = spanOf(within(paragraph, from, to)), proposal = written.slice(0, -1) + right, isInferred = date.year === undefined, day = paragraph.folded.slice(date.from, date.to).replace(/(?<=[日号]).*/u, '');
  return [{
    ...span, kind: 'weekday', code: isInferred ? 'consistency.weekdayInferred' : 'consistency.weekday', message: `${day} is “${proposal}” in ${year}, not “${written}”`,
    args: { day, written, right: proposal, year: String(year) }, ...(isInferred && { related: [spanOf(source)] }), ...(repaired.slice(span.start, span.end) === written && { candidates: [proposal] }),
  }];
}
