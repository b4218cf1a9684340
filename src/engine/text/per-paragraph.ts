import type { Paragraph } from './paragraph';

/** What a paragraph is by its characters alone. */
export type ParagraphText = Pick<Paragraph, 'folded' | 'sentences'>;

let slots = 0;
/** Stands where the value is none, which was computed. */
const NOTHING = Symbol('nothing');

/**
 * A function of nothing but a paragraph's characters, computed once for as long as the paragraph lives: an edit elsewhere in the text costs
 * nothing here. What `make` gives must not be changed and must hold offsets into the paragraph only.
 */
export function perParagraph<T>(make: (paragraph: ParagraphText) => T): PerParagraph<T> {
  const slot = slots++, of = (paragraph: Paragraph): T => {
    const known = paragraph.local[slot] as T | typeof NOTHING;
    return known === undefined ? keep(paragraph, make(paragraph)) : known === NOTHING ? undefined as T : known;
  };
  const keep = (paragraph: Paragraph, value: T): T => {
    // a list that grows a place at a time would take twice as much
    if (paragraph.local.length < slots) paragraph.local = Object.assign(new Array<unknown>(slots), paragraph.local);
    (paragraph.local as unknown[])[slot] = value === undefined ? NOTHING : value;
    return value;
  };
  return Object.assign(of, { isKnown: (paragraph: Paragraph) => paragraph.local[slot] !== undefined, keep });
}

/** Such a function. */
export interface PerParagraph<T> {
  (paragraph: Paragraph): T;
  /** Was it computed? */
  isKnown(paragraph: Paragraph): boolean;
  /** Keeps what was computed elsewhere, together with other paragraphs. */
  keep(paragraph: Paragraph, value: T): T;
}
