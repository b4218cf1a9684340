import type { Span } from '../analysis';

/** A text that was repaired, with where each of its units was in the text before. */
export interface Repaired {
  readonly text: string;
  /** by unit: start of what it was made of; one more entry than units */
  readonly starts: Int32Array;
  /** by unit: end of what it was made of */
  readonly ends: Int32Array;
}

/** Offsets of a repaired text in the text it was made of, and back. Without a repair both are the same. */
export class OffsetMap {
  constructor(private readonly repaired: Repaired | undefined) {}

  /** The span in the text before the repair; an empty span stays empty. */
  toGiven(span: Span): Span {
    const r = this.repaired;
    if (!r) return { start: span.start, end: span.end };
    const last = r.text.length, start = r.starts[clamp(span.start, last)]!;
    return { start, end: span.end > span.start ? Math.max(start, r.ends[clamp(span.end, last) - 1] ?? start) : start };
  }

  /** The first unit of the repaired text that was made of, or comes after, what stands at an offset before the repair. */
  toRepaired(offset: number): number {
    const r = this.repaired;
    if (!r) return offset;
    let low = 0, high = r.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (r.ends[middle]! > offset) high = middle; else low = middle + 1;
    }
    return low;
  }
}

const clamp = (offset: number, length: number): number => Math.min(Math.max(offset, 0), length);

/** The map of one repair after another. */
export function compose(first: Repaired | undefined, second: Repaired | undefined): Repaired | undefined {
  if (!first || !second) return first ?? second;
  const n = second.text.length, starts = new Int32Array(n + 1), ends = new Int32Array(n + 1);
  const map = new OffsetMap(first);
  for (let i = 0; i <= n; i++) {
    const { start, end } = map.toGiven({ start: second.starts[i]!, end: second.ends[i]! });
    starts[i] = start;
    ends[i] = end;
  }
  return { text: second.text, starts, ends };
}
