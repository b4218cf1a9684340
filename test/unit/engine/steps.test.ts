import { describe, expect, it } from 'vitest';
import { findInSteps, mapInSteps, mergedInSteps, sortedInSteps, toTheEnd } from '../../../src/engine/steps';
import { fold, foldInSteps } from '../../../src/engine/text/fold';
import { scan, scanInSteps } from '../../../src/engine/text/repair/scan';
import { damaged, longText, random } from '../texts';

const next = random(7), numbers = Array.from({ length: 2_000 }, () => next(300)), items = numbers.map((at, i) => ({ at, i })), startOf = ({ at }: { at: number }): number => at;
const sorted = [...items].sort((a, b) => a.at - b.at);

/** The most items that one step looks at. */
function mostAtOnce(make: (items: Iterable<number>) => Iterator<unknown>): number {
  let seen = 0, most = 0;
  const steps = make(function* () { for (const n of numbers) { seen++; yield n; } }());
  for (let isDone = false; !isDone; seen = 0) { isDone = steps.next().done === true; most = Math.max(most, seen); }
  return most;
}

describe('work in steps', () => {
  it('sorts and merges as a stable sort at once does', () => {
    expect(toTheEnd(sortedInSteps(items, startOf))).toEqual(sorted);
    expect(toTheEnd(sortedInSteps([] as typeof items, startOf))).toEqual([]);
    expect(toTheEnd(mergedInSteps([sorted.filter(({ i }) => i < 900), sorted.filter(({ i }) => i >= 900)], startOf))).toEqual(sorted);
  });

  it('finds and makes what work at once does', () => {
    expect(toTheEnd(mapInSteps(numbers, (n) => n + 1))).toEqual(numbers.map((n) => n + 1));
    expect(toTheEnd(findInSteps(items, ({ at }) => at === 299))).toBe(items.find(({ at }) => at === 299));
    expect(toTheEnd(findInSteps(items, () => false))).toBeUndefined();
  });

  it('looks at a few dozen items in a step', () => {
    expect(mostAtOnce((all) => mapInSteps(all, (n) => n))).toBeLessThanOrEqual(64);
    expect(mostAtOnce((all) => findInSteps(all, () => false))).toBeLessThanOrEqual(64);
  });
});

describe('a text that is looked at in pieces', () => {
  const long = longText(200_000), texts = ['', long, long.replaceAll('，', ',').replaceAll('“', '「'), long.replaceAll('\n', '\r\n'), damaged(long), long.replaceAll('\n', '')];

  it.each(texts.map((text, i) => [i, text] as const))('is folded and scanned as it is in one: text %i', (_, text) => {
    expect(toTheEnd(foldInSteps(text)) === fold(text)).toBe(true);
    expect(toTheEnd(scanInSteps(text))).toEqual(scan(text));
  });
});
