import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { piecesOf } from './pieces';

/**
 * The folded view of a text: every code unit becomes exactly one code unit. Simplified characters, full-width `，：；！？（）` beside Han
 * characters and quotation marks, `“”‘’` for corner brackets, half-width digits and Latin letters, one kind of space. Line ends stay.
 */
export function fold(text: string): string {
  const table = foldTable(), units = new Uint16Array(text.length), places: number[] = [];
  let differences = 0, zhe = false;
  for (let i = 0; i < units.length; i++) {
    const unit = text.charCodeAt(i), folded = table[unit]!;
    units[i] = folded;
    differences |= unit ^ folded;
    if (folded < 0x40) { if (MARK[folded] !== 0) places.push(i); }
    else if (folded > 0x8456 && (folded === ZHE || folded === WIDE_OPEN || folded === WIDE_CLOSE)) { if (folded === ZHE) zhe = true; else places.push(i); }
  }
  const widened = foldPunctuation(units, places);
  if (zhe) foldZhe(units);
  return widened || zhe || differences !== 0 ? unitsToString(units) : text;
}

/** The same in steps: no line is folded by what stands in another. */
export function* foldInSteps(text: string): Generator<void, string> {
  const pieces: string[] = [];
  let isSame = true;
  for (const piece of piecesOf(text)) {
    const folded = fold(piece);
    isSame &&= folded === piece;
    pieces.push(folded);
    yield;
  }
  return isSame ? text : pieces.join('');
}

/** The simplified form of one UTF-16 unit; itself where it has none. */
export function simplifiedOf(unit: number): number {
  return foldTable()[unit]!;
}

/** Han characters of the basic plane, and the surrogates that make the others. */
export function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007 || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xd840 && unit <= 0xd888);
}

let table: Uint16Array | undefined;

function foldTable(): Uint16Array {
  if (table) return table;
  const t = Uint16Array.from({ length: 0x10000 }, (_, i) => i);
  for (const entry of traditionalToSimplified.split('|')) {
    const from = entry.slice(0, entry.indexOf(' ')), to = entry.slice(from.length + 1).split(' ')[0] ?? '';
    if (from.length === 1 && to.length === 1) t[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  // compatibility ideographs and radicals, which copies from the web and from PDF files hold instead of the characters: 來 (U+F92D), ⽂ (U+2F42)
  for (const [first, last] of [[0xf900, 0xfaff], [0x2f00, 0x2fd5]] as const) {
    for (let i = first; i <= last; i++) { const plain = String.fromCharCode(i).normalize('NFKC'); if (plain.length === 1) t[i] = t[plain.charCodeAt(0)]!; }
  }
  for (let i = 0; i < 10; i++) t[0xff10 + i] = 0x30 + i;
  for (let i = 0; i < 26; i++) { t[0xff21 + i] = 0x41 + i; t[0xff41 + i] = 0x61 + i; }
  const pairs = '「“」”『‘』’％%．.';
  for (let i = 0; i < pairs.length; i += 2) t[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
  for (const c of '\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000') t[c.charCodeAt(0)] = 0x20;
  return (table = t);
}

/** from a half-width mark to its full-width form */
const TO_FULL = 0xfee0;
const OPEN = 0x28, CLOSE = 0x29, NEWLINE = 0x0a, WIDE_OPEN = 0xff08, WIDE_CLOSE = 0xff09, ZHE = 0x8457;
/** By unit: whether it is a half-width mark, or a line end, which no pair of brackets crosses. */
const MARK = new Uint8Array(0x40);
for (const c of ',:;!?()') MARK[c.charCodeAt(0)] = 1;
MARK[NEWLINE] = 2;
/** deeper nesting of brackets than this is no prose */
const MAX_DEPTH = 64;

/**
 * Makes half-width marks full-width beside wide characters; both brackets of a pair go together.
 * @param places where half-width marks, full-width brackets and line ends are
 * @returns whether there was any
 */
function foldPunctuation(units: Uint16Array, places: readonly number[]): boolean {
  const open: number[] = [];
  let widened = false;
  for (const i of places) {
    const unit = units[i]!;
    if (unit === NEWLINE) { open.length = 0; continue; }
    if (unit > 0x3f) { if (unit === WIDE_OPEN) push(open, i); else open.pop(); continue; }
    const opener = unit === CLOSE ? open.pop() : undefined;
    const wide = besideWide(units, i) || (opener !== undefined && (units[opener] === WIDE_OPEN || holdsWide(units, opener, i)));
    if (unit === OPEN) push(open, i);
    if (!wide) continue;
    units[i] = unit + TO_FULL;
    widened = true;
    if (opener !== undefined && units[opener] === OPEN) units[opener] = WIDE_OPEN;
  }
  return widened;
}

/** Whether a wide character stands between two places. */
function holdsWide(units: Uint16Array, from: number, to: number): boolean {
  for (let i = to - 1; i > from; i--) if (isWide(units[i]!)) return true;
  return false;
}

function push(open: number[], i: number): void {
  if (open.length < MAX_DEPTH) open.push(i);
}

/** A mark between two digits belongs to a number; others are wide if a neighbour is, looking through up to three further marks. */
function besideWide(units: Uint16Array, i: number): boolean {
  const before = units[i - 1] ?? 0;
  if (isDigit(before) && isDigit(units[i + 1] ?? 0)) return false;
  if (isWide(before)) return true;
  for (let j = i + 1; j <= i + 4; j++) {
    const after = units[j] ?? 0;
    if (after > 0x3f || MARK[after] !== 1) return isWide(after);
  }
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Han characters and the marks that are as wide as they. */
export function isWide(unit: number): boolean {
  return isHan(unit) || (unit > 0x3000 && unit <= 0x303f) || (unit > 0xff00 && unit <= 0xff60) || (unit >= 0x2018 && unit <= 0x201d) || unit === 0x2014 || unit === 0x2026;
}

/** 著 is a character of its own in 著名, 显著, 著作 …, elsewhere the old form of 着. */
function foldZhe(units: Uint16Array): void {
  for (let i = units.indexOf(ZHE); i >= 0; i = units.indexOf(ZHE, i + 1)) {
    if (!KEEPS_ZHU_AFTER.has(units[i + 1] ?? 0) && !KEEPS_ZHU_BEFORE.has(units[i - 1] ?? 0)) units[i] = 0x7740;
  }
}
const codes = (chars: string): Set<number> => new Set(Array.from(chars, (c) => c.charCodeAt(0)));
const KEEPS_ZHU_AFTER = codes('名作称述者书录译');
const KEEPS_ZHU_BEFORE = codes('显卓昭土名原专论编巨遗合译所');

/** The string of these UTF-16 units, lone surrogates among them. */
export function unitsToString(units: Uint16Array): string {
  return LITTLE_ENDIAN ? Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le') : Array.from(units, (unit) => String.fromCharCode(unit)).join('');
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
