import type { Paragraph, SourceText } from '../text';

/** The paragraphs that begin in the first so many UTF-16 code units of a text, from version to version of it. */
export class Head {
  #paragraphs: readonly Paragraph[] = [];

  constructor(private readonly length: number) {}

  get paragraphs(): readonly Paragraph[] { return this.#paragraphs; }

  /** Goes on to the next version. Says whether they are others now. */
  update({ paragraphs, edit }: SourceText): boolean {
    let low = 0, high = paragraphs.length;
    while (low < high) { const middle = (low + high) >> 1; if (paragraphs[middle]!.start < this.length) low = middle + 1; else high = middle; }
    if (edit && low === this.#paragraphs.length && edit.from >= low) return false;
    this.#paragraphs = paragraphs.slice(0, low);
    return true;
  }
}
