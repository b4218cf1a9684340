import type { Defect } from '../../analysis';
import type { LongString } from '../long-string';
import type { Repaired } from '../offset-map';
import { gbk } from './gbk';
import type { Scan } from './scan';

/** Bytes that were decoded as something else than they are, and how they come back. */
interface WrongEncoding {
  /** what the bytes are, and what they were taken for */
  readonly is: string;
  readonly readAs: string;
  /** signs of it that the first look at a text counted */
  signs(seen: Scan): number;
  /** units of text for each sign at most */
  readonly spread: number;
  /** the bytes of a unit: one below 256, two as lead × 256 + trail; -1 where the encoding has none */
  bytesOf(unit: number): number;
  /** the character at `i` and its bytes; an empty one where they make none */
  characterAt(bytes: readonly number[], i: number): { readonly text: string; readonly length: number };
}

/** Signs before a text is taken for one of these; how many of the bytes beyond ASCII must make characters. */
const LEAST_SIGNS = 6, LEAST_VALID = 0.8;
/** how GBK decoders of today read a lone byte 0x80 */
const EURO = 0x20ac;
/** Windows-1252 for 0x80…0x9F; the gaps are the C1 controls themselves. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CP1252_BYTE = new Map(Array.from(CP1252, (c, i) => [c.charCodeAt(0), 0x80 + i]));
const latinByte = (unit: number): number => (unit < 0x100 ? unit : CP1252_BYTE.get(unit) ?? -1);

const WRONG_ENCODINGS: readonly WrongEncoding[] = [
  { is: 'UTF-8', readAs: 'GBK', signs: (seen) => seen.readAsGbk, spread: 40, bytesOf: (unit) => (unit < 0x80 ? unit : unit === EURO ? 0x80 : gbk().codeOf[unit] || userDefined(unit)), characterAt: utf8At },
  { is: 'UTF-8', readAs: 'Windows-1252', signs: (seen) => seen.readAsLatin, spread: 8, bytesOf: latinByte, characterAt: utf8At },
  { is: 'GBK', readAs: 'Windows-1252', signs: (seen) => seen.readAsLatin, spread: 3, bytesOf: latinByte, characterAt: gbkAt },
];

/** The code of a private-use unit in the user-defined areas of GBK (GB 18030 maps them so), -1 outside of them. */
function userDefined(unit: number): number {
  if (unit < 0xe000 || unit > 0xe765) return -1;
  if (unit < 0xe4c6) { const i = unit < 0xe234 ? unit - 0xe000 : unit - 0xe234; return ((unit < 0xe234 ? 0xaa : 0xf8) + Math.floor(i / 94)) * 256 + 0xa1 + (i % 94); }
  const i = unit - 0xe4c6, trail = 0x40 + (i % 96);
  return (0xa1 + Math.floor(i / 96)) * 256 + trail + (trail >= 0x7f ? 1 : 0);
}

/** A text that was decoded in a wrong encoding, decoded rightly; nothing for any other text. Linear. */
export function decodeWrongEncoding(given: LongString, seen: Scan): { repaired: Repaired; defects: Defect[] } | undefined {
  for (const encoding of WRONG_ENCODINGS) {
    const signs = encoding.signs(seen);
    if (signs < LEAST_SIGNS || signs * encoding.spread < given.length) continue;
    const decoded = decode(given.toString(), encoding);
    if (decoded) return decoded;
  }
  return undefined;
}

