import type { Defect, Span } from '../analysis';
import type { LongString } from './long-string';
import type { Paragraph } from './paragraph';
import type { Scan } from './repair/scan';

/**
 * A text as every later stage sees it. Three views of one text:
 * - `given`: what the editor holds;
 * - `repaired`: with every certain repair applied. Offsets of all stages are UTF-16 code units into this view;
 * - `folded`: the repaired view made uniform for rules and models, of exactly the same length: simplified characters (one for one),
 *   full-width `，。：；！？（）` beside Han characters, half-width digits and Latin letters, every kind of space as U+0020 (line ends stay).
 */
export interface SourceText {
  readonly given: LongString;
  /** what a look at every unit of that tells about damage */
  readonly seen: Scan;
  readonly repaired: LongString;
  readonly folded: LongString;
  /**
   * What labels and names are cut from, of the same length: the repaired view, but the folded one where readings were injected, since that
   * damage had turned a simplified page into a traditional one with half-width punctuation.
   */
  readonly shown: LongString;
  /** what was found wrong, in *given* offsets, in text order */
  readonly defects: readonly Defect[];
  /** nothing is damaged: all views have the given offsets */
  readonly isSound: boolean;
  /** paragraphs in repaired offsets, in text order, none empty */
  readonly paragraphs: readonly Paragraph[];
  /** where the text was made of an older version by an edit: the paragraphs that went and those that came, and all that there were before */
  readonly edit?: Edit & { readonly before: readonly Paragraph[] };
  /** maps a span of the repaired view to the given text */
  readonly toGiven: (span: Span) => Span;
  /** maps an offset of the given text into the repaired view */
  readonly toRepaired: (offset: number) => number;
}

/** Paragraphs that an edit exchanged: those that went and those that came, the first of which is number `from`. */
export interface Edit { readonly from: number; readonly removed: readonly Paragraph[]; readonly added: readonly Paragraph[] }
