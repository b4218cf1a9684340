import type { Paragraph } from './paragraph';
import type { SourceText } from './source-text';

/** Paragraphs that are looked at in one step. */
const STEP = 64;

/** The paragraphs of a text with a certain look, in text order, from version to version. */
export class KeptParagraphs {
  #kept: Paragraph[] = [];

  /** @param isKept told by nothing but the characters of a paragraph */
  constructor(private readonly isKept: (paragraph: Paragraph) => boolean) {}

  get all(): readonly Paragraph[] { return this.#kept; }

  /** Goes on to the next version. */
  *update({ paragraphs, edit }: SourceText): Generator<void, void> {
    if (!edit) {
      this.#kept = [];
      for (const paragraph of paragraphs) {
        if (this.isKept(paragraph)) this.#kept.push(paragraph);
        if (paragraph.index % STEP === 0) yield;
      }
      return;
    }
    const { from, removed, added } = edit, gone = removed.filter(this.isKept).length, come = added.filter(this.isKept);
    if (gone > 0 || come.length > 0) this.#kept = exchanged(this.#kept, firstAtOrAfter(this.#kept, from, (p) => p), gone, come);
  }
}

/**
 * Number of the first of some things in text order that stands at a paragraph's number or behind it. What an edit there removed counts as behind:
 * its paragraph keeps the number that it had.
 * @param low how many at the beginning are not looked at
 */
export function firstAtOrAfter<T>(things: readonly T[], index: number, paragraphOf: (thing: T) => Paragraph, low = 0): number {
  let high = things.length;
  while (low < high) { const middle = (low + high) >> 1; if (paragraphOf(things[middle]!).index < index) low = middle + 1; else high = middle; }
  return low;
}

/** A list with some members exchanged for others: the list itself where they are few. */
export function exchanged<T>(list: T[], from: number, gone: number, come: readonly T[]): T[] {
  if (come.length > MOST_SPREAD) return [...list.slice(0, from), ...come, ...list.slice(from + gone)];
  list.splice(from, gone, ...come);
  return list;
}

/** Arguments that a call can take with room to spare. */
const MOST_SPREAD = 10_000;
