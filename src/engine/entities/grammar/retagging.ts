import { firstEndingAfter } from '../../text';
import type { RawMention } from '../raw-mention';

/** The mentions of a paragraph while wordings are tagged in place of some of them, from left to right. */
export class Retagging {
  readonly #added: RawMention[] = [];
  readonly #gone = new Set<RawMention>();

  /** @param mentions sorted, none overlapping another */
  constructor(private readonly mentions: readonly RawMention[]) {}

  /** The mentions that have a part in a stretch. */
  in(start: number, end: number): RawMention[] {
    const found: RawMention[] = [];
    for (let k = firstEndingAfter(this.mentions, start); k < this.mentions.length && this.mentions[k]!.start < end; k++) if (!this.#gone.has(this.mentions[k]!)) found.push(this.mentions[k]!);
    for (let k = this.#added.length - 1; k >= 0 && this.#added[k]!.end > start; k--) if (this.#added[k]!.start < end) found.push(this.#added[k]!);
    return found;
  }

  /** Puts a mention in the place of all that lie in its stretch. */
  put(mention: RawMention, inside: readonly RawMention[]): void {
    for (const m of inside) this.#gone.add(m);
    while (this.#added.length > 0 && this.#gone.has(this.#added.at(-1)!)) this.#added.pop();
    this.#added.push(mention);
  }

  /** The mentions as they are now: sorted, none overlapping another; those given where nothing was put. */
  get result(): readonly RawMention[] {
    return this.#added.length === 0 ? this.mentions : [...this.mentions.filter((m) => !this.#gone.has(m)), ...this.#added].sort((a, b) => a.start - b.start);
  }
}
