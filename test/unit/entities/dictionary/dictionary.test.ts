import { describe, expect, it } from 'vitest';
import type { EntityType, ReportAnalysis } from '../../../../src/engine/analysis';
import { createEngine } from '../../../../src/engine/analyze';
import { markWordings } from '../../../../src/engine/entities/dictionary/mark';
import { Wordings } from '../../../../src/engine/entities/dictionary/wordings';
import type { RawMention } from '../../../../src/engine/entities/raw-mention';
import type { DictionaryEntry } from '../../../../src/engine/resources';

const entry = (type: EntityType, name: string, more: Partial<DictionaryEntry> = {}): DictionaryEntry => ({ type, name, aliases: [], source: 'user', ...more });

/** Mentions as `wording:TYPE`, with * where the dictionary found them; `known` are those of the recognizer. */
function marked(text: string, known: readonly [string, EntityType][], entries: readonly DictionaryEntry[]): string[] {
  let from = 0;
  const mentions = known.map(([wording, type]): RawMention => {
    const start = text.indexOf(wording, from);
    from = start + wording.length;
    return { start, end: from, type, rule: 'model' };
  });
  return markWordings(text, mentions, new Wordings(entries)).map((m) => `${text.slice(m.start, m.end)}:${m.type}${m.rule === 'dictionary' ? '*' : ''}`);
}

describe('wordings of a dictionary in a text', () => {
  it.each<[what: string, text: string, known: [string, EntityType][], entries: DictionaryEntry[], found: string[]]>([
    ['are found where nothing was', '云上青禾平台已经上线。', [], [entry('TERM', '云上青禾')], ['云上青禾:TERM*']],
    ['overrule another type', '走进青禾里参观。', [['青禾里', 'PER']], [entry('LOC', '青禾里')], ['青禾里:LOC*']],
    ['are the longest that fit', '青禾里社区', [], [entry('LOC', '青禾里'), entry('LOC', '青禾里社区')], ['青禾里社区:LOC*']],
    ['are found by their aliases', '启岳精密投产', [], [entry('ORG', '启岳精密机械集团', { aliases: ['启岳精密'] })], ['启岳精密:ORG*']],
    ['belong to the first entry that has them', '青禾里', [], [entry('ORG', '青禾里'), entry('LOC', '青禾里')], ['青禾里:ORG*']],
    ['take away what they cross', '宣传教育王明强调', [['宣传教育王', 'PER']], [entry('PER', '王明')], ['王明:PER*']],
    ['end a name that was read too far', '王明强调安全', [['王明强', 'PER']], [entry('PER', '王明')], ['王明:PER*']],
    ['leave a longer name alone', '王明强到场', [['王明强', 'PER']], [entry('PER', '王明')], ['王明强:PER']],
    ['leave a name that they begin alone', '新禾区委要求', [['新禾区委', 'ORG']], [entry('LOC', '新禾区')], ['新禾区委:ORG']],
    ['leave a body of another owner alone', '青禾市教育局负责', [['青禾市教育局', 'ORG']], [entry('ORG', '教育局')], ['青禾市教育局:ORG']],
    ['cut what is no part of a body', '深入启岳研究院调研', [['深入启岳研究院', 'ORG']], [entry('ORG', '启岳研究院')], ['启岳研究院:ORG*']],
    ['are no pieces of Latin words', '引进FAIR和AI技术', [], [entry('TERM', 'AI')], ['AI:TERM*']],
    ['stand beside what was found', '市长王明到青禾里', [['市长', 'POS'], ['王明', 'PER']], [entry('LOC', '青禾里')], ['市长:POS', '王明:PER', '青禾里:LOC*']],
  ])('%s', (_, text, known, entries, found) => {
    expect(marked(text, known, entries)).toEqual(found);
  });

  it('are found in time that grows with the text alone', () => {
    const entries = Array.from({ length: 20_000 }, (_, i) => entry('TERM', `${'甲'.repeat(50)}${i}`));
    const wordings = new Wordings(entries), text = '甲'.repeat(300_000), from = performance.now();
    expect(markWordings(text, [], wordings)).toEqual([]);
    expect(performance.now() - from).toBeLessThan(5000);
  });
});

describe('an analysis with a dictionary', () => {
  const TEXT = '市长陆远到云上青禾平台调研。陆市长强调，云上青禾要加快上线。\n他对青禾云的建设提出要求。\n';
  const analyze = (dictionary: DictionaryEntry[], text = TEXT): ReportAnalysis => createEngine({ dictionary }).analyze(text);

  it('has one entity under the canonical name, with the note and where it is from', () => {
    const { entities } = analyze([entry('TERM', '“云上青禾”政务平台', { aliases: ['云上青禾', '青禾云'], note: '2024年上线', source: 'workspace' })]);
    const found = entities.find((e) => e.name === '“云上青禾”政务平台');
    expect(found).toMatchObject({ id: 'TERM:“云上青禾”政务平台', type: 'TERM', facts: { note: '2024年上线', dictionary: 'workspace', aka: '云上青禾、青禾云' } });
    expect(found!.mentions.map((m) => [TEXT.slice(m.start, m.end), m.rule])).toEqual([['云上青禾', 'dictionary'], ['云上青禾', 'dictionary'], ['青禾云', 'dictionary']]);
  });

  it('parts two persons that sound alike', () => {
    const text = '陆晨晖和陆晨辉出席会议。';
    const names = analyze([entry('PER', '陆晨晖'), entry('PER', '陆晨辉')], text).entities.filter((e) => e.type === 'PER').map((e) => `${e.name} ${e.mentions.length}`);
    expect(names).toEqual(['陆晨晖 1', '陆晨辉 1']);
  });

  it('finds traditional and damaged wordings as their plain twins', () => {
    const dictionary = [entry('ORG', '启岳机械厂')];
    for (const text of ['啟嶽機械廠投產。', '启岳机械厂投产。']) {
      const [found] = analyze(dictionary, text).entities.filter((e) => e.facts['dictionary']);
      expect(found?.name, text).toBe('启岳机械厂');
    }
  });

  it('gives every entity an id of its own and leaves the rest as it was', () => {
    const without = analyze([]).entities, { entities } = analyze([entry('LOC', '青禾云')]);
    expect(new Set(entities.map((e) => e.id)).size).toBe(entities.length);
    expect(entities.filter((e) => !e.facts['dictionary'])).toEqual(without.filter((e) => entities.some((x) => x.id === e.id && !x.facts['dictionary'])));
  });

  it.each([[[]], [[entry('PER', '')]], [[entry('PER', ' '), entry('PER', '\uD800'), entry('TERM', '长'.repeat(5000))]]])('answers whatever the entries are', (entries) => {
    expect(analyze(entries).schema).toBe(1);
  });
});
