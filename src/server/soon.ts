/**
 * Calls `run` after so many milliseconds. Without a wait it runs as soon as the messages that have come already were taken, so that of several keys only the
 * last one counts; a timer would take a millisecond for that.
 * @returns takes it back
 */
export function soon(wait: number, run: () => void): () => void {
  if (wait > 0) {
    const timer = setTimeout(run, wait);
    return () => { clearTimeout(timer); };
  }
  // messages are taken one in a turn of the event loop: the next one is before the second turn
  let turn = setImmediate(() => { turn = setImmediate(run); });
  return () => { clearImmediate(turn); };
}
