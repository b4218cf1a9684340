import type { Span } from '../analysis';
import { firstMatch } from '../lexicon/first-match';
import { toTheEnd } from '../steps';
import { Paragraph } from './paragraph';

/** Shorter lines keep their double ideographic spaces: a letter-spaced title, a signature. */
const LONG_LINE = 200;
/** Two spaces of any kind, folded: only a line with one inside can hold several paragraphs. */
const GAP = '  ';
const IDEOGRAPHIC_INDENT = /\u3000{2,}/g;
/** The same after a page lost its ideographic spaces to plain ones. */
const PLAIN_INDENT = /[ \u3000\u00a0]{2,}/g;
const SENTENCE_END = /[。！？；：”）]$/u;

/** Cuts a text into paragraphs. `folded` is the folded view of `repaired`; offsets are the same in both. */
export function readParagraphs(repaired: string, folded: string): Paragraph[] { return toTheEnd(readParagraphsInSteps(repaired, folded)); }

/** Lines that are read in one step. */
const STEP = 64;

/** The same in steps. */
export function* readParagraphsInSteps(repaired: string, folded: string): Generator<void, Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  let gap = -1, lines = 0;
  for (let start = 0, end = 0; start <= repaired.length; start = end + 1) {
    end = lineEnd(repaired, start);
    const line = trim(folded, { start, end }), long = end - start >= LONG_LINE;
    if (long && gap < line.start) gap = indexOf(folded, GAP, line.start);
    const parts = long && gap < line.end ? partsOfLine(repaired, folded, { start, end }) : [line];
    for (const part of parts) addParagraph(folded, part, paragraphs);
    if (++lines % STEP === 0) yield;
  }
  return paragraphs;
}

/** LF, CR, NEL and the two separators of Unicode. */
const LINE_END = /[\n\r\u0085\u2028\u2029]/gu;

/** Where the line ends that an offset is in; behind the text for the last. */
function lineEnd(text: string, from: number): number { return firstMatch(LINE_END, text, from)?.index ?? text.length; }

function addParagraph(folded: string, part: Span, paragraphs: Paragraph[]): void {
  const { start, end } = trim(folded, part);
  if (start === end) return;
  const text = folded.slice(start, end);
  paragraphs.push(new Paragraph(paragraphs.length, start, text, readSentences(text)));
}

/** The first place of `part` from an offset on; behind the text where there is none. */
function indexOf(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from);
  return at < 0 ? text.length : at;
}

/**
 * A long line with at least two double spaces inside lost its line ends and kept only the indents. Plain spaces count where half of
 * them stand behind a sentence: elsewhere they line something up.
 */
function partsOfLine(text: string, folded: string, line: Span): Span[] {
  const written = text.slice(line.start, line.end);
  const parts = pieces(written, IDEOGRAPHIC_INDENT, line.start).filter((p) => p.start < p.end);
  if (parts.length > 2) return parts;
  const plain = pieces(written, PLAIN_INDENT, line.start).filter((p) => p.start < p.end);
  const sentences = plain.filter((p) => SENTENCE_END.test(folded.slice(p.start, p.end).trimEnd())).length;
  return plain.length > 2 && sentences * 2 >= plain.length ? plain : [line];
}

function pieces(text: string, separator: RegExp, offset: number): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const m of text.matchAll(separator)) {
    found.push({ start: start + offset, end: m.index + offset });
    start = m.index + m[0].length;
  }
  found.push({ start: start + offset, end: text.length + offset });
  return found;
}

function trim(folded: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && folded.charCodeAt(start) === 0x20) start++;
  while (end > start && folded.charCodeAt(end - 1) === 0x20) end--;
  return { start, end };
}

/** 。 ！ ？ */
const isEnd = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
const CLOSING = new Set(Array.from('”’）》】〉〕]', (c) => c.charCodeAt(0)));
const OPEN_DOUBLE = 0x201c, CLOSE_DOUBLE = 0x201d, OPEN_SINGLE = 0x2018, CLOSE_SINGLE = 0x2019, FIRST_OF_WIDE = 0x3003, LAST_OF_WIDE = 0xff00;

/**
 * Sentences of one paragraph: up to 。！？ with the closing marks after them. Inside a quotation that closes later a sentence ends only
 * where the quotation ends too.
 * @param text the folded characters of the paragraph
 */
function readSentences(text: string): Span[] {
  const marks: number[] = [], sentences: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= OPEN_SINGLE && (unit < FIRST_OF_WIDE || unit > LAST_OF_WIDE) && (isEnd(unit) || unit <= CLOSE_DOUBLE)) marks.push(i);
  }
  const closing = quotationEnds(text, marks);
  let start = 0, quotedTo = -1;
  for (const i of marks) {
    const unit = text.charCodeAt(i);
    if (unit === OPEN_DOUBLE || unit === OPEN_SINGLE) { if (i >= start) quotedTo = Math.max(quotedTo, closing.get(i) ?? -1); continue; }
    if (!isEnd(unit) || i < start) continue;
    let end = i + 1;
    while (end < text.length && (isEnd(text.charCodeAt(end)) || CLOSING.has(text.charCodeAt(end)))) end++;
    if (end > quotedTo) { addSentence(text, start, end, sentences); start = end; }
  }
  addSentence(text, start, text.length, sentences);
  // a list that was added to has room for sixteen more
  return sentences.slice();
}

/** Where each quotation closes; one that meets another opening mark of its kind first has lost its closing mark and is none. */
function quotationEnds(text: string, marks: readonly number[]): Map<number, number> {
  const ends = new Map<number, number>();
  let double = -1, single = -1;
  for (const i of marks) {
    const unit = text.charCodeAt(i);
    if (unit === OPEN_DOUBLE) double = i;
    else if (unit === OPEN_SINGLE) single = i;
    else if (unit === CLOSE_DOUBLE && double >= 0) { ends.set(double, i); double = -1; }
    else if (unit === CLOSE_SINGLE && single >= 0) { ends.set(single, i); single = -1; }
  }
  return ends;
}

function addSentence(text: string, from: number, to: number, out: Span[]): void {
  const span = trim(text, { start: from, end: to });
  if (span.start < span.end) out.push(span);
}
