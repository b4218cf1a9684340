/** Takes all steps of long work at once, and gives back what comes of it. */
export function toTheEnd<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Items of a step: some dozens, since taking a step costs as much as little work. */
const PER_STEP = 32;

/** Does some work for each item, a few dozen a step. Of a set it is done for what is in it when it begins. */
export function* inSteps<T>(items: Iterable<T>, work: (item: T) => void): Generator<void, void> {
  if (Array.isArray(items)) { yield* inListSteps(items as readonly T[], work); return; }
  if (items instanceof Set) { yield* inListSteps([...items as Set<T>], work); return; }
  let done = 0;
  for (const item of items) {
    work(item);
    if (++done % PER_STEP === 0) yield;
  }
}

/** The same for a list, of which no iterator makes an object for each item. */
function* inListSteps<T>(items: readonly T[], work: (item: T) => void): Generator<void, void> {
  for (let i = 0; i < items.length; i++) {
    work(items[i]!);
    if ((i + 1) % PER_STEP === 0) yield;
  }
}

/** Cost of a step by `sizeOf`, in UTF-16 code units: some fractions of a millisecond. */
const SIZE_OF_STEP = 400;

/** Does some work for each item, as many a step as make up some hundred code units. */
export function* inStepsBySize<T>(items: readonly T[], sizeOf: (item: T) => number, work: (item: T, index: number) => void): Generator<void, void> {
  let size = 0;
  for (let i = 0; i < items.length; i++) {
    work(items[i]!, i);
    size += sizeOf(items[i]!);
    if (size < SIZE_OF_STEP) continue;
    size = 0;
    yield;
  }
}

/** What is made of each item, a few dozen a step. */
export function* mapInSteps<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<void, R[]> {
  const made: R[] = [];
  yield* inSteps(items, (item) => made.push(make(item)));
  return made;
}

/** The first item that passes a test, a few dozen a step. */
export function* findInSteps<T>(items: Iterable<T>, test: (item: T) => boolean): Generator<void, T | undefined> {
  let done = 0;
  for (const item of items) {
    if (test(item)) return item;
    if (++done % PER_STEP === 0) yield;
  }
  return undefined;
}

/** Short work as steps: it is done in the last one. */
export function* oneStep<T>(work: () => T): Generator<void, T> {
  yield;
  return work();
}

/** Above every number by which things are ordered, and small enough for V8 to keep it without an object. */
const NEVER = 0x7fffffff;

/** Lists in the order of a number as one list, in steps; of items with one number those of the earlier list come first. */
export function* mergedInSteps<T>(lists: readonly (readonly T[])[], startOf: (item: T) => number): Generator<void, T[]> {
  const all: T[] = [], startAt = (list: readonly T[], at: number): number => (at < list.length ? startOf(list[at]!) : NEVER);
  const heads = lists.map((list) => ({ list, at: 0, start: startAt(list, 0) }));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) if (head.start < (first?.start ?? NEVER)) first = head;
    if (!first) return all;
    all.push(first.list[first.at++]!);
    if (all.length % PER_STEP === 0) yield;
    first.start = startAt(first.list, first.at);
  }
}

/** Items that are sorted in one step. */
const RUN = 256;

/** Items in the order of a number, sorted in steps; those with one number keep their order. */
export function* sortedInSteps<T>(items: readonly T[], startOf: (item: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let i = 0; i < items.length; i += RUN) {
    runs.push(items.slice(i, i + RUN).sort((a, b) => startOf(a) - startOf(b)));
    yield;
  }
  while (runs.length > 1) {
    const pairs = runs;
    runs = [];
    for (let i = 0; i < pairs.length; i += 2) runs.push(pairs[i + 1] ? yield* mergedInSteps(pairs.slice(i, i + 2), startOf) : pairs[i]!);
  }
  return runs[0] ?? [];
}
