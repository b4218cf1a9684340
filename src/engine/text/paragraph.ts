import type { Span } from '../analysis';
import { firstEndingAfter } from './spans';

/**
 * A line of the text (or a part of one, where double ideographic spaces are the only paragraph marks left), without the white space around it.
 * Its characters never change. Where it stands does: an edit before it moves it, and with it every `Anchor` in it. So what was read of a
 * paragraph stays right without being read again.
 */
export class Paragraph implements Span {
  /** what stages found in its characters alone, see `perParagraph` */
  local: readonly unknown[] = NOTHING_YET;

  /**
   * @param index place among the paragraphs
   * @param start offset in the repaired text
   * @param folded its folded characters
   * @param sentences up to 。！？ with the closing quotation marks and brackets after them; offsets into `folded`
   */
  constructor(public index: number, public start: number, readonly folded: string, readonly sentences: readonly Span[]) {}

  get end(): number { return this.start + this.folded.length; }
}

const NOTHING_YET: readonly unknown[] = [];

/** A span told by the paragraphs in which it begins and ends: it moves with them. */
export class Anchor implements Span {
  /**
   * @param paragraph where it begins
   * @param from offset from the start of that
   * @param last where it ends
   * @param to offset from the start of that
   */
  constructor(readonly paragraph: Paragraph, readonly from: number, readonly last: Paragraph, readonly to: number) {}

  get start(): number { return this.paragraph.start + this.from; }
  get end(): number { return this.last.start + this.to; }

  /** Does the other stand at the same place, by the same paragraphs? */
  equals(other: Anchor | undefined): boolean {
    return other !== undefined && this.paragraph === other.paragraph && this.from === other.from && this.last === other.last && this.to === other.to;
  }
}

/** The span of a paragraph between two offsets into it. */
export const within = (paragraph: Paragraph, from: number, to: number): Anchor => new Anchor(paragraph, from, paragraph, to);

/** A span of the text as an anchor, found by binary search. The text has paragraphs. */
export function anchorAt(paragraphs: readonly Paragraph[], { start, end }: Span): Anchor {
  const first = paragraphAt(paragraphs, start)!, last = end <= first.end ? first : paragraphAt(paragraphs, end - 1)!;
  return new Anchor(first, start - first.start, last, end - last.start);
}

/** The paragraph that holds the offset, or else the first after it; the last where none is. By binary search. */
export function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | undefined {
  return paragraphs[Math.min(firstEndingAfter(paragraphs, offset), paragraphs.length - 1)];
}

/** The sentence of a paragraph that holds the offset, else the last; in the offsets of the text. */
export function sentenceAt(paragraph: Paragraph, offset: number): Span {
  const at = offset - paragraph.start, sentence = paragraph.sentences.find((s) => at < s.end) ?? paragraph.sentences.at(-1) ?? { start: 0, end: paragraph.folded.length };
  return { start: paragraph.start + sentence.start, end: paragraph.start + sentence.end };
}
