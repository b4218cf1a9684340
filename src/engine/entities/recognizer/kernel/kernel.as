// The recognizer, in AssemblyScript: `node scripts/build-kernel.mjs` makes kernel-code.ts of it. A sentence goes through it in three steps:
// what is known of each character (words, names, head nouns), the hashes of its features with the weights they add up to, the best labels.
//
// All labels of a character are handled at once, eight to a vector. They stand in five lanes of eight: E (a mention of each of the
// eight types ends), S (stands alone), B (begins), M (goes on), and last O (outside) with seven places unused.

/** Labels with their unused places, and those of one kind. */
const LABELS: i32 = 40, KIND: i32 = 8;
/** Index of the first label of each kind. */
const E: i32 = 0, S: i32 = 8, B: i32 = 16, M: i32 = 24, O: i32 = 32;
/** Far below every score; far above the smallest number. */
const NEVER: i32 = -1000000000;
/** Set in the last entry of a row that is a list. */
const LAST: u32 = 1 << 14;
/** Labels of a row at most, and buckets of rows. */
const MOST_ENTRIES: i32 = 33, BUCKETS: usize = 65536;
/** Places before and behind a sentence. */
const PAD: i32 = 4;
/** Longest word of the dictionary, and bits in the filter of their beginnings. */
const LONGEST_WORD: i32 = 8, PREFIX_BITS: u32 = 1 << 20;
/** Prices of words are tenths of bits: of a character that no word covers, of a word of the least frequency, and what a step of frequency saves. */
const UNKNOWN: i32 = 260, RAREST: i32 = 260, STEP: i32 = 13;
/** Classes of words: of what no word covers, of function words, and before and behind the sentence. */
const OTHER: i32 = 15, FUNCTION: i32 = 13, EDGE: i32 = 16;
/** Words that a head noun is seen across; places in the table of head nouns. */
const REACH: i32 = 3, HEADS: u32 = 1024;

/** Addresses, set once by `lay`. Of the dictionary and the weights: */
let wordBuckets: usize, wordPrints: usize, wordValues: usize, prefixes: usize, nameBits: usize, classOf: usize, headNouns: usize;
let buckets: usize, filter: usize, places: usize, packed: usize, packedOutside: usize, entries: usize, fromEnds: usize, toOutside: usize, inside: usize;
/** Of a sentence: what the host writes, ... */
let codes: usize, proposals: usize;
/** ... what is known of each character, ... */
let classes: usize, words: usize, wordHash: usize, beforeHash: usize, afterHash: usize, names: usize, heads: usize;
/** ... and what is only needed meanwhile or read by the host. */
let prices: usize, backs: usize, kinds: usize, starts: usize, features: usize, lists: usize, rows: usize, singles: usize, hits: usize, hitEnds: usize, emitted: usize, states: usize, labels: usize;
/** Numbers of the rows of features that have few values, by feature and value, and of sums of such rows, by what their features speak of: filled as they are asked for. */
let direct: usize, summed: usize, sums: usize;
/** Values of the words that characters are by themselves: filled as they are asked for. */
let characters: usize;

/**
 * Tells where everything lies. `at`: addresses in the order of the variables above, as 32-bit numbers.
 *
 * - wordBuckets, wordPrints, wordValues, prefixes: see WordTableData; eight prints more at the end
 * - nameBits: u8, for each of 16 word classes the bit of its names
 * - classOf: u8, class of each code
 * - headNouns: HEADS pairs of i32, hash and kind of an ending; the place is the hash modulo HEADS or the next that is free
 * - buckets: u32, first row of each of 65,536 buckets (the high half of a feature's hash), and the end of the last
 * - filter: u8, for each bucket the lowest byte of the hashes of its rows, of WIDTH rows at most
 * - places: u32 a row: the second byte of its hash << 24 | its kind << KIND_AT | number of the packed row or of the list's first entry, or the one entry itself
 * - packed: O weights (i8) a row, those of all labels before O: half a line of the cache
 * - packedOutside: i8 a row, the weight of O
 * - entries: u16, `LAST if last | label << 8 | weight + 128`
 * - fromEnds: i32, for each of 17 ends (E, S, O) the weights of the steps to S and B
 * - toOutside: i32, for each of the 17 ends the weight of the step to O; LEAD bytes from its start the leads, which `arrange` writes
 * - inside: i32, for each type the weights of B to E, M to E, B to M, M to M, in four rows of KIND
 * - codes (u16) and proposals (u8): of a sentence, with PAD places on both sides
 * - packed and packedOutside have EXTRA rows more, which are made of lists
 * - direct: u32, numbers of packed rows; summed: u16, numbers of sums; sums: SUM_SIZE bytes each; characters: i16, a value a code; the host calls `clear` once before all else
 */
