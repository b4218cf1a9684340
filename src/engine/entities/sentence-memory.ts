/** Sentences kept of each of two generations. */
const MOST = 4096;

const memories = new Set<WeakRef<SentenceMemory<unknown>>>();

/** Lets go of all sentences that are remembered: for a program that has closed its texts. */
export function forgetSentences(): void {
  for (const memory of memories) memory.deref()?.forget();
}

/**
 * What was made of the last few thousand sentences, so that an edit in a paragraph of any length costs no more than its own sentence.
 * What it is given must not be changed.
 */
export class SentenceMemory<T> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();

  constructor() { memories.add(new WeakRef(this)); }

  /** What was made of a sentence, if that is remembered. */
  of(sentence: string): T | undefined {
    const known = this.#young.get(sentence) ?? this.#old.get(sentence);
    if (known !== undefined) this.keep(sentence, known);
    return known;
  }

  keep(sentence: string, value: T): void {
    if (this.#young.size >= MOST) { this.#old = this.#young; this.#young = new Map(); }
    this.#young.set(copyOf(sentence), value);
  }

  forget(): void {
    this.#young = new Map();
    this.#old = new Map();
  }
}

/** The same characters in a string of their own: a part cut out of a text keeps all of the text in memory, also when that is closed. */
const copyOf = (part: string): string => ` ${part}`.slice(1);
