import { FEATURE_COUNT } from '../features';
import { BEGIN, END, LABEL_COUNT, MIDDLE, SINGLE, TRANSITIONS } from '../labels';
import type { Weights } from '../model';
import { KERNEL_CODE } from './kernel-code';

/** The recognizer's inner loops with the weights of a model in their memory. */
export interface Kernel {
  /** what `score` reads: the hashes of a character's features */
  readonly features: Int32Array;
  /** Adds up the weights of the features for the character with this index. */
  score(index: number): void;
  /** The best labels of the first `length` characters, all of them scored before; valid until the next call. */
  decode(length: number): Uint8Array;
  /** The score of a label for a character, in weight units. */
  scoreOf(index: number, label: number): number;
}

/** Places of a character's labels, as kernel.as has them: eight types of each kind, O, and some unused. */
const LANES = 40, TYPES = 8, ENDS = 17, OUTSIDE = 32;
const FIRST_LANE: Record<number, number> = { [END]: 0, [SINGLE]: 8, [BEGIN]: 16, [MIDDLE]: 24 };
const laneOf = (label: number): number => (label === 0 ? OUTSIDE : FIRST_LANE[(label - 1) & 3]! + ((label - 1) >> 2));
const LANE: readonly number[] = Array.from({ length: LABEL_COUNT }, (_, label) => laneOf(label));

/** Labels from which on a row is packed: adding one up costs as much as a list of four. */
const MANY = 4;
/** A list has no way to be empty. */
const isPacked = (labels: number): boolean => labels >= MANY || labels === 0;
/** Set in the last entry of a list. */
const LAST = 1 << 14;
const PAGE = 65536;

/** Loads the weights for stretches of up to `longest` characters. Some 15 ms for 250,000 rows. */
export function createKernel(weights: Weights, longest: number): Kernel {
  const { buckets, fingerprints, rows, labels } = weights, rowCount = fingerprints.length;
  let packedCount = 0;
  for (let r = 0; r < rowCount; r++) if (isPacked(rows[r + 1]! - rows[r]!)) packedCount++;
  const at = addresses([4 * buckets.length, 2 * (rowCount + 8), 4 * rowCount, LANES * packedCount, 2 * labels.length, 4 * ENDS * 16, 4 * ENDS, 4 * 4 * TYPES,
    4 * FEATURE_COUNT, 4 * FEATURE_COUNT, 2 * LANES * longest, 4 * LANES * longest, longest]);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(at.end / PAGE) }), { buffer } = memory;
  new Uint32Array(buffer, at.of(0), buckets.length).set(buckets);
  new Uint16Array(buffer, at.of(1), rowCount).set(fingerprints);
  writeRows(weights, new Int32Array(buffer, at.of(2), rowCount), new Int8Array(buffer, at.of(3), LANES * packedCount), new Uint16Array(buffer, at.of(4), labels.length));
  writeSteps(weights.transitions, new Int32Array(buffer, at.of(5), ENDS * 16), new Int32Array(buffer, at.of(6), ENDS), new Int32Array(buffer, at.of(7), 4 * TYPES));
  const code = instantiate(memory);
  // the table of addresses is read once; the features' place is free until then
  new Uint32Array(buffer, 0, at.count).set(Array.from({ length: at.count }, (_, i) => at.of(i)));
  code.lay(0);
  const features = new Int32Array(buffer, at.of(8), FEATURE_COUNT), scores = new Int16Array(buffer, at.of(10), LANES * longest), best = new Uint8Array(buffer, at.of(12), longest);
  return {
    features,
    score: (index) => code.score(index, FEATURE_COUNT),
    decode: (length) => { if (length > 0) code.decode(length); return best.subarray(0, length); },
    scoreOf: (index, label) => scores[index * LANES + LANE[label]!]!,
  };
}

/** Places for sections of these sizes one after another, each at a multiple of 16, behind the table of addresses itself. */
function addresses(sizes: readonly number[]): { of: (section: number) => number; count: number; end: number } {
  const starts: number[] = [];
  let end = 64;
  for (const size of sizes) { starts.push(end); end = (end + size + 15) & ~15; }
  return { of: (section) => starts[section]!, count: sizes.length, end };
}

/** Rows with many labels as vectors of all, the others as lists. */
function writeRows({ rows, labels, values }: Weights, places: Int32Array, packed: Int8Array, entries: Uint16Array): void {
  let many = 0, listed = 0;
  for (let r = 0; r < places.length; r++) {
    const first = rows[r]!, end = rows[r + 1]!;
    if (isPacked(end - first)) {
      for (let e = first; e < end; e++) packed[many * LANES + LANE[labels[e]!]!]! += values[e]!;
      places[r] = -++many;
      continue;
    }
    places[r] = listed;
    for (let e = first; e < end; e++) entries[listed++] = (LANE[labels[e]!]! << 8) | (values[e]! + 128);
    entries[listed - 1]! |= LAST;
  }
}

function writeSteps(transitions: Int16Array, fromEnds: Int32Array, toOutside: Int32Array, inside: Int32Array): void {
  transitions.forEach((weight, k) => {
    const from = LANE[TRANSITIONS.from[k]!]!, to = LANE[TRANSITIONS.to[k]!]!, end = from === OUTSIDE ? ENDS - 1 : from;
    if (to === OUTSIDE) toOutside[end] = weight;
    else if (to >= FIRST_LANE[SINGLE]! && to < FIRST_LANE[MIDDLE]!) fromEnds[end * 16 + to - FIRST_LANE[SINGLE]!] = weight;
    else inside[((to >= FIRST_LANE[MIDDLE]! ? 2 : 0) + (from >= FIRST_LANE[MIDDLE]! ? 1 : 0)) * TYPES + (to & 7)] = weight;
  });
}

interface Code { lay(table: number): void; score(index: number, count: number): void; decode(length: number): void }

let compiled: WebAssembly.Module | undefined;

function instantiate(memory: WebAssembly.Memory): Code {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_CODE), (c) => c.charCodeAt(0)));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Code;
}
