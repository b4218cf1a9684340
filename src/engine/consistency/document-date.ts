import { inSteps } from '../steps';
import { within, type Anchor, type Paragraph, type SourceText } from '../text';
import { datesIn, yearsIn, type WrittenDate } from './dates';

/** Which year a date without one is of, and what tells. */
export interface YearOfDate {
  readonly year: number;
  /** years that it may be of as well */
  readonly others: readonly number[];
  /** where the text tells */
  readonly source: Anchor;
}

const DAY_MS = 86_400_000;
/** A date as near as this to that of the text is of the year that brings them together; up to the second bound unless another year that the text names fits. */
const NEAR_DAYS = 45, FAR_DAYS = 100;
/** Paragraphs in which the number of a document and a date that opens the text are looked for, and characters before such a date (新华社北京…电). */
const HEAD = 5, OPENING = 3, DATELINE = 20;
/** The first line of a text where it is no sentence. */
const TITLE = /^[^。！？；]{1,80}$/u;
const NUMBER = /〔(20[0-4]\d)〕\d{1,5}号/u;

/** A date with its year and month, and where it stands. */
interface FullDate { readonly paragraph: Paragraph; readonly date: WrittenDate & { readonly year: number; readonly month: number } }

/** Tells the years of dates that do not say it, from the date, the number or the title of the text. */
export class DocumentDate {
  readonly #paragraphs: readonly Paragraph[];
  readonly #own: FullDate | undefined;
  readonly #title: readonly { year: number; source: Anchor }[];

  /** @param full all full dates of the text @param named all years that it names */
  private constructor({ paragraphs }: SourceText, full: readonly FullDate[], private readonly named: ReadonlySet<number>) {
    const first = paragraphs[0];
    this.#paragraphs = paragraphs;
    this.#own = signed(full) ?? opening(full);
    this.#title = first && TITLE.test(first.folded) ? yearsIn(first).map(({ year, from, to }) => ({ year, source: within(first, from, to) })) : [];
  }

  /** Reads the dates of a text in steps. */
  static *of(text: SourceText): Generator<void, DocumentDate> {
    const full: FullDate[] = [], named = new Set<number>();
    yield* inSteps(text.paragraphs, (paragraph) => {
      for (const { year } of yearsIn(paragraph)) named.add(year);
      for (const date of datesIn(paragraph)) if (date.year !== undefined && date.month !== undefined) full.push({ paragraph, date: { ...date, year: date.year, month: date.month } });
    });
    return new DocumentDate(text, full, named);
  }

  /** The year of this day and month (1…12); nothing where the text does not make it certain. */
  yearOf(month: number, day: number): YearOfDate | undefined {
    const titled = this.#title.map((t) => t.year);
    if (this.#own) {
      const { paragraph, date } = this.#own, { year, days } = nearest(date, month, day);
      return days > FAR_DAYS ? undefined : { year, others: days > NEAR_DAYS ? this.#around(year) : titled, source: within(paragraph, date.from, date.to) };
    }
    const told = numbered(this.#paragraphs) ?? (titled.length === 1 ? this.#title[0] : undefined);
    return told && { ...told, others: [...this.#around(told.year), ...(month <= 3 ? [told.year + 1] : []), ...(month >= 11 ? [told.year - 1] : [])] };
  }

  /** Years that the text names and that a document of this year may speak of. */
  #around(year: number): number[] {
    return [year - 1, year + 1, year + 2].filter((y) => this.named.has(y));
  }
}

/** A date that is a paragraph of its own; the last, as a signature comes last. */
const signed = (full: readonly FullDate[]): FullDate | undefined => full.findLast(({ paragraph, date }) => paragraph.folded.length === date.to - date.from);

/** The date that opens one of the first paragraphs, if the text names none of a later year. */
function opening(full: readonly FullDate[]): FullDate | undefined {
  const found = full.find(({ paragraph, date }) => paragraph.index < OPENING && date.from <= DATELINE);
  return found && full.every(({ date }) => date.year <= found.date.year) ? found : undefined;
}

/** The year in the number of the document. */
function numbered(paragraphs: readonly Paragraph[]): { year: number; source: Anchor } | undefined {
  for (const paragraph of paragraphs.slice(0, HEAD)) {
    const m = NUMBER.exec(paragraph.folded.slice(0, 200));
    if (m) return { year: Number(m[1]), source: within(paragraph, m.index, m.index + m[0].length) };
  }
  return undefined;
}

/** The year in which a day is nearest to a date, and by how many days. */
function nearest(own: FullDate['date'], month: number, day: number): { year: number; days: number } {
  const from = Date.UTC(own.year, own.month - 1, own.day), years = [own.year, own.year + 1, own.year - 1];
  return years.map((year) => ({ year, days: Math.abs(Date.UTC(year, month - 1, day) - from) / DAY_MS })).reduce((a, b) => (a.days <= b.days ? a : b));
}
