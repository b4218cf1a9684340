/** Sentences kept of each of two generations. */
const MOST = 4096;

const memories = new Set<WeakRef<SentenceMemory<unknown>>>();

/** Lets go of all sentences that are remembered: for a program that has closed its texts. */
export function forgetSentences(): void {
  for (const memory of memories) memory.deref()?.forget();
}

/**
 * A function of sentences that remembers the last few thousand, so that an edit in a paragraph of any length costs no more than its own
 * sentence. What it gives must not be changed.
 */
export class SentenceMemory<T> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();

  constructor(private readonly make: (sentence: string) => T) { memories.add(new WeakRef(this)); }

  read(sentence: string): T {
    const known = this.#young.get(sentence) ?? this.#old.get(sentence), value = known ?? this.make(sentence);
    if (this.#young.size >= MOST) { this.#old = this.#young; this.#young = new Map(); }
    this.#young.set(copyOf(sentence), value);
    return value;
  }

  forget(): void {
    this.#young = new Map();
    this.#old = new Map();
  }
}

/** The same characters in a string of their own: a part cut out of a text keeps all of the text in memory, also when that is closed. */
const copyOf = (part: string): string => ` ${part}`.slice(1);