export function lay(at: usize): void {
  wordBuckets = load<u32>(at); wordPrints = load<u32>(at, 4); wordValues = load<u32>(at, 8); prefixes = load<u32>(at, 12); nameBits = load<u32>(at, 16); classOf = load<u32>(at, 20); headNouns = load<u32>(at, 24);
  buckets = load<u32>(at, 28); filter = load<u32>(at, 32); places = load<u32>(at, 36); packed = load<u32>(at, 40); packedOutside = load<u32>(at, 44); entries = load<u32>(at, 48); fromEnds = load<u32>(at, 52); toOutside = load<u32>(at, 56); inside = load<u32>(at, 60);
  codes = load<u32>(at, 64); proposals = load<u32>(at, 68);
  classes = load<u32>(at, 72); words = load<u32>(at, 76); wordHash = load<u32>(at, 80); beforeHash = load<u32>(at, 84); afterHash = load<u32>(at, 88); names = load<u32>(at, 92); heads = load<u32>(at, 96);
  prices = load<u32>(at, 100); backs = load<u32>(at, 104); kinds = load<u32>(at, 108); starts = load<u32>(at, 112); features = load<u32>(at, 116); lists = load<u32>(at, 120); rows = load<u32>(at, 124); singles = load<u32>(at, 128); hits = load<u32>(at, 132); hitEnds = load<u32>(at, 136); emitted = load<u32>(at, 140); states = load<u32>(at, 144); labels = load<u32>(at, 148); direct = load<u32>(at, 152); summed = load<u32>(at, 156); sums = load<u32>(at, 160); characters = load<u32>(at, 164);
}

/** Labels from which on a row is packed: adding one up costs as much as a list of four. A list has no way to be empty. */
const MANY: i32 = 4;
@inline
function isPacked(size: i32): bool { return size >= MANY || size == 0; }

/**
 * Lays out filter, places, packed rows and entries. The host has put the `count` rows as the file has them, one array behind the other, where
 * `direct` begins: prints (u16), sizes (u8), and of their `entryCount` entries the labels (u8) and the weights (i8). Call `clear` after that.
 */
export function arrange(count: i32, entryCount: i32): void {
  const rowPrints = direct, sizes = rowPrints + (<usize>count << 1), rowLabels = sizes + count, weights = rowLabels + entryCount;
  fillFilter(rowPrints);
  writeLeads();
  firstPlaces(sizes, count);
  let entry = 0, listed = 0;
  for (let row = 0; row < count; row++) {
    const size = <i32>load<u8>(sizes + row), mark = <u32>load<u16>(rowPrints + (<usize>row << 1)) >>> 8 << 24, end = entry + size;
    let place: u32;
    if (isPacked(size)) {
      const at = states + (<usize>size << 2), number = load<u32>(at);
      store<u32>(at, number + 1);
      for (; entry < end; entry++) { const label = inOrder(load<u8>(rowLabels + entry)); store<i8>(label == O ? packedOutside + number : packed + <usize>number * O + label, load<i8>(weights + entry)); }
      place = PACKED << KIND_AT | number;
    } else if (size == 1) {
      place = SINGLE << KIND_AT | entryOf(load<u8>(rowLabels + entry), load<i8>(weights + entry));
      entry = end;
    } else {
      place = listed;
      for (; entry < end; entry++, listed++) store<u16>(entries + (<usize>listed << 1), <u16>(entryOf(load<u8>(rowLabels + entry), load<i8>(weights + entry)) | (entry == end - 1 ? LAST : 0)));
    }
    store<u32>(places + (<usize>row << 2), mark | place);
  }
}

@inline
function entryOf(label: i32, weight: i32): u32 { return <u32>(inOrder(label) << 8) | <u32>(weight + 128); }

/** The lowest byte of each row's hash in its bucket's line; of a bucket with more than WIDTH rows (one in some thousands) the others are left out. */
function fillFilter(rowPrints: usize): void {
  for (let bucket: usize = 0; bucket < BUCKETS; bucket++) {
    const first = load<u32>(buckets + (bucket << 2)), count = min(WIDTH, load<u32>(buckets + (bucket << 2), 4) - first);
    for (let k: u32 = 0; k < count; k++) store<u8>(filter + bucket * WIDTH + k, <u8>load<u16>(rowPrints + (<usize>(first + k) << 1)));
  }
}

/** By size, the place of the first packed row of it, to `states`. Rows with the most labels are those met most often: they lie together. */
function firstPlaces(sizes: usize, count: i32): void {
  memory.fill(states, 0, (MOST_ENTRIES + 1) << 2);
  for (let row = 0; row < count; row++) { const at = states + (<usize>load<u8>(sizes + row) << 2); store<u32>(at, load<u32>(at) + 1); }
  let place: u32 = 0;
  for (let size = MOST_ENTRIES; size >= 0; size--) {
    const at = states + (<usize>size << 2), rows = load<u32>(at);
    store<u32>(at, place);
    if (isPacked(size)) place += rows;
  }
  nothing = place;
}

/** Labels a sentence of `length` characters whose codes and proposals are written. */
export function recognize(length: i32): void {
  read(length);
  look(0, length);
  for (let i = 0; i < length; i++) add(i);
  decode(length);
}

// ---- hashes (see lexicon/hash.ts) -----------------------------------------------------------------------------------------------

const SEED: i32 = 0x811c9dc5;

@inline
function mix(running: i32, code: i32): i32 { return ((running ^ code) + (running << 5)) * 0x01000193; }

@inline
function finish(running: i32): u32 {
  let h: u32 = (<u32>running ^ (<u32>running >>> 15)) * 0x2c1b3c6d;
  h = (h ^ (h >>> 12)) * 0x297a2d39;
  return h ^ (h >>> 15);
}

@inline
function codeAt(i: i32): i32 { return load<u16>(codes + (<usize>i << 1)); }

