import { readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** What Node calls the threads on which V8 compiles and collects garbage; older versions do not name them. */
const NAME = 'V8Worker';
/** The threads of this process, each a folder, as Linux tells them. */
const THREADS = '/proc/self/task';

/**
 * Lets V8's helper threads stand back where the processors do not suffice, as Chrome does with those of its pages: compiling pays later, and somebody
 * waits for what the others do. Not for a server that must answer soon, since a collection of garbage waits for them too. On Linux, where a thread has a priority of its own; elsewhere, and where the system refuses, nothing happens.
 * @returns how many threads stand back
 */
export function lowerHelperThreads(): number {
  try {
    const helpers = readdirSync(THREADS).filter((thread) => readFileSync(`${THREADS}/${thread}/comm`, 'utf8').trim() === NAME);
    for (const thread of helpers) setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
    return helpers.length;
  } catch {
    return 0;
  }
}
