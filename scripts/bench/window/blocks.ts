import type { Profiler, Runtime } from 'node:inspector';

/** What a profile of the extension host says, in milliseconds. */
export interface Blocks {
  /** time with a frame of ours on the stack */
  own: number;
  /** longest stretch of that without a pause, with the collector and native code in it */
  longestOwn: number;
  /** the same without them: the collector clears away what all extensions left, and comes when anybody runs */
  longestOfCode: number;
  /** the same with no sample longer than some intervals: between two samples that are further apart somebody else had the processor */
  longestSeen: number;
  /** longest stretch of collecting garbage, whoever ran */
  longestCollection: number;
  /** longest stretch without idling in which code of ours ran at all, with what others did before and after it */
  longestAround: number;
  /** time in which the host did not idle, whoever ran */
  busy: number;
  /** what of ours took longest in itself or in what it called: name of the outermost frame of ours, milliseconds */
  entries: { name: string; milliseconds: number }[];
}

type Kind = 'idle' | 'own' | 'collector' | 'native' | 'other';

/** A stretch of samples of the same kind. */
interface Sample { kind: Kind; entry: string; milliseconds: number }

/** What V8 calls functions that are none. Between two samples of ours the collector and native code say nothing: they run on behalf of whoever ran before. */
const KINDS: Readonly<Record<string, Kind>> = { '(idle)': 'idle', '(garbage collector)': 'collector', '(program)': 'native' };
const ENTRIES = 8;
/** Samples that are so many intervals apart were not only late. */
const INTERVALS = 4;

/**
 * Tells which time of a profile belongs to the functions that `isOwn` names: every sample with one of theirs on its stack.
 * @param interval milliseconds between two samples
 */
export function blocksOf(profile: Profiler.Profile, interval: number, isOwn: (frame: Runtime.CallFrame) => boolean): Blocks {
  const samples = readSamples(profile, isOwn), ofCode = samples.map((sample) => (isNative(sample) ? { ...sample, milliseconds: 0 } : sample)), entries = new Map<string, number>();
  let busy = 0, own = 0;
  for (const { kind, entry, milliseconds } of samples) {
    if (kind !== 'idle') busy += milliseconds;
    if (kind !== 'own') continue;
    own += milliseconds;
    entries.set(entry, (entries.get(entry) ?? 0) + milliseconds);
  }
  return {
    own, busy, longestOwn: longest(samples, isOwnOrNative), longestCollection: longestOf(samples, 'collector'), longestAround: longest(samples, ({ kind }) => kind !== 'idle'),
    longestOfCode: longest(ofCode, isOwnOrNative), longestSeen: longest(ofCode.map((sample) => ({ ...sample, milliseconds: Math.min(sample.milliseconds, INTERVALS * interval) })), isOwnOrNative),
    entries: [...entries].map(([name, milliseconds]) => ({ name, milliseconds })).sort((a, b) => b.milliseconds - a.milliseconds).slice(0, ENTRIES),
  };
}

const isNative = ({ kind }: Sample): boolean => kind === 'native' || kind === 'collector';
const isOwnOrNative = (sample: Sample): boolean => sample.kind === 'own' || isNative(sample);

/** The longest run of samples of a kind. */
function longestOf(samples: readonly Sample[], kind: Kind): number {
  let most = 0, run = 0;
  for (const sample of samples) {
    run = sample.kind === kind ? run + sample.milliseconds : 0;
    most = Math.max(most, run);
  }
  return most;
}

/** The longest run of samples that `goes` on and has one of ours in it; what is native at its ends does not count. */
function longest(samples: readonly Sample[], goes: (sample: Sample) => boolean): number {
  let most = 0, run = 0, upToOwn = 0, hasOwn = false;
  for (const sample of [...samples, { kind: 'idle', entry: '', milliseconds: 0 } as const]) {
    if (!goes(sample)) {
      if (hasOwn) most = Math.max(most, upToOwn);
      run = upToOwn = 0;
      hasOwn = false;
      continue;
    }
    if (run === 0 && isNative(sample)) continue;
    run += sample.milliseconds;
    if (sample.kind === 'own') hasOwn = true;
    if (!isNative(sample)) upToOwn = run;
  }
  return most;
}

/** Each sample lasts until the next. */
function readSamples({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, isOwn: (frame: Runtime.CallFrame) => boolean): Sample[] {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const))), byId = new Map(nodes.map((node) => [node.id, node]));
  const known = new Map<number, Pick<Sample, 'kind' | 'entry'>>();
  const classify = (id: number): Pick<Sample, 'kind' | 'entry'> => {
    let entry = '';
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { callFrame } = byId.get(at)!;
      if (isOwn(callFrame)) entry = `${callFrame.functionName || 'anonymous'} (${callFrame.url.split('/').at(-1) ?? ''}:${callFrame.lineNumber + 1}:${callFrame.columnNumber + 1})`;
    }
    return { kind: entry === '' ? KINDS[byId.get(id)!.callFrame.functionName] ?? 'other' : 'own', entry };
  };
  return samples.map((id, i) => {
    if (!known.has(id)) known.set(id, classify(id));
    return { ...known.get(id)!, milliseconds: (timeDeltas[i + 1] ?? 0) / 1000 };
  });
}
