import { readdirSync, readFileSync } from 'node:fs';

/**
 * Processor time that a process has used, all its threads together, in milliseconds. Unlike the clock it does not count waiting: neither
 * for a timer nor for a processor that others have. NaN where the system does not tell (it does on Linux).
 */
export function processorTime(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0);
  } catch {
    return NaN;
  }
}

/**
 * Time that the main thread of a process was ready to run but had no processor, since others on the machine had them, in milliseconds; 0 where the
 * system does not tell.
 */
export function queuedTime(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Resident set of a process in megabytes, NaN where the system does not tell. */
export function residentSet(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
