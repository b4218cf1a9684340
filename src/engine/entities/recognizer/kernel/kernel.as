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
/** Labels of a row at most; lines of rows, and bits of a hash that tell which. */
const MOST_ENTRIES: i32 = 33, LINES: u32 = 32768, LINE_AT: u32 = 17;
/** Places before and behind a sentence. */
const PAD: i32 = 4;
/** Longest word of the dictionary. */
const LONGEST_WORD: i32 = 8;
/** Prices of words are tenths of bits: of a character that no word covers, of a word of the least frequency, and what a step of frequency saves. */
const UNKNOWN: i32 = 260, RAREST: i32 = 260, STEP: i32 = 13;
/** Classes of words: of what no word covers, of function words, and before and behind the sentence. */
const OTHER: i32 = 15, FUNCTION: i32 = 13, EDGE: i32 = 16;
/** Words that a head noun is seen across; places in the table of head nouns. */
const REACH: i32 = 3, HEADS: u32 = 1024;

/** Addresses, set once by `lay`. Of the dictionary and the weights: */
let wordLines: usize, wordPrints: usize, wordValues: usize, nameBits: usize, classOf: usize, headNouns: usize;
let lines: usize, places: usize, packed: usize, packedOutside: usize, entries: usize, fromEnds: usize, toOutside: usize, inside: usize;
/** Of a sentence: what the host writes, ... */
let codes: usize, proposals: usize;
/** ... what is known of each character, ... */
let classes: usize, words: usize, wordHash: usize, beforeHash: usize, afterHash: usize, names: usize, heads: usize;
/** ... and what is only needed meanwhile or read by the host. */
let prices: usize, backs: usize, kinds: usize, starts: usize, features: usize, lists: usize, rows: usize, singles: usize, hits: usize, hitEnds: usize, emitted: usize, states: usize, labels: usize;
/** Numbers of the rows of features that have few values, by feature and value; sums of such rows, and where they are by what their features speak of: filled as they are asked for. */
let direct: usize, summed: usize, sums: usize;
/** Values of the words that characters are by themselves: filled as they are asked for. */
let characters: usize;
/** Hashes of each character with the one before, with both neighbours, and with what the grammar proposes. */
let pairs: usize, triples: usize, proposed: usize;
/** The words that begin with each character: a bit for each length, and their values; and the beginnings of words meanwhile. */
let lengths: usize, values: usize, beginnings: usize;

/**
 * Tells where everything lies. `at`: addresses in the order of the variables above, as 32-bit numbers.
 *
 * - wordLines: WORD_LINE bytes for each of 65,536 buckets of words, which `arrangeWords` writes
 * - wordPrints, wordValues: see WordTableData
 * - nameBits: u8, for each of 16 word classes the bit of its names
 * - classOf: u8, class of each code
 * - headNouns: HEADS pairs of i32, hash and kind of an ending; the place is the hash modulo HEADS or the next that is free
 * - lines: LINE bytes for each of LINES beginnings of hashes: the lowest byte of the hashes of its rows, WIDTH at most, and u32 their number << 24 | the first row
 * - places: u32 a row: the bits of its hash in between << CHECK_AT | its kind << KIND_AT | number of the packed row or of the list's first entry, or the one entry itself
 * - packed: O weights (i8) a row, those of all labels before O: half a line of the cache
 * - packedOutside: i8 a row, the weight of O
 * - entries: u16, `label << 8 | weight + 128`
 * - fromEnds: i32, for each of 17 ends (E, S, O) the weights of the steps to S and B
 * - toOutside: i32, for each of the 17 ends the weight of the step to O; LEAD bytes from its start the leads, which `arrange` writes
 * - inside: i32, for each type the weights of B to E, M to E, B to M, M to M, in four rows of KIND
 * - codes (u16) and proposals (u8): of a sentence, with PAD places on both sides
 * - packed and packedOutside have EXTRA rows more, which are made of lists
 * - direct: u32, numbers of packed rows; summed: SLOTS pairs of u32, key and address of a sum, the place is a hash of the key or the next that is free; sums: SUM_SIZE bytes each; characters: i16, a value a code; the host calls `clear` once before all else
 */
