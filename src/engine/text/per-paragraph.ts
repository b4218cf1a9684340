import type { Paragraph } from './paragraph';

/** What a paragraph is by its characters alone. */
export type ParagraphText = Pick<Paragraph, 'folded' | 'sentences'>;

let slots = 0;

/**
 * A function of nothing but a paragraph's characters, computed once for as long as the paragraph lives: an edit elsewhere in the text costs
 * nothing here. What `make` gives must not be changed and must hold offsets into the paragraph only.
 */
export function perParagraph<T>(make: (paragraph: ParagraphText) => T): (paragraph: Paragraph) => T {
  const slot = slots++;
  return (paragraph) => {
    const known = paragraph.local[slot] as { value: T } | undefined;
    if (known) return known.value;
    const value = make(paragraph);
    paragraph.local[slot] = { value };
    return value;
  };
}