function decode(given: string, encoding: WrongEncoding): { repaired: Repaired; defects: Defect[] } | undefined {
  const { bytes, from, to } = bytesOf(given, encoding), units: string[] = [], starts: number[] = [], ends: number[] = [];
  let valid = 0, foreign = 0;
  for (let i = 0; i < bytes.length;) {
    const { text, length } = encoding.characterAt(bytes, i);
    if (bytes[i]! < 0 || bytes[i]! >= 0x80) { foreign += length; if (text !== '') valid += length; }
    for (const unit of (text || '\uFFFD').split('')) { units.push(unit); starts.push(from[i]!); ends.push(to[i + length - 1]!); }
    i += length;
  }
  if (foreign === 0 || valid < foreign * LEAST_VALID) return undefined;
  starts.push(given.length);
  ends.push(given.length);
  const repaired = { text: units.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
  return { repaired, defects: lineDefects(given, repaired, encoding) };
}

/** The bytes a text was decoded from, with the stretch of it that each came from; -1 for a unit that the encoding does not hold. */
function bytesOf(given: string, encoding: WrongEncoding): { bytes: number[]; from: number[]; to: number[] } {
  const bytes: number[] = [], from: number[] = [], to: number[] = [];
  for (let i = 0; i < given.length; i++) {
    const code = encoding.bytesOf(given.charCodeAt(i));
    for (const byte of code > 0xff ? [code >> 8, code & 0xff] : [code]) { bytes.push(byte); from.push(i); to.push(i + 1); }
  }
  return { bytes, from, to };
}

function utf8At(bytes: readonly number[], i: number): { text: string; length: number } {
  const length = sequenceLength(bytes, i);
  return length > 0 ? { text: String.fromCodePoint(codePoint(bytes, i, length)), length } : { text: '', length: brokenLength(bytes, i) };
}

function gbkAt(bytes: readonly number[], i: number): { text: string; length: number } {
  const first = bytes[i]!, second = bytes[i + 1] ?? -1;
  if (first >= 0 && first < 0x80) return { text: String.fromCharCode(first), length: 1 };
  const unit = first < 0 || second < 0 ? 0 : gbk().unitOf[first * 256 + second]!;
  // other languages spell rare characters; Chinese is in the rows of GB 2312
  return unit !== 0 && first >= 0xa1 && first <= 0xf7 && second >= 0xa1 ? { text: String.fromCharCode(unit), length: 2 } : { text: '', length: 1 };
}

/** Bytes of the UTF-8 sequence at `i`, 0 where there is none. */
function sequenceLength(bytes: readonly number[], i: number): number {
  const first = bytes[i]!, length = first < 0 ? 0 : first < 0x80 ? 1 : first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  for (let k = 1; k < length; k++) { const next = bytes[i + k] ?? 0; if (next < 0x80 || next > 0xbf) return 0; }
  return length;
}

/** Bytes of one character that lost some of its own: what is left of it, and the sign of the loss. */
function brokenLength(bytes: readonly number[], i: number): number {
  let length = 1;
  while (length < 3 && (bytes[i + length] ?? 0) >= 0x80 && bytes[i + length]! <= 0xbf) length++;
  return length < 4 && bytes[i]! >= 0 && bytes[i + length] === -1 ? length + 1 : length;
}

function codePoint(bytes: readonly number[], i: number, length: number): number {
  if (length === 1) return bytes[i]!;
  let code = bytes[i]! & (0x7f >> length);
  for (let k = 1; k < length; k++) code = code * 64 + (bytes[i + k]! & 0x3f);
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code;
}

/** One defect a line: such a text is wrong as a whole. */
function lineDefects(given: string, { text, starts, ends }: Repaired, { is, readAs }: WrongEncoding): Defect[] {
  const defects: Defect[] = [];
  for (let i = 0; i < text.length;) {
    let end = text.indexOf('\n', i);
    if (end < 0) end = text.length;
    const repair = text.slice(i, end).replace(/\r$/u, ''), start = starts[i]!, stop = repair === '' ? start : ends[i + repair.length - 1]!;
    if (given.slice(start, stop) !== repair) {
      const lost = repair.includes('\uFFFD');
      defects.push({
        start, end: stop, kind: 'encoding', code: lost ? 'encoding.partly' : 'encoding.decoded', args: { is, readAs }, repair,
        message: `${is} that was read as ${readAs}${lost ? '; some bytes are lost' : ''}`,
      });
    }
    i = end + 1;
  }
  return defects;
}