export function lay(at: usize): void {
  wordLines = load<u32>(at); wordPrints = load<u32>(at, 4); wordValues = load<u32>(at, 8); nameBits = load<u32>(at, 12); classOf = load<u32>(at, 16); headNouns = load<u32>(at, 20);
  lines = load<u32>(at, 24); places = load<u32>(at, 28); packed = load<u32>(at, 32); packedOutside = load<u32>(at, 36); entries = load<u32>(at, 40); fromEnds = load<u32>(at, 44); toOutside = load<u32>(at, 48); inside = load<u32>(at, 52);
  codes = load<u32>(at, 56); proposals = load<u32>(at, 60);
  classes = load<u32>(at, 64); words = load<u32>(at, 68); wordHash = load<u32>(at, 72); beforeHash = load<u32>(at, 76); afterHash = load<u32>(at, 80); names = load<u32>(at, 84); heads = load<u32>(at, 88);
  prices = load<u32>(at, 92); backs = load<u32>(at, 96); kinds = load<u32>(at, 100); starts = load<u32>(at, 104); features = load<u32>(at, 108); lists = load<u32>(at, 112); rows = load<u32>(at, 116); singles = load<u32>(at, 120); hits = load<u32>(at, 124); hitEnds = load<u32>(at, 128); emitted = load<u32>(at, 132); states = load<u32>(at, 136); labels = load<u32>(at, 140); direct = load<u32>(at, 144); summed = load<u32>(at, 148); sums = load<u32>(at, 152); characters = load<u32>(at, 156); pairs = load<u32>(at, 160); triples = load<u32>(at, 164); proposed = load<u32>(at, 168); lengths = load<u32>(at, 172); values = load<u32>(at, 176); beginnings = load<u32>(at, 180);
}

/** Labels from which on a row is packed: adding one up costs as much as a list of four. A list has no way to be empty. */
const MANY: i32 = 4;
@inline
function isPacked(size: i32): bool { return size >= MANY || size == 0; }

/**
 * Lays out lines, places, packed rows and entries. The host has put the `count` rows as the file has them, one array behind the other, where
 * `direct` begins: the first row of each of 65,536 buckets (u32) and the end of the last, prints (u16), sizes (u8), and of their `entryCount` entries
 * the labels (u8) and the weights (i8). Call `clear` after that.
 */
export function arrange(count: i32, entryCount: i32): void {
  const buckets = direct, rowPrints = buckets + (65537 << 2), sizes = rowPrints + (<usize>count << 1), rowLabels = sizes + count, weights = rowLabels + entryCount;
  fillLines(buckets, rowPrints);
  writeLeads();
  firstPlaces(sizes, count);
  let entry = 0, listed = 0;
  for (let row = 0, bucket: u32 = 0; row < count; row++) {
    while (load<u32>(buckets + (<usize>bucket << 2), 4) <= <u32>row) bucket++;
    const size = <i32>load<u8>(sizes + row), mark = checkOf(bucket << 16 | <u32>load<u16>(rowPrints + (<usize>row << 1))) << CHECK_AT, end = entry + size;
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
      place = (size == 2 ? TWO : THREE) << KIND_AT | listed;
      for (; entry < end; entry++, listed++) store<u16>(entries + (<usize>listed << 1), <u16>entryOf(load<u8>(rowLabels + entry), load<i8>(weights + entry)));
    }
    store<u32>(places + (<usize>row << 2), mark | place);
  }
}

/** Lays out the lines of words. The host has put the first word of each of 65,536 buckets (u32) and the end of the last, and the bits of beginnings, where `direct` begins. */
export function arrangeWords(): void {
  const buckets = direct, bits = direct + (65537 << 2);
  for (let bucket: u32 = 0; bucket < 65536; bucket++) {
    const first = load<u32>(buckets + (<usize>bucket << 2)), count = load<u32>(buckets + (<usize>bucket << 2), 4) - first, to = wordLines + <usize>bucket * WORD_LINE, here = min(count, WORDS);
    memory.copy(to, wordPrints + (<usize>first << 1), <usize>here << 1);
    memory.copy(to + VALUES_AT, wordValues + first, here);
    store<u16>(to, load<u16>(bits + (<usize>bucket << 1)), BEGINNINGS_AT);
    store<u8>(to, <u8>((<u32>1 << here) - 1), HERE_AT);
    store<u8>(to, <u8>(count - here), LATER_AT);
    store<u32>(to, first + WORDS, LATER_AT + 1);
  }
}