// ---- what is known of each character --------------------------------------------------------------------------------------------

/** Reads classes, words, names and head nouns of a sentence. */
export function read(length: i32): void {
  const end = PAD + length;
  for (let i = 0; i < end + PAD; i++) store<u8>(classes + i, load<u8>(classOf + codeAt(i)));
  memory.fill(words, 0, end + PAD); memory.fill(names, 0, end + PAD); memory.fill(heads, 0, end + PAD);
  memory.fill(beforeHash, 0, (end + PAD) << 2); memory.fill(afterHash, 0, (end + PAD) << 2); memory.fill(wordHash, 0, (end + PAD) << 2);
  cut(end);
  const count = trace(end);
  readWords(count);
  readHeads(count);
}

/** Finds all words of the dictionary, the likeliest way to cut the sentence into them, and where names are. */
function cut(end: i32): void {
  store<i32>(prices + (<usize>PAD << 2), 0);
  for (let i = PAD + 1; i <= end; i++) store<i32>(prices + (<usize>i << 2), i32.MAX_VALUE);
  for (let i = PAD; i < end; i++) {
    const price = load<i32>(prices + (<usize>i << 2)), code = codeAt(i), single = characterOf(code), last = min(end, i + LONGEST_WORD);
    offer(i, i + 1, price + (single < 0 ? UNKNOWN : RAREST - (single >> 4) * STEP), single < 0 ? OTHER : single & 15);
    let running = mix(SEED, code);
    for (let j = i + 1; j < last; j++) {
      running = mix(running, codeAt(j));
      const hash = finish(running);
      accept(i, j + 1, price, wordOf(hash));
      if (!isBeginning(hash)) break;
    }
  }
}

/** May a longer word begin with the characters of this hash, two or more? */
@inline
function isBeginning(hash: u32): bool {
  const bit = hash & (PREFIX_BITS - 1);
  return ((load<u8>(prefixes + (bit >>> 3)) >> <u8>(bit & 7)) & 1) != 0;
}

/** Value of the word that a character is by itself, below 0 for none. */
@inline
function characterOf(code: i32): i32 {
  const at = characters + (<usize>code << 1), value = <i32>load<i16>(at);
  if (value != UNREAD) return value;
  const word = wordOf(finish(mix(SEED, code))), read = word < 0 ? -2 : word;
  store<i16>(at, <i16>read);
  return read;
}

/** A word of two characters or more, if it is one. */
function accept(from: i32, to: i32, price: i32, value: i32): void {
  if (value < 0) return;
  offer(from, to, price + RAREST - (value >> 4) * STEP, value & 15);
  const bit = load<u8>(nameBits + (value & 15));
  if (bit == 0) return;
  store<u8>(names + from, load<u8>(names + from) | bit | (bit << 4));
  for (let k = from + 1; k < to; k++) store<u8>(names + k, load<u8>(names + k) | bit);
}

@inline
function offer(from: i32, to: i32, price: i32, kind: i32): void {
  if (price >= load<i32>(prices + (<usize>to << 2))) return;
  store<i32>(prices + (<usize>to << 2), price);
  store<i32>(backs + (<usize>to << 2), from);
  store<u8>(kinds + to, <u8>kind);
}

/** In `characters` where nobody has asked yet; -2 where there is no word. */
const UNREAD: i32 = -1;

/** Value of the word with this hash, or -1. */
function wordOf(hash: u32): i32 {
  const bucket = wordBuckets + ((hash >>> 16) << 2), end = load<u32>(bucket, 4), print = i16x8.splat(<i16>hash);
  for (let word = load<u32>(bucket); word < end; word += 8) {
    const hits = i16x8.bitmask(i16x8.eq(v128.load(wordPrints + (word << 1)), print));
    if (hits == 0) continue;
    const found = word + <u32>ctz(hits);
    return found < end ? <i32>load<u8>(wordValues + found) : -1;
  }
  return -1;
}

/** Writes the starts of the likeliest words and, last, `end`; returns their number. */
function trace(end: i32): i32 {
  let count = 0;
  for (let i = end; i > PAD; i = load<i32>(backs + (<usize>i << 2))) count++;
  store<i32>(starts + (<usize>count << 2), end);
  for (let i = end, k = count; i > PAD; ) { i = load<i32>(backs + (<usize>i << 2)); store<i32>(starts + (<usize>(--k) << 2), i); }
  return count;
}

@inline
function startOf(word: i32): i32 { return load<i32>(starts + (<usize>word << 2)); }

/** For each character the place in its word with the word's class, and the hashes of the word and its neighbours. */
function readWords(count: i32): void {
  let before: i32 = 0, beforeStart = -1;
  for (let k = 0; k < count; k++) {
    const start = startOf(k), end = startOf(k + 1), kind = <i32>load<u8>(kinds + end);
    let running = SEED;
    for (let i = start; i < end; i++) running = mix(running, codeAt(i));
    const own = <i32>finish(running);
    for (let i = start; i < end; i++) {
      const place = end - start == 1 ? 3 : i == start ? 0 : i == end - 1 ? 2 : 1;
      store<u8>(words + i, <u8>(1 + (kind << 2) + place));
      store<i32>(wordHash + (<usize>i << 2), own);
      store<i32>(beforeHash + (<usize>i << 2), before);
    }
    if (beforeStart >= 0) for (let i = beforeStart; i < start; i++) store<i32>(afterHash + (<usize>i << 2), own);
    before = own; beforeStart = start;
  }
}

