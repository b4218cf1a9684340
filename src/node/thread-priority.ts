import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** What Node calls the threads on which V8 compiles and collects garbage; older versions do not name them. */
const NAME = 'V8Worker';
/** The threads of this process, each a folder, as Linux tells them. */
const THREADS = '/proc/self/task';
/** A nice value: a third of the share that the editor's processes have, where there are too few processors for all. */
const BEHIND_THE_EDITOR = 5;

/**
 * Lets V8's helper threads stand back where the processors do not suffice, as Chrome does with those of its pages: compiling pays later, and somebody
 * waits for what the others do. Not for a server that must answer soon, since a collection of garbage waits for them too. On Linux, where a thread has a priority of its own; elsewhere, and where the system refuses, nothing happens.
 * @returns how many threads stand back
 */
export function lowerHelperThreads(): number {
  return lower(() => readdirSync(THREADS).filter((thread) => readFileSync(`${THREADS}/${thread}/comm`, 'utf8').trim() === NAME), constants.priority.PRIORITY_BELOW_NORMAL);
}

/**
 * Lets this process stand back behind the editor that it serves: a key that wakes it up would otherwise be followed by its work, on the processor that the
 * editor is to show the key with. All threads of the process, so that none waits for a slower one; those that are started later do as the one that starts them.
 * Where the system refuses, or the process stands further back already, nothing happens.
 * @returns how many threads stand back
 */
export function standBehindEditor(): number {
  if (getPriority() >= BEHIND_THE_EDITOR) return 0;
  return lower(() => (process.platform === 'linux' ? readdirSync(THREADS) : ['0']), BEHIND_THE_EDITOR);
}

/** @param threads ids of threads; 0 stands for the process where threads have no priority of their own */
function lower(threads: () => readonly string[], priority: number): number {
  try {
    const lowered = threads();
    for (const thread of lowered) setPriority(Number(thread), priority);
    return lowered.length;
  } catch {
    return 0;
  }
}