/** Bytes of a line of words, and the words that it has room for; in it their prints (u16), values (u8), bits of beginnings (u16), a bit for each word, the number of others, where those begin (u32). */
const WORD_LINE: usize = 32, WORDS: u32 = 8, VALUES_AT: usize = 16, BEGINNINGS_AT: usize = 24, HERE_AT: usize = 26, LATER_AT: usize = 27;

@inline
function entryOf(label: i32, weight: i32): u32 { return <u32>(inOrder(label) << 8) | <u32>(weight + 128); }

/** Lines by the rows' prints. Of a line with more than WIDTH rows (one in a hundred) the last are left out, which have few labels. */
function fillLines(buckets: usize, rowPrints: usize): void {
  for (let line: u32 = 0; line < LINES; line++) {
    const bucket = buckets + (<usize>line << 3), first = load<u32>(bucket), count = min(WIDTH, load<u32>(bucket, 8) - first), to = lines + <usize>line * LINE;
    for (let k: u32 = 0; k < count; k++) store<u8>(to + k, <u8>load<u16>(rowPrints + (<usize>(first + k) << 1)));
    store<u32>(to, count << 24 | first, WIDTH);
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
  readRuns(end);
  findWords(end);
  cut(end);
  const count = trace(end);
  readWords(count);
  readHeads(count);
}

/** Finds the likeliest way to cut the sentence into words, and where names are. */
function cut(end: i32): void {
  store<i32>(prices + (<usize>PAD << 2), 0);
  for (let i = PAD + 1; i <= end; i++) store<i32>(prices + (<usize>i << 2), i32.MAX_VALUE);
  for (let i = PAD; i < end; i++) {
    const price = load<i32>(prices + (<usize>i << 2)), single = characterOf(codeAt(i));
    offer(i, i + 1, price + (single < 0 ? UNKNOWN : RAREST - (single >> 4) * STEP), single < 0 ? OTHER : single & 15);
    for (let left = <i32>load<u8>(lengths + i); left != 0; left &= left - 1) { const length = ctz(left) + 1; accept(i, i + length, price, load<u8>(values + (<usize>i << 3) + length)); }
  }
}

/**
 * Finds all words of two characters or more: first those of two, then of three where a longer word begins with those two, and so on. The
 * dictionary lies far apart in memory: so no look waits for what another gives.
 */
function findWords(end: i32): void {
  let count = 0;
  for (let i = PAD; i < end; i++) { store<u8>(lengths + i, 0); putBeginning(count++, i, mix(SEED, codeAt(i))); }
  meetWords(end);
  for (let length = 2; length <= LONGEST_WORD && count > 0; length++) {
    let next = 0;
    for (let k = 0; k < count; k++) {
      const from = <i32>load<u32>(beginnings + (<usize>k << 3)), to = from + length, running = mix(load<i32>(beginnings + (<usize>k << 3), 4), codeAt(to - 1)), hash = finish(running), value = wordOf(hash), isIn = <i32>(to <= end);
      store<u8>(values + (<usize>from << 3) + length, <u8>value);
      store<u8>(lengths + from, <u8>(<i32>load<u8>(lengths + from) | (isIn & ~(value >> 31)) << (length - 1)));
      putBeginning(next, from, running);
      next += isIn & <i32>isBeginning(hash);
    }
    count = next;
  }
}

/** Loads the lines of each two characters, so that they are at hand when they are compared: loads that nothing waits for, in a loop that does nothing else, come many at a time. What they give is stored, so that no compiler leaves them out. */
function meetWords(end: i32): void {
  const linesAt = wordLines, pairsAt = pairs;
  let met: u32 = 0;
  for (let at = pairsAt + ((PAD + 1) << 2), last = pairsAt + (<usize>end << 2); at < last; at += 4) met += load<u8>(linesAt + <usize>(load<u32>(at) >>> 16) * WORD_LINE);
  store<u32>(hits, met);
}

@inline
function putBeginning(k: i32, from: i32, running: i32): void {
  store<i32>(beginnings + (<usize>k << 3), from);
  store<i32>(beginnings + (<usize>k << 3), running, 4);
}

/** May a longer word begin with the characters of this hash, two or more? The hash's high half tells the line, the next four bits which of its sixteen. */
@inline
function isBeginning(hash: u32): bool {
  return ((load<u16>(lineOfWords(hash), BEGINNINGS_AT) >>> ((hash >>> 12) & 15)) & 1) != 0;
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

@inline
function lineOfWords(hash: u32): usize { return wordLines + <usize>(hash >>> 16) * WORD_LINE; }

/** Value of the word with this hash, or -1. Nearly always its line tells. */
@inline
function wordOf(hash: u32): i32 {
  const line = lineOfWords(hash), bits = <u32>i16x8.bitmask(i16x8.eq(v128.load(line), i16x8.splat(<i16>hash))) & load<u8>(line, HERE_AT);
  const value = <i32>load<u8>(line + VALUES_AT + (ctz(bits) & 7)) | -<i32>(bits == 0);
  return bits == 0 && load<u8>(line, LATER_AT) != 0 ? laterWord(line, <u16>hash) : value;
}

function laterWord(line: usize, print: u16): i32 {
  const first = load<u32>(line, LATER_AT + 1);
  for (let word = first, end = first + load<u8>(line, LATER_AT); word < end; word++) if (load<u16>(wordPrints + (<usize>word << 1)) == print) return <i32>load<u8>(wordValues + word);
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

/** For each character the hashes of it with the one before, with both neighbours, and with its proposal, for four at once. */
function readRuns(end: i32): void {
  const seed = i32x4.splat(SEED);
  for (let i = 1; i < end + 3; i += 4) {
    const at = codes + (<usize>i << 1), own = v128.load_ext<u16>(at), pair = mixes(mixes(seed, v128.load_ext<u16>(at - 2)), own), to = <usize>i << 2;
    v128.store(pairs + to, finishes(pair));
    v128.store(triples + to, finishes(mixes(pair, v128.load_ext<u16>(at + 2))));
    v128.store(proposed + to, finishes(mixes(mixes(seed, i32x4.extend_low_i16x8_u(v128.load_ext<u8>(proposals + i))), own)));
  }
}

/** `mix` and `finish` of four at once. */
@inline
function mixes(running: v128, code: v128): v128 { return i32x4.mul(i32x4.add(v128.xor(running, code), i32x4.shl(running, 5)), i32x4.splat(0x01000193)); }
@inline
function finishes(running: v128): v128 {
  let h = i32x4.mul(v128.xor(running, i32x4.shr_u(running, 15)), i32x4.splat(0x2c1b3c6d));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 12)), i32x4.splat(0x297a2d39));
  return v128.xor(h, i32x4.shr_u(h, 15));
}

