import { queuedTime } from './process-figures';

/**
 * What something took, in milliseconds: by the clock; by the clock without the time in which this thread was ready to run while others on the machine
 * had the processors; and in processor time of all threads of the process, garbage collection and compilation among them.
 */
export interface Time { clock: number; own: number; processor: number }

/** Measures `work`. Where the system does not tell how long this thread waited for a processor, the clock stands in. */
export function timed(work: () => unknown): Time {
  const before = process.cpuUsage(), queued = queuedTime(process.pid), from = performance.now();
  work();
  const clock = performance.now() - from, used = process.cpuUsage(before);
  return { clock, own: clock - (queuedTime(process.pid) - queued), processor: (used.user + used.system) / 1000 };
}

/** Collects garbage, young objects or all, so that nobody pays for another's. */
export function collect(type: 'minor' | 'major'): void { globalThis.gc?.({ type }); }

/** Ends after so many milliseconds. */
export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** The promise, or an error that says `what` when it has not ended in time. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => { reject(new Error(`not within ${milliseconds / 1000} s: ${what}`)); }, milliseconds); });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A part of the ten minutes: `left` tells whether there is some. */
export class Budget {
  readonly #end: number;

  constructor(milliseconds: number) {
    this.#end = performance.now() + milliseconds;
  }

  get left(): boolean { return performance.now() < this.#end; }
}
