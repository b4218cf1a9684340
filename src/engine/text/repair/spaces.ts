import type { Defect } from '../../analysis';
import type { Repaired } from '../offset-map';
import { isWide } from '../fold';
import { Edits } from './edits';

/** Runs of spaces that hold something else than plain ones. */
const RUN = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const NO_BREAK = /[\u00a0\u202f]/, PLAIN_ONLY = /^(?: +|\u3000+|[\u2000-\u200a\u205f\u1680]+)$/;
/** How GB/T 9704 indents a paragraph: by two characters. */
const INDENT = '\u3000\u3000';
/** Longer runs line something up, as a signature on the right. */
const LONGEST_INDENT = 24;

/**
 * Repairs what pages left of their indents and gaps: no-break spaces, and ideographic spaces mixed with plain ones. A run before a
 * paragraph becomes the usual indent, one at a line's end goes, and a no-break space between wide characters becomes a plain one. Plain
 * runs of one kind are typography and stay as they are, as do no-break spaces in Latin text, where they keep words together.
 */
export function repairSpaces(given: string): { repaired: Repaired | undefined; defects: Defect[] } {
  const edits = new Edits(given), defects: Defect[] = [];
  for (const { 0: run, index } of given.matchAll(RUN)) {
    if (PLAIN_ONLY.test(run) && !NO_BREAK.test(run)) continue;
    const repair = repairOf(run, given.charCodeAt(index - 1), given.charCodeAt(index + run.length));
    if (repair === undefined || repair === run) continue;
    edits.replace(index, index + run.length, repair);
    defects.push({ start: index, end: index + run.length, kind: 'invisible', code: 'invisible.spaces', message: 'Spaces that a page left behind', repair });
  }
  return { repaired: edits.result(), defects };
}

/** What a run becomes between the units before and after it (NaN at the ends of the text); undefined where it may be meant. */
function repairOf(run: string, before: number, after: number): string | undefined {
  if (endsLine(after)) return '';
  if (endsLine(before)) return run.length > LONGEST_INDENT ? undefined : run.length === 1 ? '' : INDENT;
  if (isSentenceEnd(before) && run.length > 1 && run.includes('\u3000')) return INDENT;
  const wide = Number(isWide(before)) + Number(isWide(after));
  return wide === 2 || (wide === 1 && run.length > 1) ? run.replace(/[\u00a0\u202f]/g, ' ') : undefined;
}

const endsLine = (unit: number): boolean => Number.isNaN(unit) || unit === 0x0a || unit === 0x0d;
/** 。 ！ ？ ” */
const isSentenceEnd = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x201d;