// ---- features and their weights -------------------------------------------------------------------------------------------------

/** Number of features of each character; those from HASHED on are looked up by their hash, the others have few values: some have a table each, others are summed. */
export function featureCount(): i32 { return FEATURES; }
const FEATURES: i32 = 26, HASHED: i32 = 16;

/** Bits for the features that are a character, whose numbers lie side by side; where the table behind theirs, of three classes, begins in `direct`, and how large both are. */
const BESIDE: i32 = 3, AT_CLASSES: i32 = 65536 << BESIDE, DIRECT: i32 = AT_CLASSES + (1 << 15);
/** Packed rows that can be made of lists and sums that can be kept, many times what a sentence needs; features of a character that may make one. */
const EXTRA: u32 = 8192, SUMS: u32 = 8192, DIRECT_FEATURES: u32 = 6, SUM_FEATURES: u32 = 3;
/** Places in `summed`, twice as many as sums, and bits of a hash that tell which. */
const SLOTS: u32 = 16384, SLOT_AT: u32 = 18;
/** Bytes of a sum: weights (i16) of all labels. */
const SUM_SIZE: usize = <usize>LABELS << 1;

/** Size of `direct` in numbers, of `summed` and `sums` in bytes, and the rows that `packed` has more. */
export function directCount(): i32 { return DIRECT; }
export function summedSize(): i32 { return <i32>(SLOTS << 3); }
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
function headKey(i: i32): i32 { return <i32>load<u8>(heads + i - 1) << 10 | <i32>load<u8>(heads + i) << 5 | <i32>load<u8>(heads + i + 1); }
@inline
function pairKey(before: usize, own: usize, i: i32, bits: i32): i32 { return <i32>load<u8>(before + i) << bits | <i32>load<u8>(own + i); }

