import { gbk } from './gbk';
import { normalReading } from './readings';

/** What a damaged text is made of. */
export const Kind = {
  /** one byte of at most 0x80 */
  Ascii: 0,
  /** a character of two bytes */
  Pair: 1,
  /** a unit that GBK does not hold */
  Other: 2,
  /** 「(shū)」: an injected reading, or what looks like one */
  Reading: 3,
  /** 「?shù)」: the same after a lone lead byte, which took the bracket with it */
  LostReading: 4,
} as const;

/** The tokens of a text, as columns. */
export interface Tokens {
  readonly length: number;
  readonly kind: Uint8Array;
  /** code of a pair, otherwise the unit */
  readonly code: Uint16Array;
  /** where each token starts in the text; one more entry than tokens */
  readonly start: Int32Array;
  /** the reading of a Reading or LostReading */
  readonly reading: ReadonlyMap<number, string>;
}

const READING = /[(?]([a-zɑɡüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]{1,6})\)/y;
/** units below are one byte each: ASCII, and the lone byte 0x80, which some decoders let through */
const FIRST_PAIR = 0x81;
const BRACKET = 0x28, QUESTION = 0x3f;

/** Cuts a text into tokens; a text of n units gives at most n tokens. */
export function readTokens(text: string): Tokens {
  const { codeOf } = gbk();
  const kind = new Uint8Array(text.length), code = new Uint16Array(text.length), start = new Int32Array(text.length + 1), reading = new Map<number, string>();
  let n = 0;
  for (let i = 0; i < text.length; n++) {
    const unit = text.charCodeAt(i);
    start[n] = i++;
    code[n] = unit;
    if (unit === BRACKET || unit === QUESTION) {
      READING.lastIndex = i - 1;
      const m = READING.exec(text);
      if (m?.[1] === undefined) continue;
      kind[n] = unit === BRACKET ? Kind.Reading : Kind.LostReading;
      reading.set(n, normalReading(m[1]));
      i += m[0].length - 1;
    } else if (unit >= FIRST_PAIR) {
      const pair = codeOf[unit]!;
      kind[n] = pair ? Kind.Pair : Kind.Other;
      if (pair) code[n] = pair;
    }
  }
  start[n] = text.length;
  return { length: n, kind, code, start, reading };
}
