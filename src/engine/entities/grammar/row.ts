import type { EntityType, Span } from '../../analysis';
import { firstMatch } from '../../lexicon/first-match';

/** A rule of the grammar: what in folded text it proposes as mentions of one type. */
export type GrammarRow = PatternRow | WordRow;

interface Row {
  readonly name: string;
  readonly type: EntityType;
  /** a line it must find something in, and what */
  readonly example: readonly [line: string, found: string];
  /** a line it must find nothing in */
  readonly counter: string;
}

/** A rule by a pattern. */
export interface PatternRow extends Row {
  /** with the flags `gu`; the whole match is the mention, what must stand beside it is only looked at */
  readonly pattern: RegExp;
  /** of each of these sets of characters every match has one: sentences without are not searched */
  readonly needs?: readonly string[];
  /** words right before a match that belong to it */
  readonly lead?: RegExp;
}

/** A rule by a list of words of two characters and more; of those that begin at one place the longest counts. */
export interface WordRow extends Row { readonly words: readonly string[] }

/** Makes the pattern of a row. */
export const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'gu');
/** The words of a list that white space parts. */
export const wordsOf = (list: string): string[] => list.trim().split(/\s+/u);
/** One of the words; longer words first so that none hides another. */
export const oneOf = (list: string): string => `(?:${wordsOf(list).sort((a, b) => b.length - a.length).join('|')})`;
/** Every word of the first list joined with every one of the second. */
export const combine = (first: readonly string[], second: readonly string[]): string[] => first.flatMap((a) => second.map((b) => a + b));

/** Longest word of `lead`, in characters. */
const LONGEST_LEAD = 5;

/** What a row by a pattern finds in a sentence, in text order, none overlapping another. */
export function matchesOf({ pattern, lead }: PatternRow, sentence: string): readonly Span[] {
  let found: Span[] | undefined;
  for (let m = firstMatch(pattern, sentence), behind = 0; m; m = pattern.exec(sentence)) {
    const end = m.index + m[0].length;
    if (end === m.index) { pattern.lastIndex++; continue; }
    const span = { start: lead ? m.index - leadBefore(lead, sentence, behind, m.index) : m.index, end };
    if (found) found.push(span); else found = [span];
    behind = end;
  }
  return found ?? NONE;
}

const NONE: readonly Span[] = [];

/** Length of the lead that ends at an offset and does not reach behind another. */
function leadBefore(lead: RegExp, sentence: string, behind: number, at: number): number {
  const before = sentence.slice(Math.max(behind, at - LONGEST_LEAD), at);
  return before === '' ? 0 : lead.exec(before)?.[0].length ?? 0;
}