/** What stands in `direct` where nobody has asked yet. */
const UNASKED: u32 = 0xffffffff;
/** Kinds of rows: lists of two entries and of three, packed ones, single entries; where a place has its kind, and the bits of its number. */
const TWO: u32 = 0, PACKED: u32 = 1, SINGLE: u32 = 2, THREE: u32 = 3, KIND_AT: u32 = 21, CHECK_AT: u32 = 23, NUMBER: u32 = (1 << KIND_AT) - 1;
/** Bytes of a line, and the rows that it has room for. */
const LINE: usize = 32, WIDTH: u32 = 28;
/** Bytes of a hit: the row, or its place when that is known, the hash, and which of the next rows of its line it may be as well. */
const HIT: usize = 12;

/** The bits of a hash that neither its line nor its print tells. */
@inline
function checkOf(hash: u32): u32 { return (hash >>> 8) & 511; }

/** Empties what is filled as it is asked for. */
export function clear(): void {
  forgetRows();
  memory.fill(characters, 0xff, 65536 << 1);
}

/** Number of the packed row that is empty, which stands for a row that there is not; the first extra row and the first sum that are free. */
let nothing: u32, nextExtra: u32, nextSum: u32;

function forgetRows(): void {
  memory.fill(direct, 0xff, <usize>DIRECT << 2);
  memory.fill(summed, 0, SLOTS << 3);
  nextExtra = nothing;
  emptyRow();
  nextSum = 0;
}

/** Place of the empty row. */
@inline
function nowhere(): u32 { return PACKED << KIND_AT | nothing; }

/** Number of a new packed row. */
function emptyRow(): u32 {
  const number = nextExtra++;
  memory.fill(packed + <usize>number * O, 0, O);
  store<i8>(packedOutside + number, 0);
  return number;
}

/** Writes the hashes of the features of character `index`: what training counts by. */
export function hash(index: i32): void {
  const i = index + PAD, h0 = <i32>load<u8>(heads + i), w0 = <i32>load<u8>(words + i);
  put(0, first(codeAt(i))); put(1, first(codeAt(i - 1))); put(2, first(codeAt(i + 1))); put(3, first(codeAt(i - 2))); put(4, first(codeAt(i + 2)));
  put(5, classKey(i)); put(6, w0); put(7, pairKey(words - 1, words, i, 7)); put(8, pairKey(names, words, i, 7));
  put(9, load<u8>(proposals + i)); put(10, pairKey(proposals - 1, proposals, i, 8)); put(11, pairKey(proposals, proposals + 1, i, 8));
  put(12, h0); put(13, h0 << 7 | w0); put(14, headKey(i)); put(15, 0);
  finishPut();
  for (let t = HASHED; t < FEATURES; t++) put(t, manyHash(t, i));
}

@inline
function put(t: i32, running: i32): void { store<i32>(features + (<usize>t << 2), running); }

/** Makes hashes of what `put` wrote: `hashOf` for four at once. */
@inline
function finishPut(): void {
  let t = i32x4(0, 1, 2, 3);
  for (let at = features, end = features + (<usize>HASHED << 2); at < end; at += 16) {
    v128.store(at, finishes(mixes(v128.load(at), t)));
    t = i32x4.add(t, i32x4.splat(4));
  }
}

