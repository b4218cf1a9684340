import { Session, type Profiler, type Runtime } from 'node:inspector';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { queuedTime } from '../process-figures';
import { blocksOf, type Blocks } from './blocks';

/** What happened in the extension host while something was done, in milliseconds. */
export interface Measured extends Blocks {
  /** longest that a timer had to wait for its turn, whoever was in the way */
  longestDelay: number;
  /** time in which the host could have run but others had the processors: the other figures have it in them */
  queued: number;
}

/** Time after the work in which what it set off still counts. */
const SETTLE_MS = 400;
const INTERVAL_US = 250;

/** Does something under the profiler of V8 and tells what of the time was the extension's. */
export async function measureBlocks(work: () => Promise<void>): Promise<Measured> {
  const session = new Session(), delay = monitorEventLoopDelay({ resolution: 1 });
  session.connect();
  await post(session, 'Profiler.enable');
  await post(session, 'Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await post(session, 'Profiler.start');
  await pause(100); // what starting the profiler costs is over
  const queued = queuedTime(process.pid);
  delay.enable();
  await work();
  await pause(SETTLE_MS);
  const longestDelay = delay.max / 1e6, queuedInAll = queuedTime(process.pid) - queued;
  delay.disable();
  const { profile } = await post<Profiler.StopReturnType>(session, 'Profiler.stop');
  session.disconnect();
  return { ...blocksOf(profile, INTERVAL_US / 1000, isOwn), longestDelay, queued: queuedInAll };
}

/** Functions of the extension, and the end of Node's channel where answers of the server arrive. What is sent has a function of the extension on its stack. */
function isOwn({ url, functionName }: Runtime.CallFrame): boolean {
  return url.includes(BUNDLES) || (url.includes('internal/child_process') && CHANNEL.has(functionName));
}

/** Where the extension's bundles are; others have a dist/extension.js as well. */
const BUNDLES = `${process.env['BENCH_ROOT'] ?? ''}/dist/`;
const CHANNEL: ReadonlySet<string> = new Set(['channel.onread']);

/** Heap in use after a full collection, and resident set, in megabytes. */
export async function memoryOfHost(): Promise<{ heap: number; resident: number }> {
  const session = new Session();
  session.connect();
  await post(session, 'HeapProfiler.collectGarbage');
  session.disconnect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 };
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

function post<T>(session: Session, method: string, params?: object): Promise<T> {
  return new Promise((resolve, reject) => {
    session.post(method, params, (error: Error | null, result?: object) => { if (error) reject(error); else resolve(result as T); });
  });
}