/** For each character the nearest head noun at or after it in the same run of words: `kind * 4 + distance in words`, 0 for none. */
function readHeads(count: i32): void {
  let kind = 0, distance = 0;
  for (let k = count - 1; k >= 0; k--) {
    const start = startOf(k), end = startOf(k + 1), own = headOf(start, end), first = codeAt(start);
    if (own > 0) { kind = own; distance = 0; }
    else if (first < 0x4e00 || first > 0x9fff || load<u8>(kinds + end) == FUNCTION) kind = 0;
    else distance = min(REACH, distance + 1);
    memory.fill(heads + start, <u8>(kind == 0 ? 0 : (kind << 2) + distance), end - start);
  }
}

/** Kind of the head noun that a word is or ends with, by its longest ending of at most three characters; 0 for none. */
function headOf(start: i32, end: i32): i32 {
  for (let from = max(start, end - 3); from < end; from++) {
    let running = SEED;
    for (let i = from; i < end; i++) running = mix(running, codeAt(i));
    const kind = headNoun(<i32>finish(running));
    if (kind > 0) return kind;
  }
  return 0;
}

function headNoun(hash: i32): i32 {
  let slot: u32 = <u32>hash & (HEADS - 1), kind = 0;
  for (;;) {
    const at = headNouns + (slot << 3);
    kind = load<i32>(at, 4);
    if (kind == 0 || load<i32>(at) == hash) break;
    slot = (slot + 1) & (HEADS - 1);
  }
  return kind;
}

// ---- features and their weights -------------------------------------------------------------------------------------------------

/** Number of features of each character; those from HASHED on are looked up by their hash, the others have few values: a table each, or one for several. */
export function featureCount(): i32 { return FEATURES; }
const FEATURES: i32 = 26, HASHED: i32 = 16;

/** Bits for the features that are a character, whose numbers lie side by side; where the tables behind theirs begin in `direct`, and how large all are. */
const BESIDE: i32 = 3;
const AT_CLASSES: i32 = 65536 << BESIDE, AT_NAME: i32 = AT_CLASSES + (1 << 15), AT_NEXT_PROPOSAL: i32 = AT_NAME + (1 << 15), AT_HEADS: i32 = AT_NEXT_PROPOSAL + (1 << 16), DIRECT: i32 = AT_HEADS + (1 << 15);
/** The same for sums in `summed`: of words with the word before, of proposals with that before, of head nouns with words. */
const AT_WORDS: i32 = 0, AT_PROPOSALS: i32 = 1 << 14, AT_HEAD_WORDS: i32 = AT_PROPOSALS + (1 << 16), SUMMED: i32 = AT_HEAD_WORDS + (1 << 12);
/** Packed rows that can be made of lists and sums that can be kept, many times what a sentence needs; features of a character that may make one. */
const EXTRA: u32 = 8192, SUMS: u32 = 8192, DIRECT_FEATURES: u32 = 9, SUM_FEATURES: u32 = 3;
/** Bytes of a sum: weights (i16) of all labels. */
const SUM_SIZE: usize = <usize>LABELS << 1;

/** Sizes of `direct` and `summed` in numbers, of `sums` in bytes, and the rows that `packed` has more. */
export function directCount(): i32 { return DIRECT; }
export function summedCount(): i32 { return SUMMED; }
export function sumsSize(): i32 { return <i32>(SUMS * <u32>SUM_SIZE); }
export function extraCount(): i32 { return <i32>EXTRA; }

/** Hash of feature number `t` with what was mixed of it. */
@inline
function hashOf(t: i32, running: i32): u32 { return finish(mix(running, t)); }

@inline
function first(code: i32): i32 { return mix(SEED, code); }

// The features with few values: each as one number that is its place in its table and what its hash is made of.

@inline
function classKey(i: i32): i32 { return <i32>load<u8>(classes + i - 1) << 10 | <i32>load<u8>(classes + i) << 5 | <i32>load<u8>(classes + i + 1); }
@inline
function pairKey(before: usize, own: usize, i: i32, bits: i32): i32 { return <i32>load<u8>(before + i) << bits | <i32>load<u8>(own + i); }

/** What stands for a row that there is not, and in `direct` and `summed` where nobody has asked yet. */
const NOWHERE: u32 = 0xfffffffe, UNASKED: u32 = 0xffffffff, UNSUMMED: u32 = 0xffff;
/** Kinds of rows: lists, packed ones, single entries; where a place has its kind, and the bits of its number. */
const PACKED: u32 = 1, SINGLE: u32 = 2, KIND_AT: u32 = 22, NUMBER: u32 = (1 << KIND_AT) - 1;
/** Rows of a bucket that are looked at. */
const WIDTH: u32 = 16;

/** Empties what is filled as it is asked for. */
export function clear(): void {
  forgetRows();
  memory.fill(characters, 0xff, 65536 << 1);
}

/** Number of the packed row that is empty, which stands for a row that there is not; the first extra row and the first sum that are free. */
let nothing: u32, nextExtra: u32, nextSum: u32;

function forgetRows(): void {
  memory.fill(direct, 0xff, <usize>DIRECT << 2);
  memory.fill(summed, 0xff, <usize>SUMMED << 1);
  nextExtra = nothing;
  emptyRow();
  nextSum = 0;
}

