import type { Paragraph, SourceText } from '../text';

/** How often wordings of two and three characters stand in a text, from version to version of it. */
export class NameCounts {
  #counts = new Map<string, number>();
  /** first two characters of the wordings looked for */
  #starts = new Set<string>();

  /** Counts the wordings of a text that begin like one of these; of a text made by an edit only what the edit changed, if no start is new. */
  update({ paragraphs, edit }: SourceText, wordings: Iterable<string>): void {
    const known = this.#starts.size, starts = new Set(this.#starts);
    for (const wording of wordings) starts.add(wording.slice(0, 2));
    if (edit && starts.size === known) {
      for (const paragraph of edit.removed) this.#count(paragraph, -1);
      for (const paragraph of edit.added) this.#count(paragraph, 1);
      return;
    }
    this.#starts = starts;
    this.#counts = new Map();
    for (const paragraph of paragraphs) this.#count(paragraph, 1);
  }

  of(wording: string): number { return this.#counts.get(wording) ?? 0; }

  #count({ folded }: Paragraph, sign: number): void {
    const firsts = this.#firsts();
    for (let i = 0; i + 1 < folded.length; i++) {
      if (!firsts.has(folded.charCodeAt(i))) continue;
      const two = folded.slice(i, i + 2);
      if (!this.#starts.has(two)) continue;
      this.#counts.set(two, this.of(two) + sign);
      if (i + 2 < folded.length) { const three = folded.slice(i, i + 3); this.#counts.set(three, this.of(three) + sign); }
    }
  }

  #firstsOf: { starts: Set<string>; firsts: Set<number> } | undefined;

  #firsts(): Set<number> {
    if (this.#firstsOf?.starts !== this.#starts) this.#firstsOf = { starts: this.#starts, firsts: new Set(Array.from(this.#starts, (s) => s.charCodeAt(0))) };
    return this.#firstsOf.firsts;
  }
}
