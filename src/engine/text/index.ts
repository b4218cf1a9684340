import type { Span } from '../analysis';
import type { Paragraph, SourceText } from './source-text';

export type { Paragraph, SourceText } from './source-text';

/** Reads any string: repairs it and cuts it into paragraphs. Never throws. */
export function readText(given: string): SourceText {
  const paragraphs: Paragraph[] = [];
  for (const m of given.matchAll(/[^\s][^\r\n]*/gu)) {
    const folded = m[0].trimEnd();
    const start = m.index, end = start + folded.length;
    const sentences: Span[] = [...folded.matchAll(/[^。！？]+[。！？]?[”’」』）]*/gu)].map((s) => ({ start: start + s.index, end: start + s.index + s[0].length }));
    paragraphs.push({ index: paragraphs.length, start, end, folded, sentences });
  }
  return { given, repaired: given, folded: given, defects: [], paragraphs, toGiven: (s) => s, toRepaired: (o) => o };
}