/** Number of a new packed row. */
function emptyRow(): u32 {
  const number = nextExtra++;
  memory.fill(packed + <usize>number * O, 0, O);
  store<i8>(packedOutside + number, 0);
  return number;
}

/** Writes the hashes of the features of character `index`: what training counts by. */
export function hash(index: i32): void {
  const i = index + PAD, h1 = <i32>load<u8>(heads + i - 1), h0 = <i32>load<u8>(heads + i), g1 = <i32>load<u8>(heads + i + 1), w0 = <i32>load<u8>(words + i);
  put(0, first(codeAt(i))); put(1, first(codeAt(i - 1))); put(2, first(codeAt(i + 1))); put(3, first(codeAt(i - 2))); put(4, first(codeAt(i + 2)));
  put(5, classKey(i)); put(6, w0); put(7, pairKey(words - 1, words, i, 7)); put(8, pairKey(names, words, i, 7));
  put(9, load<u8>(proposals + i)); put(10, pairKey(proposals - 1, proposals, i, 8)); put(11, pairKey(proposals, proposals + 1, i, 8));
  put(12, h0); put(13, h0 << 7 | w0); put(14, h1 << 10 | h0 << 5 | g1); put(15, 0);
  hashOthers(i);
  finishFrom(0);
}

@inline
function put(t: i32, running: i32): void { store<i32>(features + (<usize>t << 2), running); }

/** Makes hashes of what `put` wrote, from feature `from` on: `hashOf` for four at once. */
@inline
function finishFrom(from: i32): void {
  let t = i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(from));
  for (let at = features + (<usize>from << 2), end = features + (<usize>FEATURES << 2); at < end; at += 16) {
    const running = v128.load(at);
    let h = i32x4.mul(i32x4.add(v128.xor(running, t), i32x4.shl(running, 5)), i32x4.splat(0x01000193));
    h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(0x2c1b3c6d));
    h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 12)), i32x4.splat(0x297a2d39));
    v128.store(at, v128.xor(h, i32x4.shr_u(h, 15)));
    t = i32x4.add(t, i32x4.splat(4));
  }
}

/** What the hashes of the features with many values are made of. */
@inline
function hashOthers(i: i32): void {
  // characters in a row
  const a1 = codeAt(i - 1), c0 = codeAt(i), b1 = codeAt(i + 1), xa1c0 = mix(first(a1), c0);
  put(16, xa1c0); put(17, mix(first(c0), b1)); put(18, mix(first(codeAt(i - 2)), a1)); put(19, mix(first(b1), codeAt(i + 2))); put(20, mix(xa1c0, b1));
  // the word around it and its neighbours, with its place in it
  const place = (<i32>load<u8>(words + i) - 1) & 3, at = <usize>i << 2;
  put(21, mix(first(load<i32>(wordHash + at)), place)); put(22, mix(first(load<i32>(beforeHash + at)), place)); put(23, mix(first(load<i32>(afterHash + at)), place));
  // names of the dictionary, and what the grammar proposes with the character
  put(24, <i32>load<u8>(names + i - 1) << 16 | <i32>load<u8>(names + i) << 8 | <i32>load<u8>(names + i + 1));
  put(25, mix(first(load<u8>(proposals + i)), c0));
}

/**
 * Finds the rows of the features with many values, of the characters from `start` to `end`. The weights lie far apart in memory, so all loads that
 * do not wait for one another come together, and what they give decides of no step in between.
 */
export function look(start: i32, end: i32): void {
  const count = <u32>(end - start);
  if (nextExtra + DIRECT_FEATURES * count > nothing + EXTRA || nextSum + SUM_FEATURES * count > SUMS) forgetRows();
  const filterAt = filter, firstHash = features + (<usize>HASHED << 2), endHash = features + (<usize>FEATURES << 2), firstHit = hits;
  let last = firstHit;
  for (let index = start; index < end; index++) {
    hashOthers(index + PAD);
    finishFrom(HASHED);
    for (let at = firstHash; at < endHash; at += 4) {
      const hash = load<u32>(at), bits = i8x16.bitmask(i8x16.eq(v128.load(filterAt + (<usize>(hash >>> 16) << 4)), i8x16.splat(<i8>hash)));
      store<u32>(last, hash);
      store<i32>(last, bits, 4);
      last += <usize>(bits != 0) << 3;
    }
    store<u32>(hitEnds + (<usize>index << 2), <u32>last);
  }
  const bucketsAt = buckets, placesAt = places;
  for (let hit = firstHit; hit < last; hit += 8) store<u32>(hit, placeIn(bucketsAt, placesAt, load<u32>(hit), load<i32>(hit, 4)));
  nextHit = firstHit;
}

/** The first place of the next character in `hits`. */
let nextHit: usize;

/** For each row of a hash's bucket a bit: may it be that of the hash? */
@inline
function filtered(hash: u32): i32 { return i8x16.bitmask(i8x16.eq(v128.load(filter + (<usize>(hash >>> 16) << 4)), i8x16.splat(<i8>hash))); }

/** Place of the row of a hash, NOWHERE where there is none. */
@inline
function placeOf(hash: u32, bits: i32): u32 { return placeIn(buckets, places, hash, bits); }

