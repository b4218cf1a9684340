import { piecesOf } from '../pieces';

/**
 * What one look at every unit of a text tells about damage, so that a clean text costs nothing more. All are counts, and no look goes beyond a
 * line: those of a text are the sums of those of its lines.
 */
export interface Scan {
  /** units that are debris wherever they stand: invisible, lost, of private use; or the & of an entity */
  readonly debris: number;
  /** no-break and other odd spaces, and ideographic spaces beside plain ones */
  readonly spaces: number;
  /** vowels with a tone mark, as in a reading 「(qū)」 */
  readonly toned: number;
  /** readings with a tone mark in half-width brackets, or after the ? that swallowed one */
  readonly readings: number;
  /** a ? or U+FFFD behind a Han character */
  readonly lost: number;
  /** units that UTF-8 shows as where it was read as GBK */
  readonly readAsGbk: number;
  /** units of the upper half of Latin-1, which any Chinese text is full of where it was read as that */
  readonly readAsLatin: number;
}

type Counts = { -readonly [K in keyof Scan]: Scan[K] };

const DEBRIS = 1, ODD_SPACE = 2, IDEOGRAPHIC = 3, TONED = 4, QUESTION = 5, GBK_SIGN = 6, LATIN_SIGN = 7, REPLACEMENT = 8;
/** What GBK makes of the UTF-8 bytes of the commonest characters and marks of Chinese (。, ，, 的, 一, 是 …). */
const GBK_SIGNS = '锛銆鐨鏄涓殑浠鍙绔骞浼佸鍚鍏';
const TONED_VOWELS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ';

let table: Uint8Array | undefined;

function classes(): Uint8Array {
  if (table) return table;
  const t = new Uint8Array(0x10000), put = (from: number, to: number, cls: number): void => { t.fill(cls, from, to + 1); };
  for (const [from, to] of [[0xad, 0xad], [0x180e, 0x180e], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2064], [0x2066, 0x2069], [0xfeff, 0xfeff], [0xe000, 0xf8ff], [0x26, 0x26]] as const) put(from, to, DEBRIS);
  for (const unit of [0xa0, 0x1680, 0x202f, 0x205f]) t[unit] = ODD_SPACE;
  put(0x2000, 0x200a, ODD_SPACE);
  t[0x3000] = IDEOGRAPHIC;
  t[0x3f] = QUESTION;
  t[0xfffd] = REPLACEMENT;
  for (const c of TONED_VOWELS) t[c.charCodeAt(0)] = TONED;
  put(0xa1, 0xac, LATIN_SIGN);
  put(0xae, 0xff, LATIN_SIGN);
  for (const c of GBK_SIGNS) t[c.charCodeAt(0)] = GBK_SIGN;
  return (table = t);
}

const READING = /[(?][a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}\)/gu;

/** Looks at every unit once. */
export function scan(text: string): Scan {
  const found: Counts = { debris: 0, spaces: 0, toned: 0, readings: 0, lost: 0, readAsGbk: 0, readAsLatin: 0 }, t = classes();
  for (let i = 0; i < text.length; i++) {
    const cls = t[text.charCodeAt(i)]!;
    if (cls !== 0) note(found, cls, text, i);
  }
  if (found.toned > 0) found.readings = text.match(READING)?.length ?? 0;
  return found;
}

/** The same in steps. */
export function* scanInSteps(text: string): Generator<void, Scan> {
  let sum: Scan | undefined;
  for (const piece of piecesOf(text)) {
    sum = sum ? plus(sum, scan(piece), 1) : scan(piece);
    yield;
  }
  return sum ?? scan('');
}

/** What a look at a text tells where some of its lines were exchanged for others. */
export function scanAgain(whole: Scan, before: string, after: string): Scan {
  return plus(plus(whole, scan(after), 1), scan(before), -1);
}

function plus(a: Scan, b: Scan, sign: 1 | -1): Scan {
  const sum: Counts = { ...a };
  for (const key of Object.keys(sum) as (keyof Scan)[]) sum[key] += sign * b[key];
  return sum;
}

function note(found: Counts, cls: number, text: string, i: number): void {
  if (cls === IDEOGRAPHIC) { if (text.charCodeAt(i + 1) === 0x20 || text.charCodeAt(i - 1) === 0x20) found.spaces++; }
  else if (cls === DEBRIS) found.debris++;
  else if (cls === ODD_SPACE) found.spaces++;
  else if (cls === TONED) found.toned++;
  else if (cls === GBK_SIGN) found.readAsGbk++;
  else if (cls === LATIN_SIGN) { found.readAsLatin++; found.toned++; }
  else if (cls === QUESTION) { if (text.charCodeAt(i - 1) > 0x2fff || text.charCodeAt(i + 1) === 0x3f) found.lost++; }
  else { found.debris++; found.lost++; }
}
