import { startKey } from './start-key';

/** A word of a list where it stands in a sentence, with the number of the list. */
export interface FoundWord { start: number; end: number; list: number }

interface Word { readonly text: string; readonly list: number }

/** Lists of words that are looked for all at once, by the first two characters of each word. */
export class WordFinder {
  readonly #byStart = new Map<number, Word[]>();
  /** is this the first character of a word? */
  readonly #first = new Uint8Array(0x10000);

  /** @param lists words of two characters and more, with the number by which they are told */
  constructor(lists: readonly { readonly list: number; readonly words: readonly string[] }[]) {
    for (const { list, words } of lists) for (const text of new Set(words)) {
      const key = startKey(text, 0), known = this.#byStart.get(key);
      this.#first[text.charCodeAt(0)] = 1;
      if (known) known.push({ text, list }); else this.#byStart.set(key, [{ text, list }]);
    }
    for (const words of this.#byStart.values()) words.sort((a, b) => b.text.length - a.text.length);
  }

  /** Is any of the words in the sentence? */
  isIn(sentence: string): boolean {
    for (let i = 0; i + 1 < sentence.length; i++) {
      if (this.#first[sentence.charCodeAt(i)] === 1 && this.#byStart.get(startKey(sentence, i))?.some(({ text }) => sentence.startsWith(text, i))) return true;
    }
    return false;
  }

  /** The words of each list from left to right: the longest at each place, none overlapping another of its list. */
  find(sentence: string): FoundWord[] {
    const found: FoundWord[] = [];
    for (let i = 0; i + 1 < sentence.length; i++) {
      if (this.#first[sentence.charCodeAt(i)] === 0) continue;
      for (const { text, list } of this.#byStart.get(startKey(sentence, i)) ?? []) {
        if (sentence.startsWith(text, i) && !found.some((f) => f.list === list && f.end > i)) found.push({ start: i, end: i + text.length, list });
      }
    }
    return found;
  }
}
