import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/**
 * Lets those who wait through one after the other, each in a turn of the event loop of its own, so that what is short by itself does not become
 * long by being much.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves when it is one's turn. */
  async next(): Promise<void> {
    await (this.#last = this.#last.then(() => nextTurn()));
  }
}

/** Lets others in before a long answer, which has just been read from the channel, is worked on: the two together would block them for twice as long. */
export const letOthersIn = (): Promise<void> => pause(1);
