import { unitsToString } from '../fold';
import type { Doubt } from './beam';
import { lengthOf, type Emission } from './costs';
import { type Budget, Decoder } from './decode';
import { annotatedCharacters, pageOf, type Page } from './page';
import { readTokens, type Tokens } from './tokens';

/** A page decoded anew: its characters in order, and the places that could also be read otherwise. */
export interface DecodedPage {
  readonly emissions: readonly Emission[];
  /** in text order */
  readonly doubts: readonly PageDoubt[];
}

/** Characters, by index, that could also be others; `margin` is how much likelier the better reading is (natural logarithm). */
export interface PageDoubt { readonly from: number; readonly to: number; readonly rival: string; readonly margin: number }

/** Cheap test before any table is made: a tone-marked reading in half-width brackets, or after the ? that swallowed one. */
const SUSPECT = /[(?][a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}\)/;
/** decoding steps a token may cost on average (measured: 100 on a page that is shifted throughout), and a text in all, before guessing stops; a step takes some 100 to 500 ns */
const STEPS_PER_TOKEN = 150, MIN_STEPS = 2_000_000, MAX_STEPS = 10_000_000;

/**
 * Repairs a page of the family where "(pinyin)" was injected into the GBK bytes. What such a page went through: half-width marks;
 * simplified to traditional characters one for one; a reading in brackets inserted after each of a fixed set of characters, at any byte
 * offset; A3 A1 turned into !; decoded as GBK, where a lead byte before an ASCII byte shows as ? (and swallows a bracket) and an
 * undefined pair vanishes.
 * @returns undefined where the text is no such page
 */
export function decodePinyinPage(given: string): DecodedPage | undefined {
  if (!SUSPECT.test(given)) return undefined;
  const tokens = readTokens(given), annotated = annotatedCharacters(tokens);
  if (!annotated) return undefined;
  const quick = decode(tokens, pageOf(tokens, annotated, [], true), { left: 0 });
  return decode(tokens, pageOf(tokens, annotated, intactStretches(given, quick.emissions), true), { left: Math.min(MIN_STEPS + STEPS_PER_TOKEN * tokens.length, MAX_STEPS) });
}

/** The text between the places that were put together again. */
function intactStretches(given: string, emissions: readonly Emission[]): string[] {
  const stretches: string[] = [];
  let units: number[] = [];
  for (const e of emissions) {
    if (given.charCodeAt(e.start) === e.unit) { units.push(e.unit); continue; }
    stretches.push(unitsToString(Uint16Array.from(units)));
    units = [];
  }
  return [...stretches, unitsToString(Uint16Array.from(units))];
}

/** Decodes tokens, with the places where another decoding was nearly as likely. */
export function decode(tokens: Tokens, page: Page, budget: Budget): DecodedPage {
  const decoder = new Decoder(tokens, page, budget), emissions = chain(decoder.run());
  return { emissions, doubts: decoder.doubts.map(doubtOf).filter(({ from, to, rival }) => from < to || rival !== '') };
}

/** Where two chains differ: they share their beginning as objects, and their ends where characters and places agree. */
function doubtOf({ best, rival, margin }: Doubt): PageDoubt {
  let a = best, b = rival;
  while (a && b && a.unit === b.unit && a.end === b.end && a !== b) { a = a.before; b = b.before; }
  const to = lengthOf(a), others: number[] = [];
  while (a !== b) {
    if (lengthOf(a) >= lengthOf(b)) a = a!.before;
    else { others.push(b!.unit); b = b!.before; }
  }
  return { from: lengthOf(a), to, rival: String.fromCharCode(...others.reverse()), margin };
}

/** The characters of a chain in order. */
function chain(last: Emission | undefined): Emission[] {
  const all = new Array<Emission>(lengthOf(last));
  for (let e = last; e; e = e.before) all[e.index] = e;
  return all;
}
