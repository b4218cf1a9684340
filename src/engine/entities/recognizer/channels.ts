import { HASH_SEED, finish, mix } from '../../lexicon/hash';
import { wordPath } from '../../lexicon/word-path';
import { TAG_CLASSES, type WordTable } from '../../lexicon/word-table';
import { readHeads } from './heads';
import { placeIn } from './labels';
import { CLASS_OF, PAD, viewOf } from './view';

/** What is known of each character of a sentence before the model sees it; every array has `PAD` places on both sides. */
export interface Channels {
  length: number;
  /** codes of the view */
  codes: Uint16Array;
  /** class of each code */
  classes: Uint8Array;
  /** place in the dictionary word (begin, middle, end, single) and the word's class */
  words: Uint8Array;
  /** hash of the dictionary word */
  wordHash: Int32Array;
  /** class of the word before and of the word after */
  before: Uint8Array;
  after: Uint8Array;
  /** hash of the word before and of the word after */
  beforeHash: Int32Array;
  afterHash: Int32Array;
  /** longest dictionary names that cover the character: bits for person, place, body, time */
  names: Uint8Array;
  /** nearest head noun at or after the character, see `readHeads` */
  heads: Uint8Array;
  /** what the grammar proposes: type and place, 0 for nothing */
  proposals: Uint8Array;
}

/** A span the grammar proposes, and the code of its kind (1…63). */
export interface Proposal { start: number; end: number; kind: number }

const NAME_BIT: Record<string, number> = { nr: 1, nrt: 1, ns: 2, nt: 4, t: 8 };
const BITS = Uint8Array.from(TAG_CLASSES, (t) => NAME_BIT[t] ?? 0);
const EDGE_CLASS: number = TAG_CLASSES.length;

/** Reads the channels of one sentence. */
export function readChannels(sentence: string, table: WordTable, proposals: readonly Proposal[]): Channels {
  const codes = viewOf(sentence), size = codes.length, length = sentence.length;
  const channels: Channels = {
    length, codes, classes: Uint8Array.from(codes, (c) => CLASS_OF[c]!), words: new Uint8Array(size), wordHash: new Int32Array(size), before: new Uint8Array(size).fill(EDGE_CLASS),
    after: new Uint8Array(size).fill(EDGE_CLASS), beforeHash: new Int32Array(size), afterHash: new Int32Array(size), names: new Uint8Array(size), heads: new Uint8Array(size), proposals: new Uint8Array(size),
  };
  readWords(channels, table);
  readNames(channels, table);
  for (const { start, end, kind } of proposals) {
    for (let i = start; i < end; i++) channels.proposals[i + PAD] = kind * 4 + placeIn(start, end, i);
  }
  return channels;
}

function readWords(channels: Channels, table: WordTable): void {
  const { codes, length, words, wordHash, before, after, beforeHash, afterHash } = channels;
  const path = wordPath(table, codes, PAD, PAD + length);
  readHeads(String.fromCharCode(...codes), path, channels.heads);
  let previousClass = EDGE_CLASS, previousHash = 0, previousStart = -1;
  for (let k = 0; k < path.count; k++) {
    const start = path.starts[k]!, end = path.starts[k + 1]!, cls = path.classes[k]!;
    let running = HASH_SEED;
    for (let i = start; i < end; i++) running = mix(running, codes[i]!);
    const hash = finish(running) | 0;
    for (let i = start; i < end; i++) {
      words[i] = 1 + (cls << 2) + placeIn(start, end, i);
      wordHash[i] = hash; before[i] = previousClass; beforeHash[i] = previousHash;
    }
    for (let i = previousStart; i >= 0 && i < start; i++) { after[i] = cls; afterHash[i] = hash; }
    previousClass = cls; previousHash = hash; previousStart = start;
  }
}

function readNames(channels: Channels, table: WordTable): void {
  const { codes, length, names } = channels;
  for (let i = PAD; i < PAD + length; i++) {
    table.startingAt(codes, i, PAD + length, (size, value) => {
      const bit = BITS[value & 15]!;
      if (bit === 0) return;
      for (let k = i; k < i + size; k++) names[k]! |= bit | (k === i ? bit << 4 : 0);
    });
  }
}
