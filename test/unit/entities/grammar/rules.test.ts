import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { findProposals, GRAMMAR_ROWS, settle } from '../../../../src/engine/entities/grammar';
import { matchesOf, type GrammarRow } from '../../../../src/engine/entities/grammar/row';
import { WordFinder } from '../../../../src/engine/lexicon/word-finder';
import { ADDED_ROWS, addMissing } from '../../../../src/engine/entities/grammar/additions';
import { BORDER_RULES, setBorders } from '../../../../src/engine/entities/grammar/borders';
import { KnownWordings } from '../../../../src/engine/entities/grammar/known-wordings';
import { addParallelQuotes } from '../../../../src/engine/entities/grammar/parallel-quotes';
import { SHORT_FORM_RULES, ShortForms, type IsWord } from '../../../../src/engine/entities/grammar/short-forms';
import { splitTitles } from '../../../../src/engine/entities/grammar/split-titles';
import { quotedNameLength } from '../../../../src/engine/entities/grammar/terms';
import type { RawMention } from '../../../../src/engine/entities/raw-mention';
import type { EntityType } from '../../../../src/engine/analysis';
import { toTheEnd } from '../../../../src/engine/steps';
import { fold } from '../../../../src/engine/text/fold';

/** `参观[LOC 青禾市]规划馆`: the text, and the mentions in brackets. */
function marked(line: string): { text: string; mentions: RawMention[] } {
  const mentions: RawMention[] = [];
  let text = '', at = 0;
  for (const m of line.matchAll(/\[([A-Z]+) ([^\]]+)\]/gu)) {
    text += line.slice(at, m.index);
    mentions.push({ start: text.length, end: text.length + m[2]!.length, type: m[1] as EntityType, rule: 'model' });
    text += m[2]!;
    at = m.index + m[0].length;
  }
  return { text: text + line.slice(at), mentions };
}
/** Sentences of the made-up reports. */
function fixtureTexts(): string[] {
  const folder = 'test/fixtures/outline';
  return readdirSync(folder).filter((f) => f.endsWith('.txt')).flatMap((f) => fold(readFileSync(`${folder}/${f}`, 'utf8')).split(/(?<=。)|\n/u));
}
/** The mentions with the short forms of what they name. */
function addShortForms(text: string, mentions: readonly RawMention[], isWord: IsWord): readonly RawMention[] {
  const forms = new ShortForms(isWord);
  toTheEnd(forms.update([], [[text, mentions]]));
  return forms.add(text, mentions);
}
/** The mentions with all others of the same wordings. */
function spreadThroughDocument(text: string, mentions: readonly RawMention[]): readonly RawMention[] {
  const known = new KnownWordings();
  toTheEnd(known.update([], [[text, mentions]]));
  return known.spread(text, mentions);
}
const wordings = (text: string, mentions: readonly RawMention[]): string[] => mentions.map((m) => `${m.type} ${text.slice(m.start, m.end)}`);
/** What a row alone finds, as the grammar reads it. */
const found = (row: GrammarRow, line: string): string[] => ('words' in row ? new WordFinder([{ list: 0, words: row.words }]).find(line) : [...matchesOf(row, line)]).map((m) => line.slice(m.start, m.end));
const lacks = (row: GrammarRow, line: string): string[] => ('needs' in row ? row.needs ?? [] : []).filter((set) => !Array.from(set).some((c) => line.includes(c)));

describe('rows of the grammar', () => {
  it('have names of their own', () => {
    expect(new Set(GRAMMAR_ROWS.map((r) => r.name)).size).toBe(GRAMMAR_ROWS.length);
  });
  it.each(GRAMMAR_ROWS.map((r) => [r.name, r] as const))('%s', (_, row) => {
    expect(found(row, row.example[0])).toContain(row.example[1]);
    expect(found(row, row.counter)).toEqual([]);
  });
  it('need only characters that every text with a match has', () => {
    const texts = [...fixtureTexts(), ...GRAMMAR_ROWS.map((r) => r.example[0])];
    for (const row of GRAMMAR_ROWS) for (const text of texts) if (found(row, text).length > 0) expect([row.name, text, lacks(row, text)]).toEqual([row.name, text, []]);
  });
  it('do not take the end of one amount for the lead of the next', () => {
    expect(findProposals('处1倍以上5倍以下的罚款').map((p) => p.start)).toEqual([1, 5]);
  });
});

describe('rows for what the recognizer leaves out', () => {
  it('have names of their own', () => {
    const names = [...GRAMMAR_ROWS, ...ADDED_ROWS].map((r) => r.name);
    expect(new Set(names).size).toBe(names.length);
  });
  it.each(ADDED_ROWS.map((r) => [r.name, r] as const))('%s', (_, { name, type, example: [line, found], counter }) => {
    expect(addMissing(line, []).filter((m) => m.rule === name).map((m) => [m.type, line.slice(m.start, m.end)])).toEqual([[type, found]]);
    expect(addMissing(counter, []).filter((m) => m.rule === name)).toEqual([]);
  });
  it('have a cue in every sentence they find something in', () => {
    for (const row of ADDED_ROWS) for (const text of fixtureTexts()) if (found(row, text).length > 0) expect([row.name, text, row.cues.some((cue) => text.includes(cue))]).toEqual([row.name, text, true]);
  });
  it.each([
    ['落实[LOC 青藏高原]生态保护法', ['DOC 青藏高原生态保护法']], ['落实[ORG 市教育法]学会', ['ORG 市教育法']], ['其中近[NUM 一半]来自青禾', ['NUM 一半']],
  ])('take the place of what lies inside a document, and cross nothing: %s', (line, becomes) => {
    const { text, mentions } = marked(line);
    expect(wordings(text, addMissing(text, mentions))).toEqual(becomes);
  });
});

