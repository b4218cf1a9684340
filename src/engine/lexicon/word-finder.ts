import { StartMap } from './start-map';

/** A word of a list where it stands in a sentence, with the number of the list. */
export interface FoundWord { start: number; end: number; list: number }

interface Word { readonly text: string; readonly list: number }

/** Lists of words that are looked for all at once, by the first two characters of each word. */
export class WordFinder {
  /** the words that begin with two characters, longest first */
  readonly #byStart = new StartMap<Word[]>();

  /** @param lists words of two characters and more, with the number by which they are told */
  constructor(lists: readonly { readonly list: number; readonly words: readonly string[] }[]) {
    for (const { list, words } of lists) for (const text of new Set(words)) {
      const known = this.#byStart.of(text);
      if (known) known.push({ text, list }); else this.#byStart.set(text, [{ text, list }]);
    }
    for (const words of this.#byStart.values()) words.sort((a, b) => b.text.length - a.text.length);
  }

  /** Is any of the words in the sentence? */
  isIn(sentence: string): boolean {
    for (let i = 0; i + 1 < sentence.length; i++) {
      const words = this.#byStart.at(sentence, i);
      if (words) for (const { text } of words) if (sentence.startsWith(text, i)) return true;
    }
    return false;
  }

  /** The words of each list from left to right: the longest at each place, none overlapping another of its list. */
  find(sentence: string): readonly FoundWord[] {
    // and by list, the end of its last word
    let found: FoundWord[] | undefined, ends: number[] | undefined;
    for (let i = 0; i + 1 < sentence.length; i++) {
      const words = this.#byStart.at(sentence, i);
      if (words) for (const { text, list } of words) {
        if (!sentence.startsWith(text, i) || ends && (ends[list] ?? 0) > i) continue;
        (ends ??= [])[list] = i + text.length;
        const word = { start: i, end: i + text.length, list };
        if (found) found.push(word); else found = [word];
      }
    }
    return found ?? NONE;
  }
}

const NONE: readonly FoundWord[] = [];
