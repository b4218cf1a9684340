import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { forgetSentences } from '../engine/entities/sentence-memory';

/** Pause after the last report was closed, in milliseconds. */
const PAUSE_MS = 1000;
/** Closed texts of so many characters in all are worth a collection while others are still open. */
const MUCH = 500_000;

/** V8's own function. */
type Collect = (options?: typeof ALL) => void;

/** All garbage, and the pages that V8 would keep for later. V8 11 (Node 20) takes any options to mean the young generation: it collects all without. */
const ALL = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;
const TAKES_OPTIONS = Number.parseInt(process.versions.v8, 10) > 11;

/**
 * Gives memory back to the system after reports were closed. V8 collects garbage when memory is asked for, and of a server that nobody asks
 * anything it would stay as large as its longest report was.
 */
export class GiveBack {
  #closed = 0;
  #timer: NodeJS.Timeout | undefined;
  #collect: Collect | undefined;

  /** @param others gives back what others hold */
  constructor(private readonly others: () => void) {}

  /** A report of so many characters was closed; are others open? */
  closed(characters: number, othersAreOpen: boolean): void {
    this.#closed += characters;
    clearTimeout(this.#timer);
    if (!othersAreOpen || this.#closed >= MUCH) this.#timer = setTimeout(() => this.#run(), PAUSE_MS).unref();
  }

  /** Somebody is at work: later. */
  opened(): void { if (this.#closed < MUCH) clearTimeout(this.#timer); }

  dispose(): void { clearTimeout(this.#timer); }

  #run(): void {
    this.#closed = 0;
    forgetSentences();
    this.others();
    this.#collectNow();
    // what was let go of by finalizers and threads of V8 meanwhile goes with a second one
    this.#timer = setTimeout(() => this.#collectNow(), PAUSE_MS).unref();
  }

  #collectNow(): void {
    this.#collect ??= collector();
    this.#collect?.(TAKES_OPTIONS ? ALL : undefined);
  }
}

/** Nothing where V8 does not let itself be asked. */
function collector(): Collect | undefined {
  try {
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc') as Collect;
  } catch {
    return undefined;
  }
}
