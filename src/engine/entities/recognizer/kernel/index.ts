import { TAG_CLASSES } from '../../../lexicon/word-table';
import type { RecognizerData } from '../format';
import { headNouns } from '../heads';
import { BEGIN, END, LABEL_COUNT, MIDDLE, placeIn, SINGLE, TRANSITIONS } from '../labels';
import type { Proposal } from '../proposal';
import { CLASS_OF, PAD, writeView } from '../view';
import { KERNEL_CODE } from './kernel-code';

/** The recognizer's inner loops with the words and weights of a model in their memory. */
export interface Kernel {
  /** The best label of each character of a sentence; valid until the next call. */
  label(sentence: string, proposals: readonly Proposal[]): Uint8Array;
  /** Reads a sentence without labelling it: then `features` and `scoresOf` answer for each of its characters. */
  read(sentence: string, proposals: readonly Proposal[]): void;
  /** Hashes of the features of a character; valid until the next call. */
  features(index: number): Int32Array;
  /** The scores of the labels for a character, in weight units. */
  scoresOf(index: number): number[];
}

/** Places of a character's labels, as kernel.as has them: eight types of each kind, O, and some unused. */
const LANES = 40, TYPES = 8, ENDS = 17, OUTSIDE = 32;
const FIRST_LANE: Record<number, number> = { [END]: 0, [SINGLE]: 8, [BEGIN]: 16, [MIDDLE]: 24 };
const laneOf = (label: number): number => (label === 0 ? OUTSIDE : FIRST_LANE[(label - 1) & 3]! + ((label - 1) >> 2));
const LANE: readonly number[] = Array.from({ length: LABEL_COUNT }, (_, label) => laneOf(label));

/** Labels from which on a row is packed, lines of rows with their bytes, and bytes of a hit: as kernel.as has them. */
const MANY = 4, LINES = 32_768, LINE_SIZE = 32, HIT_SIZE = 12, WORD_LINE_SIZE = 32;
/** Bytes from the weights of the steps to O to the leads of the other ends: LEAD of kernel.as. */
const LEADS_AT = 80;
const PAGE = 65536;
/** Bits of the classes of names in a dictionary: persons, places, bodies, times. */
const NAME_BITS = Uint8Array.from(TAG_CLASSES, (tag) => ({ nr: 1, nrt: 1, ns: 2, nt: 4, t: 8 })[tag as string] ?? 0);

