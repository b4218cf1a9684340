import { inSteps, mergedInSteps, sortedInSteps } from '../../steps';
import { firstStartingFrom } from '../../text';

/** From how many changes on a list is made anew, rather than searched for each. */
const MANY = 64;

/** Where an item is, or would be put, in a list in the order of `startOf`. */
function placeOf<T>(list: readonly T[], start: number, startOf: (item: T) => number): number {
  const last = list.at(-1);
  return last !== undefined && startOf(last) < start ? list.length : firstStartingFrom(list, start, startOf);
}

/** Puts an item in its place in a list in text order. */
export function insert<T>(list: T[], item: T, startOf: (item: T) => number): void {
  const at = placeOf(list, startOf(item), startOf);
  if (at === list.length) list.push(item); else list.splice(at, 0, item);
}

/** Takes an item out of a list, where it is in it. It is not looked for by its place, which it may have no more. */
export function remove<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}

/** A list in text order without some of its items and with others. Those that stay have their order. */
export function exchanged<T>(list: readonly T[], gone: ReadonlySet<T>, come: readonly T[], startOf: (item: T) => number): T[] {
  if (list.length === 0 && come.length === 1) return [...come];
  if (gone.size + come.length > MANY) return [...list.filter((item) => !gone.has(item)), ...come].sort((a, b) => startOf(a) - startOf(b));
  return exchangedFew(list, gone, come, startOf);
}

/** The same in steps. */
export function* exchangedInSteps<T>(list: readonly T[], gone: ReadonlySet<T>, come: readonly T[], startOf: (item: T) => number): Generator<void, T[]> {
  if (gone.size + come.length <= MANY) return exchangedFew(list, gone, come, startOf);
  const items: T[] = [];
  yield* inSteps(list, (item) => { if (!gone.has(item)) items.push(item); });
  const sorted = yield* sortedInSteps(come, startOf);
  return items.length === 0 ? sorted : yield* mergedInSteps([items, sorted], startOf);
}

function exchangedFew<T>(list: readonly T[], gone: ReadonlySet<T>, come: readonly T[], startOf: (item: T) => number): T[] {
  if (list.length === 0 && come.every((item, i) => i === 0 || startOf(come[i - 1]!) < startOf(item))) return come.slice();
  const items = [...list];
  for (const item of gone) remove(items, item);
  for (const item of come) insert(items, item, startOf);
  return items;
}
