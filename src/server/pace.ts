/** Longest rest after a step, in milliseconds. */
const MOST_REST_MS = 300;

/**
 * When a step may run again that runs at every key. One that takes long rests for as long as it took, so that requests find a turn and keys gather;
 * a single run that took long (of a page that was pasted) does not make the next one wait. Whoever pauses longer than that waits for nothing.
 */
export class Pace {
  #last = 0;
  #before = 0;
  #ended = -Infinity;

  /** Milliseconds until the step may run. */
  get wait(): number { return Math.max(0, this.#ended + Math.min(MOST_REST_MS, this.#last, this.#before) - performance.now()); }

  /** Runs the step. */
  run<T>(step: () => T): T {
    const from = performance.now(), result = step();
    this.#before = this.#last;
    this.#ended = performance.now();
    this.#last = this.#ended - from;
    return result;
  }
}
