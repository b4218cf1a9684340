import { isHan, simplifiedOf, unitsToString } from '../fold';
import { type Budget, Decoder, type Emission, type Page } from './decode';
import { isConvertedForm } from './forms';
import { gbk } from './gbk';
import { LanguageModel } from './language';
import { hasReading } from './readings';
import { Kind, readTokens, type Tokens } from './tokens';

/** A page decoded anew: its characters in order, and the places that could also be read otherwise. */
export interface DecodedPage {
  readonly emissions: readonly Emission[];
  readonly doubts: readonly { at: number; best: Emission[]; rival: Emission[] }[];
}

/** Cheap test before any table is made: a tone-marked reading in half-width brackets, or after the ? that swallowed one. */
const SUSPECT = /[(?][a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}\)/;
/** so many annotated common characters make a page one of the family */
const MIN_EVIDENCE = 2;
/** a character that the site annotates has its reading nearly everywhere; the rest stands in shifted stretches */
const ANNOTATED_SHARE = 0.7;
/** decoding steps a token may cost on average (measured: 10), and a text in all, before guessing stops */
const STEPS_PER_TOKEN = 15, MIN_STEPS = 1_500_000, MAX_STEPS = 6_000_000;

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
  const quick = decode(tokens, pageOf(tokens, annotated, []), { left: 0 });
  return decode(tokens, pageOf(tokens, annotated, intactStretches(given, quick.emissions)), { left: Math.min(MIN_STEPS + STEPS_PER_TOKEN * tokens.length, MAX_STEPS) });
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

function decode(tokens: Tokens, page: Page, budget: Budget): DecodedPage {
  const decoder = new Decoder(tokens, page, budget);
  const emissions = chain(decoder.run(), -1);
  const doubts = decoder.doubts.map(({ best, rival }) => {
    const from = parting(best, rival);
    return { at: best?.end ?? 0, best: chain(best, from), rival: chain(rival, from) };
  });
  return { emissions, doubts };
}

/** The characters of a chain in order, back to those that start before `from`. */
function chain(last: Emission | undefined, from: number): Emission[] {
  const all: Emission[] = [];
  for (let e = last; e && e.start >= from; e = e.before) all.push(e);
  return all.reverse();
}

/** Where two chains part: they share their beginning as objects. */
function parting(a: Emission | undefined, b: Emission | undefined): number {
  let x = a, y = b, at = Math.max(a?.end ?? 0, b?.end ?? 0);
  while (x !== y) {
    if (!y || (x && x.start >= y.start)) { at = Math.min(at, x!.start); x = x!.before; } else { at = Math.min(at, y.start); y = y.before; }
  }
  return at;
}

/** The characters that carry readings throughout, if the page is one of the family; undefined if not. */
function annotatedCharacters(tokens: Tokens): Set<number> | undefined {
  const { unitOf } = gbk(), all = new Map<number, number>(), read = new Map<number, number>();
  let evidence = 0;
  for (let t = 0; t < tokens.length; t++) {
    const kind = tokens.kind[t]!;
    if (kind !== Kind.Pair) continue;
    const code = tokens.code[t]!, unit = unitOf[code]!, next = tokens.kind[t + 1];
    all.set(code, (all.get(code) ?? 0) + 1);
    if (t + 1 >= tokens.length || next !== Kind.Reading || !hasReading(unit, tokens.reading.get(t + 1) ?? '')) continue;
    read.set(code, (read.get(code) ?? 0) + 1);
    if (isHan(unit) && simplifiedOf(unit) !== unit && isConvertedForm(unit)) evidence++;
  }
  if (evidence < MIN_EVIDENCE) return undefined;
  return new Set([...read].filter(([code, n]) => n >= ANNOTATED_SHARE * (all.get(code) ?? 0)).map(([code]) => code));
}

function pageOf(tokens: Tokens, annotated: ReadonlySet<number>, learnt: readonly string[]): Page {
  const model = new LanguageModel(), seen = new Map<number, number>();
  for (let t = 0; t < tokens.length; t++) if (tokens.kind[t] === Kind.Pair) count(seen, gbk().unitOf[tokens.code[t]!]!);
  for (const stretch of learnt) model.learn(stretch);
  return { model, annotated, formCost: (unit) => formCost(unit, seen) };
}

const count = (counts: Map<number, number>, unit: number): void => { counts.set(unit, (counts.get(unit) ?? 0) + 1); };

/** what a mark costs among all marks; others by what the page itself shows */
const MARK_COST = new Map(Object.entries({ '。': 1.2, '、': 1.5, '“': 2.2, '”': 2.2, '《': 3.5, '》': 3.5, '‘': 5, '’': 5, '—': 4, '…': 6, '·': 5 }).map(([c, n]) => [c.charCodeAt(0), n]));

function formCost(unit: number, seen: ReadonlyMap<number, number>): number {
  if (isHan(unit)) return isConvertedForm(unit) || (seen.get(unit) ?? 0) >= 3 ? 0 : 5;
  return MARK_COST.get(unit) ?? ((seen.get(unit) ?? 0) >= 3 ? 7 : 12);
}
