import type { Paragraph } from './paragraph';
import type { SourceText } from './source-text';
import { firstStartingFrom } from './spans';

/** Paragraphs that came into a head of a text, and those that went. */
export interface HeadChanges { readonly gone: readonly Paragraph[]; readonly come: readonly Paragraph[] }

/** The paragraphs that begin in the first so many UTF-16 code units of a text, from version to version of it. */
export class TextHead {
  #paragraphs: readonly Paragraph[] = [];

  constructor(private readonly length: number) {}

  get paragraphs(): readonly Paragraph[] { return this.#paragraphs; }

  /** Goes on to the next version. Gives back which paragraphs are others now, if any are. */
  update({ paragraphs, edit }: SourceText): HeadChanges | undefined {
    const size = firstStartingFrom(paragraphs, this.length, ({ start }) => start), before = this.#paragraphs, front = edit ? Math.min(edit.from, size, before.length) : 0;
    if (edit && size === before.length && edit.from >= size) return undefined;
    const now = this.#paragraphs = paragraphs.slice(0, size);
    let back = 0;
    while (back < Math.min(now.length, before.length) - front && now[now.length - 1 - back] === before[before.length - 1 - back]) back++;
    return { gone: before.slice(front, before.length - back), come: now.slice(front, now.length - back) };
  }
}
