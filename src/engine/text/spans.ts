import type { Span } from '../analysis';

/** Index of the first that starts at an offset or behind it, of things in the order of their starts; their number where none does. By binary search. */
export function firstStartingFrom<T>(things: readonly T[], offset: number, startOf: (thing: T) => number): number {
  let low = 0, high = things.length;
  while (low < high) { const middle = (low + high) >> 1; if (startOf(things[middle]!) < offset) low = middle + 1; else high = middle; }
  return low;
}

/** Index of the first that ends behind an offset, of spans that are sorted and do not overlap; their number where none does. By binary search. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0, high = spans.length;
  while (low < high) { const middle = (low + high) >> 1; if (spans[middle]!.end <= offset) low = middle + 1; else high = middle; }
  return low;
}
