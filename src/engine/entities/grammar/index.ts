import type { Span } from '../../analysis';
import { firstEndingAfter, sorted } from '../../text';
import type { RawMention } from '../raw-mention';
import type { LabelledSpan } from '../recognizer/labels';
import type { Proposal } from '../recognizer/proposal';
import { BODY_ROWS, SESSION_ROWS } from './bodies';
import { DOCUMENT_ROWS } from './documents';
import { QUANTITY_ROWS } from './quantities';
import { matchesOf, type GrammarRow, type PatternRow } from './row';
import { TERM_ROWS } from './terms';
import { TIME_ROWS } from './times';
import { TITLE_ROWS } from './titles';
import { bitsByCharacter, bitsIn } from '../../lexicon/character-bits';
import { WordFinder } from '../../lexicon/word-finder';

export type { GrammarRow } from './row';

/** Every rule, strongest first: where two overlap the earlier group wins, within a group the longer match. */
export const GRAMMAR_GROUPS: readonly (readonly GrammarRow[])[] = [DOCUMENT_ROWS, TIME_ROWS, TERM_ROWS, SESSION_ROWS, QUANTITY_ROWS, BODY_ROWS, TITLE_ROWS];
/** All rows in the order of the groups. A row's index plus one is the kind of its proposals. */
export const GRAMMAR_ROWS: readonly GrammarRow[] = GRAMMAR_GROUPS.flat();

const WORDS = new WordFinder(GRAMMAR_ROWS.flatMap((row, list) => ('words' in row ? [{ list, words: row.words }] : [])));

/** A row by a pattern, with the kind of its proposals and the sets of characters it needs, a bit a set. */
interface Search { readonly row: PatternRow; readonly kind: number; readonly needs: number }
/** What is looked for of a group: its rows by patterns, and the numbers of its rows, from the first up to but not with the last. */
interface Group { readonly searches: readonly Search[]; readonly from: number; readonly to: number }

/** Bits of sets of needed characters: for each character those that it is in. */
const NEEDS = (() => {
  const sets = [...new Set(GRAMMAR_ROWS.flatMap((row) => ('needs' in row ? row.needs ?? [] : [])))];
  return { of: bitsByCharacter(sets), bitsOf: (needs: readonly string[]): number => needs.reduce((bits, set) => bits | (1 << sets.indexOf(set)), 0) };
})();

const GROUPS: readonly Group[] = GRAMMAR_GROUPS.map((group, g) => {
  const from = GRAMMAR_GROUPS.slice(0, g).flat().length;
  return { searches: group.flatMap((row, i): Search[] => ('words' in row ? [] : [{ row, kind: from + i + 1, needs: NEEDS.bitsOf(row.needs ?? []) }])), from, to: from + group.length };
});

/** What the grammar of the genre proposes in a sentence: sorted, none overlapping another. */
export function findProposals(sentence: string): readonly Proposal[] {
  const words = WORDS.find(sentence), has = bitsIn(sentence, NEEDS.of);
  let proposals: Proposal[] | undefined;
  for (const { searches, from, to } of GROUPS) {
    let found: Proposal[] | undefined;
    for (const { row, kind, needs } of searches) if ((has & needs) === needs) for (const { start, end } of matchesOf(row, sentence)) (found ??= []).push({ start, end, kind });
    for (const { start, end, list } of words) if (list >= from && list < to) (found ??= []).push({ start, end, kind: list + 1 });
    if (found) takeFree(found, proposals ? TAKEN.bytes : TAKEN.none(sentence.length), proposals ??= []);
  }
  return proposals ? sorted(proposals, byStart) : NONE;
}

const NONE: readonly Proposal[] = [];
const byStart = (a: Span, b: Span): number => a.start - b.start;
const byStrength = (a: Proposal, b: Proposal): number => b.end - b.start - (a.end - a.start) || a.start - b.start || a.kind - b.kind;

/** For each character of the sentence that is read, 1 where something has taken it: one array for all sentences. */
const TAKEN = {
  bytes: new Uint8Array(1024),
  /** All free, for a sentence of so many characters. */
  none(length: number): Uint8Array {
    if (length > this.bytes.length) this.bytes = new Uint8Array(2 * length);
    else this.bytes.fill(0, 0, length);
    return this.bytes;
  },
};

