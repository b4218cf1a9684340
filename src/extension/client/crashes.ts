/** Crashes within this many milliseconds count together. */
const WINDOW = 3 * 60 * 1000;
/** Crashes in one window after which the server is started again; one more and it stays down. */
const RESTARTS = 4;

/** What to do after the server process ended by itself, and whether the user hears of it. */
export interface Verdict { restart: boolean; tell: boolean }

/** Decides how often a crashed server comes back. A row of crashes is told of once. */
export class CrashLog {
  #times: number[] = [];

  /** Notes a crash at `now` (milliseconds). */
  crashed(now: number): Verdict {
    this.#times = this.#times.filter((time) => now - time < WINDOW);
    const first = this.#times.length === 0;
    this.#times.push(now);
    return { restart: this.#times.length <= RESTARTS, tell: first };
  }

  /** Starts counting anew, after the user asked for a restart. */
  clear(): void {
    this.#times = [];
  }
}
