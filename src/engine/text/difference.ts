import type { LongString } from './long-string';

/** Where two versions of a text differ: what stood at `start … before` stands at `start … after`; the rest is the same. UTF-16 offsets. */
export interface Difference { readonly start: number; readonly before: number; readonly after: number }

/** Are the versions the same? */
export const isNone = ({ start, before, after }: Difference): boolean => before === start && after === start;

/** Strings are compared by stretches of this length first, which the machine does many units at a time. */
const STRETCH = 4096;

/** The difference of two versions as one stretch, in time linear in their length; where one was made of the other by an edit, linear in its pieces. */
export function differenceOf(before: LongString, after: LongString): Difference {
  const { front, back } = before.sharedWith(after), inside = differenceInside(before.slice(front, before.length - back), after.slice(front, after.length - back));
  return { start: front + inside.start, before: front + inside.before, after: front + inside.after };
}

function differenceInside(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length), start = sameAtStart(before, after, most), end = sameAtEnd(before, after, most - start);
  return { start, before: before.length - end, after: after.length - end };
}

function sameAtStart(a: string, b: string, most: number): number {
  let at = 0;
  while (at + STRETCH <= most && a.slice(at, at + STRETCH) === b.slice(at, at + STRETCH)) at += STRETCH;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function sameAtEnd(a: string, b: string, most: number): number {
  let n = 0;
  while (n + STRETCH <= most && a.slice(a.length - n - STRETCH, a.length - n) === b.slice(b.length - n - STRETCH, b.length - n)) n += STRETCH;
  while (n < most && a.charCodeAt(a.length - n - 1) === b.charCodeAt(b.length - n - 1)) n++;
  return n;
}

/** The difference widened to whole lines (up to U+000A): what is read of a text line by line looks across the end of none. */
export function wholeLines({ start, before, after }: Difference, now: LongString): Difference {
  const from = start === 0 ? 0 : now.lastIndexOf('\n', start - 1) + 1, stop = now.indexOf('\n', after), more = (stop < 0 ? now.length : stop) - after;
  return { start: from, before: before + more, after: after + more };
}
