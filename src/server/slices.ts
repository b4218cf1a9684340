import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which others get their turn. */
const SLICE_MS = 8;

/** Takes all steps of long work, with turns of the event loop for others in between; ends early where it is no longer wanted. */
export async function inSlices(steps: Iterator<unknown>, isWanted: () => boolean): Promise<void> {
  for (let isDone = false; !isDone;) {
    await nextTurn();
    if (!isWanted()) return;
    for (const end = performance.now() + SLICE_MS; !isDone && performance.now() < end;) isDone = steps.next().done === true;
  }
}
