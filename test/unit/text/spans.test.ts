import { expect, test } from 'vitest';
import { sorted } from '../../../src/engine/text';

test.each([0, 1, 2, 5, 12, 13, 200])('%i things are sorted as sort does it, equal ones in their order', (count) => {
  const things = Array.from({ length: count }, (_, i) => ({ by: (i * 7) % 5, i })), compare = (a: { by: number }, b: { by: number }): number => a.by - b.by;
  const own = [...things];
  expect(sorted(own, compare)).toBe(own);
  expect(own).toEqual([...things].sort(compare));
});
