import type { Repaired } from '../offset-map';

/** Makes a repaired text of edits that are added in text order. */
export class Edits {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private from = 0;

  constructor(private readonly given: string) {}

  replace(start: number, end: number, text: string): void {
    this.keep(start);
    this.parts.push(text);
    for (let i = 0; i < text.length; i++) { this.starts.push(start); this.ends.push(end); }
    this.from = end;
  }

  /** The repaired text; undefined where nothing was replaced. */
  result(): Repaired | undefined {
    const { given } = this;
    if (this.from === 0 && this.parts.length === 0) return undefined;
    this.keep(given.length);
    return { text: this.parts.join(''), starts: Int32Array.from([...this.starts, given.length]), ends: Int32Array.from([...this.ends, given.length]) };
  }

  private keep(to: number): void {
    this.parts.push(this.given.slice(this.from, to));
    for (let i = this.from; i < to; i++) { this.starts.push(i); this.ends.push(i + 1); }
    this.from = to;
  }
}