// The features with many values. Hashes of what they speak of are made once for all characters around; a character's own differ from it in the lower
// half only, by what it is to the character. So the rows of one pair of characters lie in one bucket for all four that it is a feature of, and
// those of a word for all characters in it and beside it: memory is the slower the more of it is asked for.

/** Hash of a feature by the hash of what it speaks of and what that is to the character. */
@inline
function inRole(role: i32, hash: i32): u32 { return hash ^ (role * 0x1d07 & 0xffff); }

/** Number `i` of an array of 32-bit numbers. */
@inline
function at4(array: usize, i: i32): i32 { return load<i32>(array + (<usize>i << 2)); }

/** Place of a character in its word, 0 to 3. */
@inline
function placeInWord(i: i32): i32 { return (<i32>load<u8>(words + i) - 1) & 3; }

/** Hash of the names of the dictionary that a character and its neighbours are in. */
@inline
function namesAround(i: i32): i32 { return finish(mix(SEED, <i32>load<u8>(names + i - 1) << 16 | <i32>load<u8>(names + i) << 8 | <i32>load<u8>(names + i + 1))); }

/** Hash of feature `t`, one of those with many values. */
@inline
function manyHash(t: i32, i: i32): u32 {
  // pairs of characters, three in a row
  if (t == 16) return inRole(16, at4(pairs, i));
  if (t == 17) return inRole(17, at4(pairs, i + 1));
  if (t == 18) return inRole(18, at4(pairs, i - 1));
  if (t == 19) return inRole(19, at4(pairs, i + 2));
  if (t == 20) return inRole(20, at4(triples, i));
  // the word around it and its neighbours, with its place in it
  if (t == 21) return inRole(24 + placeInWord(i), at4(wordHash, i));
  if (t == 22) return inRole(28 + placeInWord(i), at4(beforeHash, i));
  if (t == 23) return inRole(32 + placeInWord(i), at4(afterHash, i));
  // names of the dictionary, and what the grammar proposes with the character
  return t == 24 ? inRole(36, namesAround(i)) : inRole(37, at4(proposed, i));
}

/**
 * Finds the rows of the features with many values, of the characters from `start` to `end`. The weights lie far apart in memory, so all loads that
 * do not wait for one another come together, and what they give decides of no step in between.
 */
export function look(start: i32, end: i32): void {
  const count = <u32>(end - start);
  if (nextExtra + DIRECT_FEATURES * count > nothing + EXTRA || nextSum + SUM_FEATURES * count > SUMS) forgetRows();
  const linesAt = lines, placesAt = places, firstHit = hits;
  meetLines(start + PAD, end + PAD);
  let last = firstHit;
  for (let index = start; index < end; index++) {
    const i = index + PAD;
    last = probe(last, linesAt, manyHash(16, i)); last = probe(last, linesAt, manyHash(17, i)); last = probe(last, linesAt, manyHash(18, i)); last = probe(last, linesAt, manyHash(19, i)); last = probe(last, linesAt, manyHash(20, i));
    last = probe(last, linesAt, manyHash(21, i)); last = probe(last, linesAt, manyHash(22, i)); last = probe(last, linesAt, manyHash(23, i)); last = probe(last, linesAt, manyHash(24, i)); last = probe(last, linesAt, manyHash(25, i));
    store<u32>(hitEnds + (<usize>index << 2), <u32>last);
  }
  for (let hit = firstHit; hit < last; hit += HIT) {
    const row = load<u32>(hit), place = load<u32>(placesAt + (<usize>row << 2)), hash = load<u32>(hit, 4);
    store<u32>(hit, place >>> CHECK_AT == checkOf(hash) ? place : placeAmong(row, hash, load<u32>(hit, 8) & -2));
  }
  nextHit = firstHit;
}

/** Loads the lines of what the features from one character to another speak of, for the same reason as `meetWords`. */
function meetLines(from: i32, to: i32): void {
  const linesAt = lines;
  let met: u32 = 0;
  for (let i = from; i < to; i++) met += lineHead(linesAt, at4(pairs, i + 2)) + lineHead(linesAt, at4(triples, i)) + lineHead(linesAt, at4(wordHash, i)) + lineHead(linesAt, at4(proposed, i));
  store<u32>(hits, met);
}

