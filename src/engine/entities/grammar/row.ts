import type { EntityType } from '../../analysis';

/** A rule of the grammar: a pattern over folded text that proposes mentions of one type. */
export interface GrammarRow {
  name: string;
  type: EntityType;
  /** with the flags `gu`; the group `m`, where there is one, is the mention */
  pattern: RegExp;
  /** a line it must find something in, and what */
  example: readonly [line: string, found: string];
  /** a line it must find nothing in */
  counter: string;
}

/** Makes the pattern of a row. */
export const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'gdu');
/** One of the words; longer words first so that none hides another. */
export const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/u).sort((a, b) => b.length - a.length).join('|')})`;
