import type { Defect } from '../../analysis';
import type { Repaired } from '../offset-map';
import { isHan, isWide } from '../fold';
import { Edits } from './edits';
import { traditionalOf } from './forms';
import { LanguageModel } from './language';
import { describePage } from './page-defects';
import { pageOf } from './page';
import { decode } from './pinyin-page';
import { readTokens } from './tokens';

const QUESTION = 0x3f, REPLACEMENT = 0xfffd, NEWLINE = 0x0a;
/** places and lines that are looked into at most, and how much of a line; a text with more has another trouble */
const MOST_PLACES = 200, MOST_LINES = 50, LONGEST_LINE = 4000;
/** A lone byte that showed as ? or U+FFFD before the ! that took its partner's place; characters that are read out of step follow. */
const OUT_OF_STEP = /[?\uFFFD]![\u4e00-\u9fff]{3}/;
/** decoding steps for a line */
const STEPS_PER_UNIT = 200, LEAST_STEPS = 200_000;
/** what a decoded line must be likelier by, for each character that changed (natural logarithm) */
const GAIN_PER_CHARACTER = 2;
/** what a character must be likelier by than a question mark (natural logarithm); the most on a hundred questions in half-width texts was 8 */
const GAIN_OVER_QUESTION = 11;
/** how likely a character must be to stand in the repaired text, to be offered */
const CERTAIN = 0.985, OFFERED = 0.03;
const MOST_CANDIDATES = 5;
/** where one of these stands shortly before, a ? is a question */
const ASKS = /[吗吧呢么何谁哪几怎否多孰岂啥咋嘛啊]|[不没][^，。；,;]{0,3}$|还是/u;
const LOOKED_BACK = 16;
/** characters that fit nearly everywhere: they tell nothing against a question mark */
const FITS_EVERYWHERE = new Set(Array.from('的了和与及是在也都就而把被对从向为以不有等一个这那中上下', (c) => c.charCodeAt(0)));

type Found = { repaired: Repaired | undefined; defects: Defect[] };

/** Repairs lines that are read one byte out of step from a lone byte on, on a page without readings. */
export function repairOutOfStep(text: string): Found {
  const edits = new Edits(text), defects: Defect[] = [];
  if (!OUT_OF_STEP.test(text)) return { repaired: undefined, defects };
  let lines = 0;
  for (let start = 0; start < text.length && lines < MOST_LINES;) {
    const newline = text.indexOf('\n', start), end = newline < 0 ? text.length : newline, line = text.slice(start, end);
    if (line.length <= LONGEST_LINE && OUT_OF_STEP.test(line)) {
      lines++;
      const found = decodeLine(line, text.slice(Math.max(0, start - LONGEST_LINE), start) + text.slice(end, end + LONGEST_LINE));
      for (const d of found) {
        if (d.repair !== undefined) edits.replace(start + d.start, start + d.end, d.repair);
        defects.push({ ...d, start: start + d.start, end: start + d.end });
      }
    }
    start = end + 1;
  }
  return { repaired: edits.result(), defects };
}

/** The defects of a line where another reading of its bytes is far likelier; none where it is right as it stands. */
function decodeLine(line: string, around: string): Defect[] {
  const tokens = readTokens(line.replaceAll('\uFFFD', '?')), page = pageOf(tokens, new Set(), [around], isTraditional(around + line));
  const { emissions, doubts } = decode(tokens, page, { left: STEPS_PER_UNIT * line.length + LEAST_STEPS });
  const written = emissions.map((e) => (e.unit === QUESTION && line.charCodeAt(e.start) === REPLACEMENT ? { ...e, unit: REPLACEMENT } : e));
  const { repaired, defects } = describePage(line, { emissions: written, doubts });
  const changed = defects.reduce((n, d) => n + (d.repair?.length ?? 0), 0);
  return logLikelihood(page.model, repaired.text) - logLikelihood(page.model, line) > GAIN_PER_CHARACTER * changed ? defects : [];
}

