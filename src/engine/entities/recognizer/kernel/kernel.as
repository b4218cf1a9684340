// The inner loops of the recognizer, in AssemblyScript: `node scripts/build-kernel.mjs` makes kernel-code.ts of it.
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

/** Addresses, set once by `lay`: what the host writes, and what it reads. */
let buckets: usize, prints: usize, places: usize, packed: usize, entries: usize, fromEnds: usize, toOutside: usize, inside: usize;
let features: usize, lists: usize, emitted: usize, states: usize, labels: usize;

/**
 * Tells where everything lies. `at`: addresses in the order of the variables above, as 32-bit numbers.
 *
 * - buckets: u32, first row of each of 65,536 buckets (the high half of a feature's hash), and the end of the last
 * - prints: u16 a row, the low half of its hash; eight more at the end
 * - places: i32 a row: n >= 0 is a list from entry n on, n < 0 is packed row -n - 1
 * - packed: LABELS weights (i8) a row
 * - entries: u16, `LAST if last | label << 8 | weight + 128`
 * - fromEnds: i32, for each of 17 ends (E, S, O) the weights of the steps to S and B
 * - toOutside: i32, for each of the 17 ends the weight of the step to O
 * - inside: i32, for each type the weights of B to E, M to E, B to M, M to M, in four rows of KIND
 */
export function lay(at: usize): void {
  buckets = load<u32>(at); prints = load<u32>(at, 4); places = load<u32>(at, 8); packed = load<u32>(at, 12); entries = load<u32>(at, 16);
  fromEnds = load<u32>(at, 20); toOutside = load<u32>(at, 24); inside = load<u32>(at, 28);
  features = load<u32>(at, 32); lists = load<u32>(at, 36); emitted = load<u32>(at, 40); states = load<u32>(at, 44); labels = load<u32>(at, 48);
}

/** Adds up the weights of the `count` features at `features` for character `index`. */
export function score(index: i32, count: i32): void {
  let e = i16x8.splat(0), s = e, b = e, m = e, o = e, many: usize = lists;
  const end = features + (<usize>count << 2);
  for (let at = features; at < end; at += 4) {
    const place = find(load<u32>(at));
    if (place == i32.MAX_VALUE) continue;
    if (place >= 0) { store<i32>(many, place); many += 4; continue; }
    const row = packed + <usize>(-place - 1) * LABELS;
    e = i16x8.add(e, v128.load_ext<i8>(row));
    s = i16x8.add(s, v128.load_ext<i8>(row, 8));
    b = i16x8.add(b, v128.load_ext<i8>(row, 16));
    m = i16x8.add(m, v128.load_ext<i8>(row, 24));
    o = i16x8.add(o, v128.load_ext<i8>(row, 32));
  }
  const to = emitted + <usize>index * LABELS * 2;
  v128.store(to, e); v128.store(to, s, 16); v128.store(to, b, 32); v128.store(to, m, 48); v128.store(to, o, 64);
  for (let list: usize = lists; list < many; list += 4) {
    for (let entry = entries + (<usize>load<i32>(list) << 1); ; entry += 2) {
      const code: u32 = load<u16>(entry), label = to + (((code >> 8) & 63) << 1);
      store<i16>(label, <i16>(<i32>load<i16>(label) + <i32>(code & 255) - 128));
      if (code >= LAST) break;
    }
  }
}

/** Place of the row of a feature, or the largest number where there is none: eight rows are compared at once. */
// @ts-ignore: decorator
@inline
function find(hash: u32): i32 {
  const bucket = buckets + ((hash >>> 16) << 2), end = load<u32>(bucket, 4), print = i16x8.splat(<i16>hash);
  for (let row = load<u32>(bucket); row < end; row += 8) {
    const hits = i16x8.bitmask(i16x8.eq(v128.load(prints + (row << 1)), print));
    if (hits == 0) continue;
    const found = row + <u32>ctz(hits);
    return found < end ? load<i32>(places + (found << 2)) : i32.MAX_VALUE;
  }
  return i32.MAX_VALUE;
}

/** The best labels of `length` characters (Viterbi), written to `labels`. */
export function decode(length: i32): void {
  start();
  for (let i = 1; i < length; i++) step(i);
  trace(length);
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
    put(now + E * 4 + half, i32x4.max_s(i32x4.add(began, v128.load(inside + half)), i32x4.add(on, v128.load(inside + half, 32))), own + E * 2 + (half >> 1));
    put(now + M * 4 + half, i32x4.max_s(i32x4.add(began, v128.load(inside + half, 64)), i32x4.add(on, v128.load(inside + half, 96))), own + M * 2 + (half >> 1));
  }
  let s0 = i32x4.splat(i32.MIN_VALUE), s1 = s0, b0 = s0, b1 = s0, outside = i32.MIN_VALUE;
  for (let k = 0; k <= 16; k++) {
    const from = load<i32>(before + (<usize>(k == 16 ? O : k) << 2)), score = i32x4.splat(from), row = fromEnds + (<usize>k << 6);
    s0 = i32x4.max_s(s0, i32x4.add(score, v128.load(row)));
    s1 = i32x4.max_s(s1, i32x4.add(score, v128.load(row, 16)));
    b0 = i32x4.max_s(b0, i32x4.add(score, v128.load(row, 32)));
    b1 = i32x4.max_s(b1, i32x4.add(score, v128.load(row, 48)));
    outside = max(outside, from + load<i32>(toOutside + (<usize>k << 2)));
  }
  put(now + S * 4, s0, own + S * 2); put(now + S * 4 + 16, s1, own + S * 2 + 8);
  put(now + B * 4, b0, own + B * 2); put(now + B * 4 + 16, b1, own + B * 2 + 8);
  store<i32>(now + O * 4, outside + <i32>load<i16>(own + O * 2));
}

/** Stores four scores with what the character itself adds. */
// @ts-ignore: decorator
@inline
function put(to: usize, best: v128, own: usize): void {
  v128.store(to, i32x4.add(best, v128.load_ext<i16>(own)));
}

/** Label `n` in the order in which equal scores are preferred: O, then B, M, E, S of each type. */
// @ts-ignore: decorator
@inline
function inOrder(n: i32): i32 {
  if (n == 0) return O;
  const place = (n - 1) & 3, type = (n - 1) >> 2;
  return type + (place == 0 ? B : place == 1 ? M : place == 2 ? E : S);
}

// @ts-ignore: decorator
@inline
function stateOf(index: i32, label: i32): i32 { return load<i32>(states + ((<usize>index * LABELS + <usize>label) << 2)); }

/** Goes back from the best last label; of steps that give one score the first is meant. */
function trace(length: i32): void {
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
