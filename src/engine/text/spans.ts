import type { Span } from '../analysis';

/** Index of the first that ends behind an offset, of spans that are sorted and do not overlap; their number where none does. By binary search. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0, high = spans.length;
  while (low < high) { const middle = (low + high) >> 1; if (spans[middle]!.end <= offset) low = middle + 1; else high = middle; }
  return low;
}
