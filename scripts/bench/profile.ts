import { Session, type Profiler } from 'node:inspector';
import { readFileSync } from 'node:fs';

/** Milliseconds spent in each function itself, by its name and place. */
export type SelfTimes = ReadonlyMap<string, number>;

const INTERVAL_US = 500;

/** Runs `work` under the sampling profiler of V8. */
export async function profiled(work: () => unknown): Promise<SelfTimes> {
  const session = new Session();
  session.connect();
  const post = <T>(method: string, params?: object): Promise<T> => new Promise((resolve, reject) => {
    session.post(method, params, (error: Error | null, result?: object) => { if (error) reject(error); else resolve(result as T); });
  });
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await post('Profiler.start');
  work();
  const { profile } = await post<Profiler.StopReturnType>('Profiler.stop');
  session.disconnect();
  return selfTimes(profile);
}

/** Samples in which no code of a script ran. */
const IDLE: ReadonlySet<string> = new Set(['(idle)', '(program)']);

/** Sums the samples by function. */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): SelfTimes {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)])), times = new Map<string, number>();
  samples.forEach((id, i) => {
    const name = names.get(id) ?? '?';
    if (IDLE.has(name)) return;
    times.set(name, (times.get(name) ?? 0) + timeDeltas[i]! / 1000);
  });
  return times;
}

/** The functions whose time grew more than the text did, the worst first: `times` is how much longer the second text was. */
export function growth(one: SelfTimes, more: SelfTimes, times: number, count: number): { name: string; milliseconds: number; excess: number }[] {
  return [...more].map(([name, milliseconds]) => ({ name, milliseconds, excess: milliseconds - times * (one.get(name) ?? 0) }))
    .filter(({ excess }) => excess > 0).sort((a, b) => b.excess - a.excess).slice(0, count);
}

const bundles = new Map<string, string[]>();

/** In a bundle of esbuild a comment says which file what follows is from. */
function nameOf({ functionName, url, lineNumber }: { functionName: string; url: string; lineNumber: number }): string {
  const name = functionName || 'anonymous function';
  if (!url.startsWith('file:') && !url.startsWith('/')) return name;
  const file = url.replace(/^file:\/\//u, '');
  if (!bundles.has(file)) bundles.set(file, readFileSync(file, 'utf8').split('\n'));
  const source = bundles.get(file)!.slice(0, lineNumber + 1).findLast((line) => /^\/\/ \S+\.[cm]?[jt]s$/u.test(line));
  return source ? `${name} (${source.slice(3)})` : name;
}
