import { isHan } from '../fold';

/** A decoded character, linked to the one before it. */
export interface Emission {
  readonly unit: number;
  /** how many come before it */
  readonly index: number;
  /** given offsets: where the character of its first byte starts, where that of its last byte (with a reading after it) ends */
  readonly start: number;
  readonly end: number;
  /** whether a byte of it was lost and had to be chosen */
  readonly lost: boolean;
  readonly before: Emission | undefined;
}

/** Costs of what a page may have gone through, natural logarithms; fitted by hand on damaged texts of the genre and on news. */
export const COST = {
  /** an annotated character without its reading */
  unannotated: 7,
  /** a reading after a character that is not known as annotated */
  newlyAnnotated: 2.5,
  /** a reading that fits nothing stays as text */
  literalReading: 14,
  /** a stop after a stop */
  doubleStop: 5,
  /** a mark that closes what is not open, opens at a line's end, or opens what is open */
  unopened: 4,
  openAtEnd: 6,
  reopened: 3,
  /** gained where a mark closes what was opened a few characters before */
  closesShort: 2.5,
  /** gained where the text in step closes what opens here */
  closedAhead: 4,
  /** a letter that a character swallowed */
  letter: 2,
  /** a byte is given up so that the text can go on */
  abandoned: 24,
} as const;
/** what a mark may gain at most */
export const MOST_GAIN = 6;

/** How many characters a chain has. */
export const lengthOf = (last: Emission | undefined): number => (last ? last.index + 1 : 0);

const NEWLINE = 0x0a, PAUSE = 0x3001, LINE_END_STOP = -1.3, LINE_END_PAUSE = 4.5;
const codes = (chars: string): number[] => Array.from(chars, (c) => c.charCodeAt(0));

/**
 * What a full stop and a pause cost more or less than usual, by how many characters stand since the last mark, from 1 to 16 and more: short
 * words are listed, long clauses end. Measured on sentences of official texts.
 */
const RUN_COST = new Map([
  ['。', [4, 1.2, 1.3, 1, 0.8, 0.4, 0.3, 0.1, 0, -0.1, -0.2, -0.2, -0.4, -0.3, -0.4, -0.5]],
  ['、', [0.3, -0.4, -0.3, -0.4, -0.2, -0.3, -0.1, 0, 0.2, 0.5, 0.6, 0.7, 0.7, 0.8, 0.9, 1.2]],
].map(([mark, costs]) => [(mark as string).charCodeAt(0), costs as number[]]));

export function runCost(last: Emission | undefined, unit: number, endsLine: boolean): number {
  const costs = RUN_COST.get(unit);
  if (!costs) return 0;
  if (endsLine) return unit === PAUSE ? LINE_END_PAUSE : LINE_END_STOP;
  let run = 0;
  for (let e = last; e && run < costs.length && isHan(e.unit); e = e.before) run++;
  return costs[run - 1] ?? 0;
}

/** marks that hardly follow one another */
const STOPS = new Set(codes('。、,;:?!'));

export function stopCost(last: Emission | undefined, unit: number): number {
  return last && STOPS.has(unit) && STOPS.has(last.unit) ? COST.doubleStop : 0;
}

/** The marks of one kind of quotation or bracket. */
export interface PairedMarks { readonly open: number; readonly close: number }

const PAIRED = new Map(['“”', '‘’', '「」', '『』', '《》', '〈〉', '〔〕', '【】', '()', '（）'].flatMap((marks) => {
  const [open, close] = codes(marks) as [number, number], paired: PairedMarks = { open, close };
  return [[open, paired], [close, paired]] as const;
}));
/** how far back the partner of a mark is looked for, and how far back it is near */
const REACH = 80, NEAR = 12;

export function pairedMarks(unit: number): PairedMarks | undefined {
  return PAIRED.get(unit);
}

/** What a quotation mark or bracket costs that does not match the last one of its kind on the line, and gains where it closes a near one. */
export function balanceCost(before: Emission | undefined, unit: number, marks: PairedMarks): number {
  let open = false, distance = 0;
  for (let e = before; distance < REACH && e && e.unit !== NEWLINE; distance++, e = e.before) {
    if (e.unit !== marks.open && e.unit !== marks.close) continue;
    open = e.unit === marks.open;
    break;
  }
  if (unit === marks.open) return open ? COST.reopened : 0;
  if (!open) return COST.unopened;
  return distance < NEAR ? -COST.closesShort : 0;
}
