import { StartMap } from '../lexicon/start-map';
import type { Paragraph, SourceText } from '../text';

/** Paragraphs that are counted in one step. */
const STEP = 64;

/** How often wordings of two and three characters stand in a text, from version to version of it. */
export class NameCounts {
  #counts = new Map<string, number>();
  /** first two characters of the wordings looked for */
  #starts = new Set<string>();
  #isStart = new StartMap<true>();

  /** Counts the wordings of a text that begin like one of these; of a text made by an edit only what the edit changed, if no start is new. Says whether anything was counted. */
  *update({ paragraphs, edit }: SourceText, wordings: Iterable<string>): Generator<void, boolean> {
    const known = this.#starts.size;
    for (const wording of wordings) { this.#starts.add(wording.slice(0, 2)); this.#isStart.set(wording, true); }
    if (edit && this.#starts.size === known) {
      const gone = edit.removed.map((paragraph) => this.#count(paragraph, -1)), come = edit.added.map((paragraph) => this.#count(paragraph, 1));
      return gone.includes(true) || come.includes(true);
    }
    this.#counts = new Map();
    for (const paragraph of paragraphs) {
      this.#count(paragraph, 1);
      if (paragraph.index % STEP === 0) yield;
    }
    return true;
  }

  of(wording: string): number { return this.#counts.get(wording) ?? 0; }

  #count({ folded }: Paragraph, sign: number): boolean {
    let hasCounted = false;
    for (let i = 0; i + 1 < folded.length; i++) {
      if (!this.#isStart.at(folded, i)) continue;
      const two = folded.slice(i, i + 2);
      hasCounted = true;
      this.#counts.set(two, this.of(two) + sign);
      if (i + 2 < folded.length) { const three = folded.slice(i, i + 3); this.#counts.set(three, this.of(three) + sign); }
    }
    return hasCounted;
  }
}