/** The same with the addresses of buckets and places. */
@inline
function placeIn(bucketsAt: usize, placesAt: usize, hash: u32, bits: i32): u32 {
  const bucket = bucketsAt + (<usize>(hash >>> 16) << 2), first = load<u32>(bucket), end = load<u32>(bucket, 4), check = (hash >>> 8) & 255;
  for (let left = bits; left != 0; left &= left - 1) {
    const row = first + <u32>ctz(left), place = row < end ? load<u32>(placesAt + (<usize>row << 2)) : NOWHERE;
    if (row < end && place >>> 24 == check) return place;
  }
  return NOWHERE;
}

/** Number of the packed row of feature `t` with a value, by its table that begins at `from`. */
@inline
function rowOf(t: i32, from: usize, value: i32): u32 {
  const at = from + (<usize>value << 2), number = load<u32>(at);
  return number == UNASKED ? askRow(at, hashOf(t, value)) : number;
}

/** The same for a feature that is a character. */
@inline
function rowOfCode(t: i32, from: usize, code: i32): u32 {
  const at = from + (<usize>(code << BESIDE | t) << 2), number = load<u32>(at);
  return number == UNASKED ? askRow(at, hashOf(t, first(code))) : number;
}

function askRow(at: usize, hash: u32): u32 {
  const place = placeOf(hash, filtered(hash)), number = place == NOWHERE ? nothing : kindOf(place) == PACKED ? place & NUMBER : packedOf(place);
  store<u32>(at, number);
  return number;
}

/** Number of a packed row that is made of a list or a single entry. */
function packedOf(place: u32): u32 {
  const number = emptyRow();
  if (kindOf(place) == SINGLE) { putEntry(number, place & NUMBER); return number; }
  for (let entry = entries + (<usize>(place & NUMBER) << 1); ; entry += 2) {
    const code: u32 = load<u16>(entry);
    putEntry(number, code);
    if (code >= LAST) break;
  }
  return number;
}

/** Writes an entry to a packed row. */
@inline
function putEntry(row: u32, code: u32): void {
  const label = <i32>(code >>> 8) & 63;
  store<i8>(label == O ? packedOutside + row : packed + <usize>row * O + label, <i8>(<i32>(code & 255) - 128));
}

@inline
function kindOf(place: u32): u32 { return (place >>> KIND_AT) & 3; }

/** Address of a sum, by where its number stands, 0 where nobody has asked yet. */
@inline
function sumAt(at: usize): usize {
  const number = load<u16>(at);
  return number == UNSUMMED ? 0 : sums + <usize>number * SUM_SIZE;
}

/** Makes a sum of the rows of three features; returns its address. */
function askSum(at: usize, one: u32, two: u32, three: u32): usize {
  const number = nextSum++, to = sums + <usize>number * SUM_SIZE;
  store<u16>(at, <u16>number);
  memory.fill(to, 0, SUM_SIZE);
  plus(to, one); plus(to, two);
  if (three != 0) plus(to, three);
  return to;
}

/** Adds the row of a hash to a sum. */
function plus(to: usize, hash: u32): void {
  const place = placeOf(hash, filtered(hash));
  if (place == NOWHERE) return;
  const number = place & NUMBER, kind = kindOf(place);
  if (kind == PACKED) {
    for (let label = 0; label < O; label++) addWeight(to, label, <i32>load<i8>(packed + <usize>number * O + label));
    addWeight(to, O, <i32>load<i8>(packedOutside + number));
  } else if (kind == SINGLE) addEntry(to, number);
  else addList(to, number);
}

@inline
function wordSum(i: i32): usize {
  const w = pairKey(words - 1, words, i, 7), at = summed + (<usize>(AT_WORDS + w) << 1), sum = sumAt(at);
  return sum != 0 ? sum : askSum(at, hashOf(6, w & 127), hashOf(7, w), hashOf(15, 0));
}
@inline
function proposalSum(i: i32): usize {
  const p = pairKey(proposals - 1, proposals, i, 8), at = summed + (<usize>(AT_PROPOSALS + p) << 1), sum = sumAt(at);
  return sum != 0 ? sum : askSum(at, hashOf(9, p & 255), hashOf(10, p), 0);
}
@inline
function headSum(i: i32): usize {
  const h = pairKey(heads, words, i, 7), at = summed + (<usize>(AT_HEAD_WORDS + h) << 1), sum = sumAt(at);
  return sum != 0 ? sum : askSum(at, hashOf(12, h >>> 7), hashOf(13, h), 0);
}

/** Writes the numbers of the packed rows of the features with few values of character `index`, but those that are in sums; returns the end. */
@inline
function gather(i: i32, to: usize): usize {
  const d = direct;
  store<u32>(to, rowOfCode(0, d, codeAt(i))); store<u32>(to, rowOfCode(1, d, codeAt(i - 1)), 4); store<u32>(to, rowOfCode(2, d, codeAt(i + 1)), 8); store<u32>(to, rowOfCode(3, d, codeAt(i - 2)), 12); store<u32>(to, rowOfCode(4, d, codeAt(i + 2)), 16);
  store<u32>(to, rowOf(5, d + (AT_CLASSES << 2), classKey(i)), 20); store<u32>(to, rowOf(8, d + (AT_NAME << 2), pairKey(names, words, i, 7)), 24);
  store<u32>(to, rowOf(11, d + (AT_NEXT_PROPOSAL << 2), pairKey(proposals, proposals + 1, i, 8)), 28);
  store<u32>(to, rowOf(14, d + (AT_HEADS << 2), <i32>load<u8>(heads + i - 1) << 10 | <i32>load<u8>(heads + i) << 5 | <i32>load<u8>(heads + i + 1)), 32);
  return to + (<usize>DIRECT_FEATURES << 2);
}