/** Whether a text is written in traditional characters: they are among the commonest of any text. */
const isTraditional = (text: string): boolean => /[國會這個發們對時業產]/u.test(text);

function logLikelihood(model: LanguageModel, text: string): number {
  let z = model.classOf(NEWLINE), a = z, b = z, sum = 0;
  for (let i = 0; i < text.length; i++) {
    const c = model.classOf(text.charCodeAt(i));
    sum += model.score(z, a, b, c);
    z = a;
    a = b;
    b = c;
  }
  return sum;
}

/** Finds single characters that were lost between others and show as ? or U+FFFD, and what they can have been. */
export function findLostCharacters(text: string): Found {
  const edits = new Edits(text), defects: Defect[] = [], places = placesOf(text);
  if (places.length === 0) return { repaired: undefined, defects };
  const model = new LanguageModel(), traditional = isTraditional(text);
  for (const line of text.slice(0, LEARNT).split(/[\n?\uFFFD]/u)) model.learn(line);
  for (const at of places) {
    const defect = lostCharacter(model, text, at, traditional);
    if (!defect) continue;
    if (defect.repair !== undefined) edits.replace(at, at + 1, defect.repair);
    defects.push(defect);
  }
  return { repaired: edits.result(), defects };
}

/** so much of a text is learnt from */
const LEARNT = 100_000;

function placesOf(text: string): number[] {
  const places: number[] = [];
  for (let i = 1; i < text.length - 1 && places.length < MOST_PLACES; i++) {
    const unit = text.charCodeAt(i);
    if ((unit === REPLACEMENT || unit === QUESTION) && isHan(text.charCodeAt(i - 1)) && couldBeLost(text, unit, i)) places.push(i);
  }
  return places;
}

function couldBeLost(text: string, unit: number, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return unit === REPLACEMENT ? isWide(next) : isHan(next) && !ASKS.test(text.slice(Math.max(0, at - LOOKED_BACK), at));
}

/** What a character was, by those around it; undefined where a ? may be a question mark. */
function lostCharacter(model: LanguageModel, text: string, at: number, traditional: boolean): Defect | undefined {
  const ids = Array.from({ length: 6 }, (_, i) => model.classOf(text.charCodeAt(at - 3 + i) || NEWLINE)) as [number, number, number, number, number, number];
  const [z, a, b, , d, e] = ids, score = (c: number): number => model.score(z, a, b, c) + model.score(a, b, c, d) + model.score(b, c, d, e);
  const scored = [...model.followers(a, b)].flatMap((c) => { const unit = model.unitOf(c); return unit ? [{ unit, score: score(c) }] : []; }).sort((x, y) => y.score - x.score);
  const [best] = scored, isQuestion = text.charCodeAt(at) === QUESTION;
  if (isQuestion && (!best || FITS_EVERYWHERE.has(best.unit) || best.score - score(model.classOf(QUESTION)) < GAIN_OVER_QUESTION)) return undefined;
  const sum = scored.reduce((n, s) => n + Math.exp(s.score - best!.score), 0), shares = scored.map((s) => ({ text: String.fromCharCode(traditional ? traditionalOf(s.unit) : s.unit), share: Math.exp(s.score - best!.score) / sum }));
  const candidates = [...new Set(shares.filter((s) => s.share >= OFFERED).slice(0, MOST_CANDIDATES).map((s) => s.text))], certain = (shares[0]?.share ?? 0) >= CERTAIN;
  const place = { start: at, end: at + 1, kind: isQuestion ? 'mojibake' as const : 'replacementCharacter' as const };
  if (certain) return { ...place, code: 'lost.completed', args: { text: candidates[0]! }, message: `A lost character; one alone makes words here: ${candidates[0]!}`, repair: candidates[0]! };
  if (candidates.length === 0) return undefined;
  return { ...place, code: 'lost.unclear', message: `A lost character; it could be: ${candidates.join(', ')}`, candidates };
}