/** Writes a hash where some row of its line may be that of it; returns the end. */
@inline
function probe(to: usize, linesAt: usize, hash: u32): usize {
  const bits = bitsOf(linesAt, hash), first = ctz(bits);
  store<u32>(to, (lineHead(linesAt, hash) & ROW) + first);
  store<u32>(to, hash, 4);
  store<u32>(to, bits >>> first, 8);
  return to + <usize>(bits != 0) * HIT;
}

/** In the last word of a line the bits of its first row. */
const ROW: u32 = (1 << 24) - 1;

@inline
function lineHead(linesAt: usize, hash: u32): u32 { return load<u32>(linesAt + <usize>(hash >>> LINE_AT) * LINE, WIDTH); }

/** For each row of a hash's line a bit: may it be that of the hash? */
@inline
function bitsOf(linesAt: usize, hash: u32): u32 {
  const line = linesAt + <usize>(hash >>> LINE_AT) * LINE, print = i8x16.splat(<i8>hash), room = (<u32>1 << (load<u32>(line, WIDTH) >>> 24)) - 1;
  return (<u32>i8x16.bitmask(i8x16.eq(v128.load(line), print)) | <u32>i8x16.bitmask(i8x16.eq(v128.load(line, 16), print)) << 16) & room;
}

/** The first place of the next character in `hits`. */
let nextHit: usize;

/** Place of the row of a hash, which is one of those from `first` on that `bits` tell, that of the empty row where there is none. */
function placeAmong(first: u32, hash: u32, bits: u32): u32 {
  for (let left = bits; left != 0; left &= left - 1) {
    const place = load<u32>(places + (<usize>(first + <u32>ctz(left)) << 2));
    if (place >>> CHECK_AT == checkOf(hash)) return place;
  }
  return nowhere();
}

/** Place of the row of a hash, that of the empty row where there is none. */
function placeOf(hash: u32): u32 { return placeAmong(lineHead(lines, hash) & ROW, hash, bitsOf(lines, hash)); }

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
  const place = placeOf(hash), number = kindOf(place) == PACKED ? place & NUMBER : packedOf(place);
  store<u32>(at, number);
  return number;
}