/** Adds up the weights of all features of character `index`, the next that was looked at. */
export function add(index: i32): void {
  const i = index + PAD, last = <usize>load<u32>(hitEnds + (<usize>index << 2)), rowsAt = rows;
  let rowsEnd = gather(i, rowsAt), singlesEnd = singles, listsEnd = lists;
  for (let hit = nextHit; hit < last; hit += 8) {
    const place = load<u32>(hit), number = place & NUMBER, kind = kindOf(place);
    store<u32>(rowsEnd, number);
    rowsEnd += <usize>(kind == PACKED) << 2;
    store<u32>(singlesEnd, number);
    singlesEnd += <usize>(kind == SINGLE) << 2;
    store<u32>(listsEnd, number);
    listsEnd += <usize>(kind == 0) << 2;
  }
  nextHit = last;
  const w = wordSum(i), p = proposalSum(i), h = headSum(i), firstRow = packed, firstOutside = packedOutside;
  let e = i16x8.add(i16x8.add(v128.load(w), v128.load(p)), v128.load(h)), s = i16x8.add(i16x8.add(v128.load(w, 16), v128.load(p, 16)), v128.load(h, 16));
  let b = i16x8.add(i16x8.add(v128.load(w, 32), v128.load(p, 32)), v128.load(h, 32)), m = i16x8.add(i16x8.add(v128.load(w, 48), v128.load(p, 48)), v128.load(h, 48));
  let outside = <i32>load<i16>(w, 64) + <i32>load<i16>(p, 64) + <i32>load<i16>(h, 64);
  for (let at = rowsAt; at < rowsEnd; at += 4) {
    const number = <usize>load<u32>(at), row = firstRow + number * O;
    e = i16x8.add(e, v128.load_ext<i8>(row));
    s = i16x8.add(s, v128.load_ext<i8>(row, 8));
    b = i16x8.add(b, v128.load_ext<i8>(row, 16));
    m = i16x8.add(m, v128.load_ext<i8>(row, 24));
    outside += <i32>load<i8>(firstOutside + number);
  }
  const to = emitted + <usize>index * LABELS * 2;
  v128.store(to, e); v128.store(to, s, 16); v128.store(to, b, 32); v128.store(to, m, 48); v128.store(to, i16x8.replace_lane(i16x8.splat(0), 0, <i16>outside), 64);
  for (let at = singles; at < singlesEnd; at += 4) addEntry(to, load<u32>(at));
  for (let list = lists; list < listsEnd; list += 4) addList(to, load<u32>(list));
}

/** Adds the entries of the list that begins with entry `number`. */
@inline
function addList(to: usize, number: u32): void {
  for (let entry = entries + (<usize>number << 1); ; entry += 2) {
    const code: u32 = load<u16>(entry);
    addEntry(to, code);
    if (code >= LAST) break;
  }
}

@inline
function addWeight(to: usize, label: i32, weight: i32): void {
  const at = to + (<usize>label << 1);
  store<i16>(at, <i16>(<i32>load<i16>(at) + weight));
}

@inline
function addEntry(to: usize, code: u32): void { addWeight(to, <i32>(code >>> 8) & 63, <i32>(code & 255) - 128); }

// ---- the best labels ------------------------------------------------------------------------------------------------------------

/** The best labels of `length` characters (Viterbi), written to `labels`. */
export function decode(length: i32): void {
  start();
  for (let i = 1; i < length; i++) step(i);
  back(length);
}

function start(): void {
  for (let label = 0; label < LABELS; label++) {
    const never = label < S || (label >= M && label < O) || label > O ? NEVER : 0;
    store<i32>(states + (<usize>label << 2), never + <i32>load<i16>(emitted + (<usize>label << 1)));
  }
}

