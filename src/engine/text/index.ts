import { fold } from './fold';
import { OffsetMap } from './offset-map';
import { readParagraphs } from './paragraphs';
import { repairText } from './repair';
import type { SourceText } from './source-text';

export type { Paragraph, SourceText } from './source-text';

/** Reads any string: repairs it and cuts it into paragraphs. Never throws. */
export function readText(given: string): SourceText {
  const { repaired: repair, defects } = repairText(given), repaired = repair?.text ?? given, folded = fold(repaired), map = new OffsetMap(repair);
  return {
    given, repaired, folded, shown: defects.some((d) => d.kind === 'pinyin') ? withOwnQuotes(folded, repaired) : repaired, defects, paragraphs: readParagraphs(repaired, folded),
    toGiven: (span) => map.toGiven(span), toRepaired: (offset) => map.toRepaired(offset),
  };
}

/** The folded view with the corner brackets that the text itself uses: those are its quotation marks and no damage. */
function withOwnQuotes(folded: string, repaired: string): string {
  return /[「」『』]/u.test(repaired) ? folded.replace(/[“”‘’]/gu, (_, at: number) => repaired.charAt(at)) : folded;
}
