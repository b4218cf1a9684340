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

/** Up to so many things are sorted by putting each in its place. */
const FEW = 12;

/** Sorts a list as `sort` does, which for a handful of things makes lists of its own that take longer than the work. Changes the list and gives it back. */
export function sorted<T>(things: T[], compare: (a: T, b: T) => number): T[] {
  if (things.length > FEW) return things.sort(compare);
  for (let i = 1; i < things.length; i++) {
    const thing = things[i]!;
    let at = i;
    for (; at > 0 && compare(things[at - 1]!, thing) > 0; at--) things[at] = things[at - 1]!;
    things[at] = thing;
  }
  return things;
}
