/**
 * Values by the two characters that something begins with (others may share a value), and quick to say that nothing begins at a place, as at most
 * places of a text.
 */
export class StartMap<T> {
  readonly #values = new Map<number, T>();
  /** for each pair of characters, by a hash of it: may something begin with it? A bit each, so that all of it stays in the processor's first cache. */
  readonly #may = new Int32Array(1 << (BITS - 5));

  /** What begins with the two characters that stand at an offset. */
  at(text: string, offset: number): T | undefined {
    const first = text.charCodeAt(offset), second = text.charCodeAt(offset + 1);
    return this.#mayBegin(hashOf(first, second)) ? this.#values.get(keyOf(first, second)) : undefined;
  }

  /** The value that a word has or shares, also with words that begin in another way: what is set for it must take that in. */
  of(word: string): T | undefined { return this.#values.get(keyOf(word.charCodeAt(0), word.charCodeAt(1))); }

  /** Sets what begins as the word does; nothing where there is no value. */
  set(word: string, value: T | undefined): void {
    const first = word.charCodeAt(0), second = word.charCodeAt(1), key = keyOf(first, second);
    const hash = hashOf(first, second);
    this.#may[hash >>> 5]! |= 1 << (hash & 31);
    if (value === undefined) this.#values.delete(key); else this.#values.set(key, value);
  }

  #mayBegin(hash: number): boolean { return (this.#may[hash >>> 5]! >>> (hash & 31) & 1) === 1; }

  values(): IterableIterator<T> { return this.#values.values(); }
}

const BITS = 16;
const hashOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ second) & ((1 << BITS) - 1);
/** Two characters as a small integer. */
const keyOf = (first: number, second: number): number => (((first & 0x7fff) << 15) | (second & 0x7fff)) & 0x3fffffff;
