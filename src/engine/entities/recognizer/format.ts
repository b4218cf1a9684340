import { PREFIX_BITS, type WordTableData } from '../../lexicon/word-table';
import type { Weights } from './model';

/** `RLR1`, the first four bytes of `data/recognizer.bin`. */
const MAGIC = 0x31524c52;
const BUCKETS = 65537;

/** Words and weights, as kept in one file. */
export interface RecognizerData { words: WordTableData; weights: Weights }

/** The arrays of a file in their order; each starts at a multiple of four bytes. */
function sectionsOf({ words, weights }: RecognizerData): readonly ArrayBufferView[] {
  return [words.buckets, words.fingerprints, words.values, words.prefixes, Float32Array.of(weights.scale), weights.transitions, weights.buckets, weights.fingerprints, weights.sizes, weights.labels, weights.values];
}

/** Writes the file: magic, number of sections, length of each in bytes, then the sections. Little-endian. */
export function packRecognizer(data: RecognizerData): Uint8Array {
  const sections = sectionsOf(data);
  const head = Uint32Array.of(MAGIC, sections.length, ...sections.map((s) => s.byteLength));
  const parts = [head, ...sections], bytes = new Uint8Array(parts.reduce((sum, p) => sum + aligned(p.byteLength), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += aligned(part.byteLength);
  }
  return bytes;
}

/** Reads the file as views of its bytes, with no parsing; undefined where the bytes are not such a file. */
export function readRecognizer(file: Uint8Array): RecognizerData | undefined {
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  if (bytes.byteLength < 52) return undefined;
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, 13);
  if (head[0] !== MAGIC || head[1] !== 11) return undefined;
  const offsets: number[] = [];
  let at = 52;
  for (let s = 0; s < 11; s++) { offsets.push(at); at += aligned(head[s + 2]!); }
  if (at !== bytes.byteLength) return undefined;
  const view = <T>(make: new (buffer: ArrayBufferLike, offset: number, length: number) => T, s: number, width: number): T =>
    new make(bytes.buffer, bytes.byteOffset + offsets[s]!, head[s + 2]! / width);
  const words: WordTableData = { buckets: view(Uint32Array, 0, 4), fingerprints: view(Uint16Array, 1, 2), values: view(Uint8Array, 2, 1), prefixes: view(Uint8Array, 3, 1) };
  const sizes = view(Uint8Array, 8, 1);
  const weights: Weights = {
    scale: view(Float32Array, 4, 4)[0]!, transitions: view(Int16Array, 5, 2), buckets: view(Uint32Array, 6, 4), fingerprints: view(Uint16Array, 7, 2), sizes, labels: view(Uint8Array, 9, 1), values: view(Int8Array, 10, 1),
  };
  return words.buckets.length === BUCKETS && words.prefixes.length === PREFIX_BITS >> 3 && weights.buckets.length === BUCKETS && sumOf(sizes) === weights.labels.length ? { words, weights } : undefined;
}

const aligned = (length: number): number => (length + 3) & ~3;

function sumOf(sizes: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < sizes.length; row++) sum += sizes[row]!;
  return sum;
}
