import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
const SLICE_MS = 5;
/** A message is read in one turn of the event loop and taken from the queue in the next; what answers it begins in the one after. */
const TURNS = 3;

let turns = Promise.resolve();

/** Lets messages that have come be taken and answered. Of several who work long each waits for a turn of its own, so that others never wait for more than one slice. */
function letOthers(): Promise<void> {
  return turns = turns.then(async () => { for (let i = 0; i < TURNS; i++) await nextTurn(); });
}

/** Takes all steps of long work, with turns of the event loop for others before and in between; ends early, with nothing, where it is no longer wanted. */
export async function inSlices<T>(steps: Iterator<unknown, T>, isWanted: () => boolean): Promise<T | undefined> {
  await letOthers();
  return isWanted() ? fromNowInSlices(steps, isWanted) : undefined;
}

/** The same from now on: work of less than a slice is done at once. */
export async function fromNowInSlices<T>(steps: Iterator<unknown, T>, isWanted: () => boolean): Promise<T | undefined> {
  for (let slices = 1; ; slices++) {
    const end = performance.now() + SLICE_MS;
    let step;
    do step = steps.next(); while (step.done !== true && performance.now() < end);
    if (step.done === true && slices === 1) return step.value;
    // what took long is made in vain if it was taken back, or the text edited, during the last slice
    await letOthers();
    if (!isWanted()) return undefined;
    if (step.done === true) return step.value;
  }
}
