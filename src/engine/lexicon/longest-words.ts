import { StartMap } from './start-map';

/** So many words that begin alike are compared one by one; more are told apart by the character that follows first. */
const MOST_COMPARED = 8;
/** Characters by which `StartMap` tells words apart. */
const START = 2;

/** Stands for the character behind the last one. */
const END = -1;

/** Words that begin alike, longest first, or by the code of the character that follows: those that end there by `END`. */
type Words<T> = readonly T[] | Map<number, Words<T>>;

/** Words that come and go, of which the longest at a place of a text is found: at a cost that does not grow with how many begin alike. */
export class LongestWords<T extends { readonly wording: string }> {
  readonly #byStart = new StartMap<Words<T>>();

  /** The longest word that stands at an offset. */
  at(text: string, offset: number): T | undefined {
    const words = this.#byStart.at(text, offset);
    return words && longest(words, text, offset, START);
  }

  /** Puts in a word of at least two characters that is not there yet. */
  add(word: T): void { this.#byStart.set(word.wording, withWord(this.#byStart.of(word.wording), word, START)); }

  /** Takes out a word that is there. */
  delete(word: T): void { this.#byStart.set(word.wording, withoutWord(this.#byStart.of(word.wording), word, START)); }
}

/** `depth`: so many characters tell these words from others. */
function longest<T extends { readonly wording: string }>(words: Words<T> | undefined, text: string, offset: number, depth: number): T | undefined {
  if (words instanceof Map) return longest(words.get(codeAt(text, offset + depth)), text, offset, depth + 1) ?? longest(words.get(END), text, offset, depth);
  if (words) for (const word of words) if (text.startsWith(word.wording, offset)) return word;
  return undefined;
}

function withWord<T extends { readonly wording: string }>(words: Words<T> | undefined, word: T, depth: number): Words<T> {
  if (words instanceof Map) {
    const next = codeAt(word.wording, depth);
    return words.set(next, withWord(words.get(next), word, depth + 1));
  }
  if (!words) return [word];
  const shorter = words.findIndex(({ wording }) => wording.length < word.wording.length), all = words.toSpliced(shorter < 0 ? words.length : shorter, 0, word);
  return all.length <= MOST_COMPARED ? all : all.reduce<Words<T>>((told, one) => withWord(told, one, depth), new Map<number, Words<T>>());
}

function withoutWord<T extends { readonly wording: string }>(words: Words<T> | undefined, word: T, depth: number): Words<T> | undefined {
  if (!(words instanceof Map)) return words && words.length > 1 ? words.filter((one) => one !== word) : undefined;
  const next = codeAt(word.wording, depth), left = withoutWord(words.get(next), word, depth + 1);
  if (left) words.set(next, left); else words.delete(next);
  return words.size > 0 ? words : undefined;
}

const codeAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : END);