/** Adds those of a group that nothing stronger has taken, longer ones first. */
function takeFree(found: Proposal[], taken: Uint8Array, proposals: Proposal[]): void {
  for (const p of sorted(found, byStrength)) {
    let free = true;
    for (let i = p.start; i < p.end && free; i++) free = taken[i] === 0;
    if (!free) continue;
    taken.fill(1, p.start, p.end);
    proposals.push(p);
  }
}

/** Rows so sure that what they find is a mention even where the model sees none. */
const SURE = new Set(['time.festival', 'document.number', 'term.thought', 'term.slogan', 'term.pair', 'time.plan', 'time.range', 'time.quarter', 'quantity.share', 'quantity.unit', 'quantity.hanDecimal', 'quantity.range', 'quantity.level', 'body.partyCongress', 'body.residents', 'title.listed']);
/** Rows that overrule the model. */
const CERTAIN = new Set(['document.marks', 'body.agency', 'document.nationalPlan', 'body.coordinated', 'body.plenum']);
/** Rows that speak where there is no model. */
const ALONE_NOT = new Set(['quantity.han', 'term.programme', 'term.fixed', 'body.congress']);

/** Rows that take the place of what the model found inside of them. */
const WHOLE = new Set(['body.plenary', 'document.law', 'term.pair', 'time.weekday', 'time.lastDay', 'document.yearly', 'body.partyCongress']);
/** What makes a festival's name a place's. */
const PLACE_BEHIND = /^[村镇乡路街区县山寺桥]/u;

/**
 * Brings together what the model found in a sentence and what the grammar proposes. A mention that both see carries the rule's name.
 * Without a model (undefined) the grammar speaks alone. Offsets into the sentence.
 */
export function settle(model: readonly LabelledSpan[] | undefined, proposals: readonly Proposal[], sentence: string): RawMention[] {
  if (model && proposals.length === 0) return model.map(byModel);
  const said = proposals.map(({ start, end, kind }): RawMention => { const row = GRAMMAR_ROWS[kind - 1]!; return { start, end, type: row.type, rule: row.name }; });
  if (!model) return said.filter((p) => !ALONE_NOT.has(p.rule));
  const certain = said.filter((p) => CERTAIN.has(p.rule) || WHOLE.has(p.rule) && replacesAny(p, model)), found: RawMention[] = [];
  for (const m of model) if (!touchesAny(m, certain)) found.push(sameSpan(m, said) ?? byModel(m));
  const more = said.filter((p) => SURE.has(p.rule) && !touchesAny(p, certain) && !touchesAny(p, found) && !(p.rule === 'time.festival' && PLACE_BEHIND.test(sentence.slice(p.end, p.end + 1))));
  return certain.length + more.length === 0 ? found : sorted([...found, ...certain, ...more], byStart);
}

const byModel = ({ start, end, type }: LabelledSpan): RawMention => ({ start, end, type, rule: 'model' });

/** Are all mentions of the model that a proposal touches inside of it, and is there one that is not the same? */
function replacesAny(p: RawMention, model: readonly LabelledSpan[]): boolean {
  let isOther = false;
  for (let i = firstEndingAfter(model, p.start); i < model.length && model[i]!.start < p.end; i++) {
    const m = model[i]!;
    if (m.start < p.start || m.end > p.end) return false;
    isOther ||= m.start !== p.start || m.end !== p.end || m.type !== p.type;
  }
  return isOther;
}

/** The proposal that says the same of the same span. */
function sameSpan(m: LabelledSpan, said: readonly RawMention[]): RawMention | undefined {
  const p = said[firstEndingAfter(said, m.start)];
  return p && p.start === m.start && p.end === m.end && (p.type === m.type || p.rule === 'term.fixed') ? p : undefined;
}

function touchesAny(a: Span, sorted: readonly Span[]): boolean {
  const next = sorted[firstEndingAfter(sorted, a.start)];
  return next !== undefined && next.start < a.end;
}
