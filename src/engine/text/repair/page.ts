import { isHan, simplifiedOf } from '../fold';
import { isConvertedForm } from './forms';
import { gbk } from './gbk';
import { LanguageModel } from './language';
import { hasReading } from './readings';
import { Kind, type Tokens } from './tokens';

/** What the decoder knows of the page besides its bytes. */
export interface Page {
  readonly model: LanguageModel;
  /** codes of the characters that the site annotates: wherever their bytes occur, a reading follows */
  readonly annotated: ReadonlySet<number>;
  /** the letter that may have been lost before a token, if the letters that begin there are the rest of an abbreviation */
  letterBefore(t: number): number | undefined;
  /** the cost (negative logarithm) of a form of writing that such a page would hardly have, 0 for the usual */
  formCost(unit: number): number;
}

/** so many annotated characters make a page one of the family */
const MIN_EVIDENCE = 2;
/** Such a page annotates traditional characters: it looked for those that its conversion had made. A primer annotates all, so this share of others is too much. */
const MOST_OTHERS = 0.25;
/** Readings go on in running text; in a dictionary most stand before a colon, a space or a line's end. */
const LEAST_RUNNING = 0.5;
/** a character that the site annotates has its reading nearly everywhere; the rest stands in shifted stretches */
const ANNOTATED_SHARE = 0.7;

/** The characters that carry readings throughout, if the page is one of the family; undefined if not. */
export function annotatedCharacters(tokens: Tokens): Set<number> | undefined {
  const { unitOf } = gbk(), all = new Map<number, number>(), read = new Map<number, number>();
  let evidence = 0, others = 0, running = 0;
  for (let t = 0; t < tokens.length; t++) {
    if (tokens.kind[t] !== Kind.Pair) continue;
    const code = tokens.code[t]!, unit = unitOf[code]!;
    count(all, code);
    if (tokens.kind[t + 1] !== Kind.Reading || !hasReading(unit, tokens.reading.get(t + 1) ?? '')) continue;
    count(read, code);
    if (!isHan(unit)) continue;
    if (simplifiedOf(unit) === unit) others++;
    else if (isConvertedForm(unit)) evidence++;
    if (goesOn(tokens, t + 2)) running++;
  }
  const isPage = evidence >= MIN_EVIDENCE && others <= MOST_OTHERS * (evidence + others) && running >= LEAST_RUNNING * (evidence + others);
  return isPage ? new Set([...read].filter(([code, n]) => n >= ANNOTATED_SHARE * (all.get(code) ?? 0)).map(([code]) => code)) : undefined;
}

/** Whether running text stands at a token: a character, or half-width marks as such pages have them. */
function goesOn(tokens: Tokens, t: number): boolean {
  return t < tokens.length && (tokens.kind[t] !== Kind.Ascii || !DICTIONARY_MARKS.has(tokens.code[t]!)) && !(tokens.kind[t] === Kind.Pair && DICTIONARY_MARKS.has(gbk().unitOf[tokens.code[t]!]!));
}

const DICTIONARY_MARKS = new Set(Array.from(' \n\r\t:=/：　【[、;；', (c) => c.charCodeAt(0)));

/**
 * A page of tokens.
 * @param learnt stretches that are taken for right
 * @param converted whether the page was turned into traditional characters one by one
 */
export function pageOf(tokens: Tokens, annotated: ReadonlySet<number>, learnt: readonly string[], converted: boolean): Page {
  const model = new LanguageModel(), seen = new Map<number, number>(), ofClass = new Map<number, number>(), { unitOf } = gbk();
  for (let t = 0; t < tokens.length; t++) {
    const unit = tokens.kind[t] === Kind.Pair ? unitOf[tokens.code[t]!]! : tokens.code[t]!;
    count(seen, unit);
    if (!isHan(unit)) count(ofClass, model.classOf(unit));
  }
  for (const stretch of learnt) model.learn(stretch);
  const hanCost = (unit: number): number => ((converted ? isConvertedForm(unit) : simplifiedOf(unit) === unit) || (seen.get(unit) ?? 0) >= USUAL_FORM ? 0 : RARE_FORM);
  return { model, annotated, letterBefore: lettersBefore(tokens), formCost: (unit) => (isHan(unit) ? hanCost(unit) : markCost(unit, model, seen, ofClass)) };
}

/** so many times a form has to be there to be one of the page's */
const USUAL_FORM = 3;
const RARE_FORM = 5, RARE_MARK = 12, SEEN_MARK = 7;
/** The forms of marks that the model takes for one, so that the page itself has to say which it uses; a form never seen counts as this part of one. */
const UNSEEN_FORM = 0.02;
/** marks that every page has, before any is seen */
const USUAL_MARKS = new Set(Array.from('。、“”‘’《》—…〔〕', (c) => c.charCodeAt(0)));

function markCost(unit: number, model: LanguageModel, seen: ReadonlyMap<number, number>, ofClass: ReadonlyMap<number, number>): number {
  const n = seen.get(unit) ?? 0, id = model.classOf(unit);
  if (model.isOther(id)) return n >= USUAL_FORM ? SEEN_MARK : RARE_MARK;
  return -Math.log((n + (USUAL_MARKS.has(unit) ? 1 : UNSEEN_FORM)) / ((ofClass.get(id) ?? 0) + 1 + UNSEEN_FORM));
}

/** Abbreviations of official reports, beside those of the page itself. */
const ABBREVIATIONS = ['PM', 'GDP', 'CPI', 'PPI', 'PMI', 'AI', 'IT', 'APP', 'VR', 'AR', 'PPP', 'BOT', 'EPC', 'VOC', 'VOCs', 'COD', 'ICU', 'LED', 'LNG', 'WTO', 'APEC', 'RCEP', 'ISO', 'IP', 'KPI', 'CBD', 'DNA'];

/** Finds the first letter of an abbreviation of which a token begins the rest. */
function lettersBefore(tokens: Tokens): (t: number) => number | undefined {
  const first = new Map(ABBREVIATIONS.map((a) => [a.slice(1), a.charCodeAt(0)]));
  for (let t = 0; t < tokens.length; t++) {
    const run = lettersAt(tokens, t);
    if (run.length > 1) first.set(run.slice(1), run.charCodeAt(0));
    t += run.length;
  }
  return (t) => first.get(lettersAt(tokens, t));
}

/** The letters from a token on; none if there are more than any abbreviation has. */
function lettersAt(tokens: Tokens, from: number): string {
  let run = '';
  for (let t = from; t < tokens.length && tokens.kind[t] === Kind.Ascii && isLetter(tokens.code[t]!); t++) {
    if (run.length === LONGEST_ABBREVIATION) return '';
    run += String.fromCharCode(tokens.code[t]!);
  }
  return run;
}

const LONGEST_ABBREVIATION = 8;
const isLetter = (unit: number): boolean => (unit | 32) >= 0x61 && (unit | 32) <= 0x7a;
const count = (counts: Map<number, number>, key: number): void => { counts.set(key, (counts.get(key) ?? 0) + 1); };