/** Number of a packed row that is made of a list or a single entry. */
function packedOf(place: u32): u32 {
  const number = emptyRow(), kind = kindOf(place), entry = entries + (<usize>(place & NUMBER) << 1);
  if (kind == SINGLE) { putEntry(number, place & NUMBER); return number; }
  putEntry(number, load<u16>(entry)); putEntry(number, load<u16>(entry, 2));
  if (kind == THREE) putEntry(number, load<u16>(entry, 4));
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

/** Where a key of a sum is in `summed`, or could be. */
@inline
function slotOf(key: u32): usize {
  let at = summed + (<usize>(key * 0x9e3779b1 >>> SLOT_AT) << 3), own = load<u32>(at);
  while (own != key && own != 0) {
    at = summed + ((at - summed + 8) & ((SLOTS << 3) - 1));
    own = load<u32>(at);
  }
  return at;
}

/** Makes the sum of the rows of some features, as many as hashes are not 0; returns its address. */
function askSum(slot: usize, key: u32, one: u32, two: u32, three: u32, four: u32): usize {
  const number = nextSum++, to = sums + <usize>number * SUM_SIZE;
  store<u32>(slot, key);
  store<u32>(slot, <u32>to, 4);
  memory.fill(to, 0, SUM_SIZE);
  plus(to, one); plus(to, two); plus(to, three);
  if (four != 0) plus(to, four);
  return to;
}

/** Adds the row of a hash to a sum. */
function plus(to: usize, hash: u32): void {
  const place = placeOf(hash);
  if (place == nowhere()) return;
  const number = place & NUMBER, kind = kindOf(place);
  if (kind == PACKED) {
    for (let label = 0; label < O; label++) addWeight(to, label, <i32>load<i8>(packed + <usize>number * O + label));
    addWeight(to, O, <i32>load<i8>(packedOutside + number));
  } else if (kind == SINGLE) addEntry(to, number);
  else {
    const entry = entries + (<usize>number << 1);
    addEntry(to, load<u16>(entry)); addEntry(to, load<u16>(entry, 2));
    if (kind == THREE) addEntry(to, load<u16>(entry, 4));
  }
}

// The three sums of a character; their keys begin with a number that tells which.

/** Of its word and the one before, with the names that it is in. */
@inline
function wordSum(i: i32): usize {
  const w = pairKey(words - 1, words, i, 7), n = pairKey(names, words, i, 7), key = 1 << 28 | <u32>load<u8>(names + i) << 14 | w, slot = slotOf(key);
  return load<u32>(slot) == key ? <usize>load<u32>(slot, 4) : askSum(slot, key, hashOf(6, w & 127), hashOf(7, w), hashOf(8, n), hashOf(15, 0));
}

/** Of its proposal and both beside it. */
@inline
function proposalSum(i: i32): usize {
  const p = pairKey(proposals - 1, proposals, i, 8), next = <u32>load<u8>(proposals + i + 1), key = 2 << 28 | next << 16 | p, slot = slotOf(key);
  return load<u32>(slot) == key ? <usize>load<u32>(slot, 4) : askSum(slot, key, hashOf(9, p & 255), hashOf(10, p), hashOf(11, (p & 255) << 8 | next), 0);
}

/** Of its head noun and both beside it, with its word. */
@inline
function headSum(i: i32): usize {
  const h = pairKey(heads, words, i, 7), around = headKey(i), key = 3 << 28 | around << 7 | (h & 127), slot = slotOf(key);
  return load<u32>(slot) == key ? <usize>load<u32>(slot, 4) : askSum(slot, key, hashOf(12, h >>> 7), hashOf(13, h), hashOf(14, around), 0);
}

/** Writes the numbers of the packed rows of the features with few values of character `index`, but those that are in sums; returns the end. */
@inline
function gather(i: i32, to: usize): usize {
  const d = direct;
  store<u32>(to, rowOfCode(0, d, codeAt(i))); store<u32>(to, rowOfCode(1, d, codeAt(i - 1)), 4); store<u32>(to, rowOfCode(2, d, codeAt(i + 1)), 8); store<u32>(to, rowOfCode(3, d, codeAt(i - 2)), 12); store<u32>(to, rowOfCode(4, d, codeAt(i + 2)), 16);
  store<u32>(to, rowOf(5, d + (AT_CLASSES << 2), classKey(i)), 20);
  return to + (<usize>DIRECT_FEATURES << 2);
}

/** Adds up the weights of all features of character `index`, the next that was looked at. */
export function add(index: i32): void {
  const i = index + PAD, last = <usize>load<u32>(hitEnds + (<usize>index << 2)), rowsAt = rows;
  let rowsEnd = gather(i, rowsAt), singlesEnd = singles, listsEnd = lists;
  for (let hit = nextHit; hit < last; hit += HIT) {
    const place = load<u32>(hit), number = place & NUMBER, kind = kindOf(place);
    store<u32>(rowsEnd, number);
    rowsEnd += <usize>(kind == PACKED) << 2;
    store<u16>(singlesEnd, <u16>number);
    singlesEnd += <usize>(kind == SINGLE) << 1;
    store<u32>(listsEnd, place);
    listsEnd += <usize>(kind == TWO || kind == THREE) << 2;
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
  const entriesAt = entries;
  for (let list = lists; list < listsEnd; list += 4) {
    const place = load<u32>(list), entry = entriesAt + (<usize>(place & NUMBER) << 1);
    store<u32>(singlesEnd, load<u32>(entry));
    store<u16>(singlesEnd, load<u16>(entry, 4), 4);
    singlesEnd += 4 + (<usize>(kindOf(place) == THREE) << 1);
  }
  for (let at = singles; at < singlesEnd; at += 2) addEntry(to, load<u16>(at));
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
