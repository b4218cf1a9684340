/** What one look at every unit of a text tells about damage, so that a clean text costs nothing more. */
export interface Scan {
  /** units that are debris wherever they stand: invisible, lost, of private use; or the & of an entity */
  debris: boolean;
  /** no-break and other odd spaces, or ideographic spaces mixed with plain ones */
  spaces: boolean;
  /** vowels with a tone mark, as in a reading 「(qū)」 */
  toned: boolean;
  /** a ? or U+FFFD behind a Han character */
  lost: boolean;
  /** units that UTF-8 shows as where it was read as GBK */
  readAsGbk: number;
  /** units of the upper half of Latin-1, which any Chinese text is full of where it was read as that */
  readAsLatin: number;
}

const DEBRIS = 1, ODD_SPACE = 2, IDEOGRAPHIC = 3, TONED = 4, QUESTION = 5, GBK_SIGN = 6, LATIN_SIGN = 7, REPLACEMENT = 8;
/** What GBK makes of the UTF-8 bytes of the commonest characters and marks of Chinese (。, ，, 的, 一, 是 …). */
export const GBK_SIGNS = '锛銆鐨鏄涓殑浠鍙绔骞浼佸鍚鍏';
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

/** Looks at every unit once. */
export function scan(text: string): Scan {
  const found: Scan = { debris: false, spaces: false, toned: false, lost: false, readAsGbk: 0, readAsLatin: 0 }, t = classes();
  for (let i = 0; i < text.length; i++) {
    const cls = t[text.charCodeAt(i)]!;
    if (cls !== 0) note(found, cls, text, i);
  }
  return found;
}

function note(found: Scan, cls: number, text: string, i: number): void {
  if (cls === IDEOGRAPHIC) { if (text.charCodeAt(i + 1) === 0x20 || text.charCodeAt(i - 1) === 0x20) found.spaces = true; }
  else if (cls === DEBRIS) found.debris = true;
  else if (cls === ODD_SPACE) found.spaces = true;
  else if (cls === TONED) found.toned = true;
  else if (cls === GBK_SIGN) found.readAsGbk++;
  else if (cls === LATIN_SIGN) { found.readAsLatin++; found.toned = true; }
  else if (cls === QUESTION) { if (text.charCodeAt(i - 1) > 0x2fff || text.charCodeAt(i + 1) === 0x3f) found.lost = true; }
  else { found.debris = true; found.lost = true; }
}
