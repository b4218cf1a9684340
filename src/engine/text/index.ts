import { toTheEnd } from '../steps';
import { differenceOf, isNone, wholeLines, type Difference } from './difference';
import { fold, foldInSteps } from './fold';
import { LongString } from './long-string';
import { OffsetMap } from './offset-map';
import { readParagraphs, readParagraphsInSteps } from './paragraphs';
import { repairText } from './repair';
import { scanAgain, scanInSteps, type Scan } from './repair/scan';
import type { SourceText } from './source-text';
import { firstEndingAfter } from './spans';

export { Anchor, anchorAt, Paragraph, paragraphAt, sentenceAt, within } from './paragraph';
export { TextHead } from './head';
export { exchanged, firstAtOrAfter, KeptParagraphs } from './kept-paragraphs';
export { sameEnds } from './same-ends';
export { firstEndingAfter, firstStartingFrom, sorted } from './spans';
export { perParagraph, type ParagraphText } from './per-paragraph';
export type { Edit, SourceText } from './source-text';
export { LongString } from './long-string';

/**
 * Reads any string: repairs it and cuts it into paragraphs. Never throws.
 * @param before an older version of the text, which must not be used any more: its paragraphs that no edit touched are moved to where they stand
 * now and kept, with all that was found in them
 */
export function readText(given: string | LongString, before?: SourceText): SourceText { return toTheEnd(readTextInSteps(given, before)); }

/** The same in steps. */
export function* readTextInSteps(text: string | LongString, before?: SourceText): Generator<void, SourceText> {
  const given = LongString.of(text), difference = before && differenceOf(before.given, given), lines = difference && wholeLines(difference, given);
  const seen = lines ? scanAgain(before.seen, before.given.slice(lines.start, lines.before), given.slice(lines.start, lines.after)) : yield* scanInSteps(given.toString());
  yield;
  const { repaired: repair, defects } = repairText(given, seen), isSound = !repair && defects.length === 0;
  if (isSound && before?.isSound && lines) return isNone(difference) ? { ...before, edit: { from: 0, removed: [], added: [], before: before.paragraphs } } : edited(given, before, lines, seen);
  yield;
  const repaired = repair?.text ?? given.toString(), inPieces = repair ? LongString.of(repaired) : given, folded = yield* foldInSteps(repaired), map = new OffsetMap(repair);
  yield;
  const paragraphs = yield* readParagraphsInSteps(repaired, folded);
  return {
    given, seen, repaired: inPieces, folded: LongString.of(folded), shown: defects.some((d) => d.kind === 'pinyin') ? LongString.of(withOwnQuotes(folded, repaired)) : inPieces, defects, isSound, paragraphs,
    toGiven: (span) => map.toGiven(span), toRepaired: (offset) => map.toRepaired(offset),
  };
}

/** A sound text made of another by an edit: only the lines that differ are read. */
function edited(given: LongString, before: SourceText, lines: Difference, seen: Scan): SourceText {
  const written = given.slice(lines.start, lines.after), middle = fold(written);
  const folded = before.folded.exchange(lines.start, lines.before, middle);
  const old = before.paragraphs, first = firstEndingAfter(old, lines.start), rest = firstEndingAfter(old, lines.before), added = readParagraphs(written, middle), shift = lines.after - lines.before;
  const paragraphs = old.slice(0, first);
  for (const p of added) { p.index = paragraphs.length; p.start += lines.start; paragraphs.push(p); }
  for (let i = rest; i < old.length; i++) { const p = old[i]!; p.index = paragraphs.length; p.start += shift; paragraphs.push(p); }
  return { ...before, given, seen, repaired: given, folded, shown: given, paragraphs, edit: { from: first, removed: old.slice(first, rest), added, before: old } };
}

/** The folded view with the corner brackets that the text itself uses: those are its quotation marks and no damage. */
function withOwnQuotes(folded: string, repaired: string): string {
  return /[「」『』]/u.test(repaired) ? folded.replace(/[“”‘’]/gu, (_, at: number) => repaired.charAt(at)) : folded;
}