describe('borders', () => {
  const tag = (type: EntityType, line: string): string => line.replace('[', `[${type} `);
  it.each(BORDER_RULES.map((r) => [r.name, r] as const))('%s', (_, { name, type, example: [given, becomes], counter }) => {
    const { text, mentions } = marked(tag(type, given));
    const mended = setBorders(text, mentions);
    expect(mended.map((m) => text.slice(m.start, m.end))).toEqual(becomes === '' ? [] : [becomes]);
    if (name.startsWith('type.')) expect(mended[0]!.type).not.toBe(type); else if (mended[0]) expect(mended[0].type).toBe(type);
    const other = marked(tag(type, counter));
    expect(setBorders(other.text, other.mentions)).toEqual(other.mentions);
  });
});

describe('titles with the name of a body in them', () => {
  it.each([['[POS 业务处处长]李四', ['ORG 业务处', 'POS 处长']], ['[ORG 科教][POS 部副部长]李四', ['ORG 科教部', 'POS 副部长']], ['[POS 副县长]李四', ['POS 副县长']], ['[POS 部副部长]', ['POS 部副部长']]])('%s', (line, becomes) => {
    const { text, mentions } = marked(line);
    expect(wordings(text, splitTitles(text, mentions))).toEqual(becomes);
  });
});

describe('short forms', () => {
  const isWord = (word: string): boolean => ['平安', '和平', '开发'].includes(word);
  it.each(SHORT_FORM_RULES.map((r) => [r.name, r] as const))('%s', (_, { name, type, example: [full, line, short], counter }) => {
    const good = marked(`[${type} ${full}]。${line}`);
    expect(addShortForms(good.text, good.mentions, isWord).filter((m) => m.rule === name).map((m) => good.text.slice(m.start, m.end))).toEqual([short]);
    const bad = marked(`[${type} ${counter[0]}]。${counter[1]}`);
    expect(addShortForms(bad.text, bad.mentions, isWord)).toEqual(bad.mentions);
  });
  it('replace pieces that lie inside them, and nothing that reaches beyond', () => {
    const { text, mentions } = marked('[ORG 云杉智造科技集团]建成。云[PER 杉智造]二期，[LOC 云杉智造园]开园');
    expect(wordings(text, addShortForms(text, mentions, isWord))).toEqual(['ORG 云杉智造科技集团', 'ORG 云杉智造', 'LOC 云杉智造园']);
  });
});

describe('a quoted name', () => {
  it.each([['“双轮驱动”', '战略实施', '“双轮驱动”战略'], ['“四个清单”精神', '', '“四个清单”'], ['“四个清单”', '的战略', '“四个清单”'], ['“出新”', '“图强”', '“出新”'], ['“百企”结对帮扶行动', '中', '“百企”结对帮扶行动'], ['清单', '', '']])('%s + %s', (written, next, name) => {
    expect((written + next).slice(0, quotedNameLength(written, next))).toBe(name);
  });
});

describe('parallel quotations', () => {
  it('of one length are terms together', () => {
    const { text, mentions } = marked('落实[TERM “链长”]“链主”制，像“滚雪球”一样');
    expect(wordings(text, addParallelQuotes(text, mentions))).toEqual(['TERM “链长”', 'TERM “链主”']);
  });
});

describe('the whole document', () => {
  it('is searched for what was named in it', () => {
    const { text, mentions } = marked('[PER 韩越]到会。韩越说，[LOC 汀澜]要快，[LOC 汀澜]要稳，汀澜要好，各地教育部门要配合[ORG 教育部]');
    expect(wordings(text, spreadThroughDocument(text, mentions))).toEqual(['PER 韩越', 'PER 韩越', 'LOC 汀澜', 'LOC 汀澜', 'LOC 汀澜', 'ORG 教育部']);
  });
});

describe('settling', () => {
  const sentence = '印发《关于加强管理的意见》，增长约5.6%';
  it('lets marks of titles overrule the model, and adds sure quantities', () => {
    const model = [{ start: 5, end: 7, type: 'ORG' as const }];
    expect(wordings(sentence, settle(model, findProposals(sentence), sentence))).toEqual(['DOC 《关于加强管理的意见》', 'NUM 约5.6%']);
  });
  it('joins the pieces of a plenary session, and knows festivals from villages', () => {
    const text = '十八届三中、四中全会精神，新春村，春节期间', model = [{ start: 0, end: 5, type: 'ORG' as const }, { start: 6, end: 8, type: 'LOC' as const }];
    expect(wordings(text, settle(model, findProposals(text), text))).toEqual(['ORG 十八届三中、四中全会', 'TIME 春节期间']);
  });
  it('lets the grammar speak alone where there is no model', () => {
    expect(wordings(sentence, settle(undefined, findProposals(sentence), sentence))).toEqual(['DOC 《关于加强管理的意见》', 'NUM 约5.6%']);
  });
});