/** Loads words and weights for sentences of up to `longest` characters. Some 40 ms for 300,000 rows. */
export function createKernel({ words, weights }: RecognizerData, longest: number): Kernel {
  const code = instantiate(), size = longest + 2 * PAD, features = code.featureCount();
  const parts = [weights.buckets, weights.fingerprints, weights.sizes, weights.labels, weights.values];
  const rowCount = weights.fingerprints.length, entryCount = weights.labels.length, packed = countPacked(weights.sizes);
  const at = addresses([
    WORD_LINE_SIZE * 65_536, words.fingerprints.byteLength, words.values.length, NAME_BITS.length, CLASS_OF.length, headNouns().byteLength,
    LINE_SIZE * LINES, 4 * rowCount, OUTSIDE * (packed + code.extraCount()), packed + code.extraCount(), 2 * entryCount, 4 * ENDS * 16, LEADS_AT + 4 * (ENDS - 1), 4 * 4 * TYPES,
    2 * size, size, // codes, proposals
    size, size, 4 * size, 4 * size, 4 * size, size, size, // classes, words, hashes of words, names, heads
    4 * size, 4 * size, size, 4 * size, 4 * features + 12, 4 * features + 4, 4 * features + 4, 6 * features + 4, HIT_SIZE * (features * longest + 1), 4 * longest, 2 * LANES * longest, 4 * LANES * longest, longest, Math.max(4 * code.directCount(), parts.reduce((sum, part) => sum + part.byteLength, 0)), code.summedSize(), code.sumsSize(), 2 * 65536, 4 * size, 4 * size, 4 * size, size, 8 * size + 8, 8 * size, // prices … labels, direct … characters, pairs, triples, proposed, lengths, values, beginnings
  ]);
  code.memory.grow(Math.ceil(at.end / PAGE));
  const { buffer } = code.memory;
  const u8 = (section: number, length: number): Uint8Array => new Uint8Array(buffer, at.of(section), length), i32 = (section: number, length: number): Int32Array => new Int32Array(buffer, at.of(section), length);
  const u16 = (section: number, length: number): Uint16Array => new Uint16Array(buffer, at.of(section), length);
  u16(1, words.fingerprints.length).set(words.fingerprints); u8(2, words.values.length).set(words.values);
  u8(3, NAME_BITS.length).set(NAME_BITS); u8(4, CLASS_OF.length).set(CLASS_OF); i32(5, headNouns().length).set(headNouns());
  writeSteps(weights.transitions, i32(11, ENDS * 16), i32(12, ENDS), i32(13, 4 * TYPES));
  code.lay(at.table(new Uint32Array(buffer)));
  const put = (parts: readonly ArrayBufferView[]): void => {
    let free = at.of(36);
    for (const part of parts) { new Uint8Array(buffer, free, part.byteLength).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength)); free += part.byteLength; }
  };
  put([words.buckets, words.prefixes]);
  code.arrangeWords();
  put(parts);
  code.arrange(rowCount, entryCount);
  code.clear();
  const codes = u16(14, size), proposed = u8(15, size), hashes = i32(27, features), scores = new Int16Array(buffer, at.of(33), LANES * longest), best = u8(35, longest);
  const write = (sentence: string, proposals: readonly Proposal[]): void => {
    writeView(sentence, codes);
    proposed.fill(0, 0, sentence.length + 2 * PAD);
    for (const { start, end, kind } of proposals) for (let i = start; i < end; i++) proposed[i + PAD] = kind * 4 + placeIn(start, end, i);
  };
  return {
    label: (sentence, proposals) => { write(sentence, proposals); if (sentence.length > 0) code.recognize(sentence.length); return best.subarray(0, sentence.length); },
    read: (sentence, proposals) => { write(sentence, proposals); code.read(sentence.length); },
    features: (index) => { code.hash(index); return hashes; },
    scoresOf: (index) => { code.look(index, index + 1); code.add(index); return LANE.map((lane) => scores[index * LANES + lane]!); },
  };
}

/** Bytes of a line of the cache. */
const LINE = 64;

/** Places for sections of these sizes one after another, each at the beginning of a line; `table` writes them behind all and says where. */
function addresses(sizes: readonly number[]): { of: (section: number) => number; table: (memory: Uint32Array) => number; end: number } {
  const starts: number[] = [];
  let end = FIRST_FREE;
  for (const size of sizes) { starts.push(end); end = (end + size + LINE - 1) & -LINE; }
  return { of: (section) => starts[section]!, table: (memory) => { memory.set(starts, end / 4); return end; }, end: end + 4 * sizes.length };
}
/** The page before is the module's own. */
const FIRST_FREE = PAGE;

function countPacked(sizes: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < sizes.length; row++) if (sizes[row]! >= MANY || sizes[row] === 0) count++;
  return count;
}

function writeSteps(transitions: Int16Array, fromEnds: Int32Array, toOutside: Int32Array, inside: Int32Array): void {
  transitions.forEach((weight, k) => {
    const from = LANE[TRANSITIONS.from[k]!]!, to = LANE[TRANSITIONS.to[k]!]!, end = from === OUTSIDE ? ENDS - 1 : from;
    if (to === OUTSIDE) toOutside[end] = weight;
    else if (to >= FIRST_LANE[SINGLE]! && to < FIRST_LANE[MIDDLE]!) fromEnds[end * 16 + to - FIRST_LANE[SINGLE]!] = weight;
    else inside[((to >= FIRST_LANE[MIDDLE]! ? 2 : 0) + (from >= FIRST_LANE[MIDDLE]! ? 1 : 0)) * TYPES + (to & 7)] = weight;
  });
}

interface Code {
  memory: WebAssembly.Memory; lay(table: number): void; arrangeWords(): void; arrange(count: number, entryCount: number): void; recognize(length: number): void; read(length: number): void; featureCount(): number; directCount(): number; summedSize(): number; sumsSize(): number; extraCount(): number; clear(): void; hash(index: number): void; look(start: number, end: number): void; add(index: number): void;
}

let compiled: WebAssembly.Module | undefined;

function instantiate(): Code {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL_CODE), (c) => c.charCodeAt(0)));
  const memory = new WebAssembly.Memory({ initial: 1 });
  return { ...(new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Omit<Code, 'memory'>), memory };
}
