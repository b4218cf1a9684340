/** Items of a step: some dozens, since taking a step costs as much as little work. */
const PER_STEP = 32;

/** Does some work for each item, a few dozen a step. */
export function* inSteps<T>(items: Iterable<T>, work: (item: T) => void): Generator<void, void> {
  let done = 0;
  for (const item of items) {
    work(item);
    if (++done % PER_STEP === 0) yield;
  }
}
