/** What something took, in milliseconds: by the clock, and of this thread's processor time, which does not count what others on the machine did meanwhile. */
export interface Time { clock: number; processor: number }

/** Measures `work`. Where Node does not tell the thread's processor time (before 23.9) the clock stands in for it. */
export function timed(work: () => unknown): Time {
  const before = threadTime(), from = performance.now();
  work();
  const clock = performance.now() - from, processor = threadTime() - before;
  return { clock, processor: processor > 0 ? processor : clock };
}

/** Processor time of this thread so far, in milliseconds; 0 where it is not told. */
function threadTime(): number {
  const usage = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.();
  return usage ? (usage.user + usage.system) / 1000 : 0;
}

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