/** States of character `index` from those of the one before. */
function step(index: i32): void {
  const before = states + <usize>(index - 1) * LABELS * 4, now = before + LABELS * 4, own = emitted + <usize>index * LABELS * 2;
  for (let half: usize = 0; half < 32; half += 16) {
    const began = v128.load(before + B * 4 + half), on = v128.load(before + M * 4 + half);
    keep(now + E * 4 + half, i32x4.max_s(i32x4.add(began, v128.load(inside + half)), i32x4.add(on, v128.load(inside + half, 32))), own + E * 2 + (half >> 1));
    keep(now + M * 4 + half, i32x4.max_s(i32x4.add(began, v128.load(inside + half, 64)), i32x4.add(on, v128.load(inside + half, 96))), own + M * 2 + (half >> 1));
  }
  const outsideBefore = load<i32>(before, O * 4), from = i32x4.splat(outsideBefore), last = fromEnds + (16 << 6);
  let s0 = i32x4.add(from, v128.load(last)), s1 = i32x4.add(from, v128.load(last, 16)), b0 = i32x4.add(from, v128.load(last, 32)), b1 = i32x4.add(from, v128.load(last, 48)), outside = outsideBefore + load<i32>(toOutside, 64);
  if (maySurpass(before, from)) {
    for (let k = 0; k < 16; k++) {
      const score = i32x4.splat(load<i32>(before + (<usize>k << 2))), row = fromEnds + (<usize>k << 6);
      s0 = i32x4.max_s(s0, i32x4.add(score, v128.load(row)));
      s1 = i32x4.max_s(s1, i32x4.add(score, v128.load(row, 16)));
      b0 = i32x4.max_s(b0, i32x4.add(score, v128.load(row, 32)));
      b1 = i32x4.max_s(b1, i32x4.add(score, v128.load(row, 48)));
    }
    const ends = i32x4.max_s(
      i32x4.max_s(i32x4.add(v128.load(before), v128.load(toOutside)), i32x4.add(v128.load(before, 16), v128.load(toOutside, 16))),
      i32x4.max_s(i32x4.add(v128.load(before, 32), v128.load(toOutside, 32)), i32x4.add(v128.load(before, 48), v128.load(toOutside, 48))),
    );
    outside = max(outside, max(max(i32x4.extract_lane(ends, 0), i32x4.extract_lane(ends, 1)), max(i32x4.extract_lane(ends, 2), i32x4.extract_lane(ends, 3))));
  }
  keep(now + S * 4, s0, own + S * 2); keep(now + S * 4 + 16, s1, own + S * 2 + 8);
  keep(now + B * 4, b0, own + B * 2); keep(now + B * 4 + 16, b1, own + B * 2 + 8);
  store<i32>(now + O * 4, outside + <i32>load<i16>(own + O * 2));
}

/** Can a step from the end of a mention be better than that from outside, to any label? Between mentions it hardly ever can. */
@inline
function maySurpass(before: usize, from: v128): bool {
  const lead = toOutside + LEAD;
  return v128.any_true(v128.or(
    v128.or(i32x4.gt_s(i32x4.add(v128.load(before), v128.load(lead)), from), i32x4.gt_s(i32x4.add(v128.load(before, 16), v128.load(lead, 16)), from)),
    v128.or(i32x4.gt_s(i32x4.add(v128.load(before, 32), v128.load(lead, 32)), from), i32x4.gt_s(i32x4.add(v128.load(before, 48), v128.load(lead, 48)), from)),
  ));
}

/** Bytes from the weights of the steps to O to the leads: by how much the weight of a step from an end is above that from outside at most, over all labels. */
const LEAD: usize = 80;

function writeLeads(): void {
  for (let k: usize = 0; k < 16; k++) {
    let lead = load<i32>(toOutside + (k << 2)) - load<i32>(toOutside, 64);
    for (let to: usize = 0; to < 64; to += 4) lead = max(lead, load<i32>(fromEnds + (k << 6) + to) - load<i32>(fromEnds + (16 << 6) + to));
    store<i32>(toOutside + LEAD + (k << 2), lead);
  }
}

/** Stores four scores with what the character itself adds. */
@inline
function keep(to: usize, best: v128, own: usize): void {
  v128.store(to, i32x4.add(best, v128.load_ext<i16>(own)));
}

/** Label `n` in the order in which equal scores are preferred: O, then B, M, E, S of each type. */
@inline
function inOrder(n: i32): i32 {
  if (n == 0) return O;
  const place = (n - 1) & 3, type = (n - 1) >> 2;
  return type + (place == 0 ? B : place == 1 ? M : place == 2 ? E : S);
}

@inline
function stateOf(index: i32, label: i32): i32 { return load<i32>(states + ((<usize>index * LABELS + <usize>label) << 2)); }

/** Goes back from the best last label; of steps that give one score the first is meant. */
function back(length: i32): void {
  let best = 0, most = i32.MIN_VALUE;
  for (let n = 0; n <= 32; n++) {
    const label = inOrder(n), score = stateOf(length - 1, label) + (label >= B && label < O ? NEVER : 0);
    if (score > most) { most = score; best = n; }
  }
  for (let i = length - 1; ; i--) {
    store<u8>(labels + <usize>i, <u8>best);
    if (i == 0) return;
    const label = inOrder(best), before = stateOf(i, label) - <i32>load<i16>(emitted + ((<usize>i * LABELS + <usize>label) << 1));
    best = label < S || (label >= M && label < O) ? insideBefore(i - 1, best, label, before) : endBefore(i - 1, label, before);
  }
}

/** The label before E or M: B or M of its type. */
function insideBefore(index: i32, n: i32, label: i32, score: i32): i32 {
  const type = label & 7, first = n - ((n - 1) & 3), row = inside + (label >= M ? 64 : 0) + (<usize>type << 2);
  return stateOf(index, B + type) + load<i32>(row) == score ? first : first + 1;
}

/** The label before S, B or O: one that a mention may end with. */
function endBefore(index: i32, label: i32, score: i32): i32 {
  for (let n = 0; n <= 32; n++) {
    const from = inOrder(n);
    if (from >= B && from < O) continue;
    const k = from == O ? 16 : from, weight = label == O ? load<i32>(toOutside + (<usize>k << 2)) : load<i32>(fromEnds + (<usize>k << 6) + (<usize>(label - S) << 2));
    if (stateOf(index, from) + weight == score) return n;
  }
  return 0;
}
