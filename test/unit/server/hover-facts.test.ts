import { afterEach, describe, expect, it } from 'vitest';
import type { Entity, EntityType } from '../../../src/engine/analysis';
import { useLocale } from '../../../src/node/l10n';
import { factLines } from '../../../src/server/features/hover-facts';

const entity = (type: EntityType, facts: Record<string, string>): Entity => ({ id: 'e', type, name: 'n', facts, mentions: [{ start: 0, end: 1, text: 'n', rule: 'model' }] });

afterEach(() => useLocale('en'));

describe('facts in words', () => {
  it.each<[EntityType, Record<string, string>, string[], string[]]>([
    ['PER', { titles: '云岭县委书记、县长' }, ['云岭县委书记, 县长'], ['云岭县委书记、县长']],
    ['PER', { titles: '市委书记、主任', titleCounts: '3、1', titlePlaces: '岚江市、' }, ['市委书记 (岚江市) ×3, 主任'], ['市委书记（岚江市） ×3、主任']],
    ['POS', { holders: '陆远、沈望' }, ['Held by 陆远、沈望'], ['任职者：陆远、沈望']],
    ['TIME', { iso: 'P5Y' }, ['5 years · P5Y'], ['5年 · P5Y']],
    ['TIME', { iso: 'PT30M' }, ['30 minutes · PT30M'], ['30分钟 · PT30M']],
    ['TIME', { iso: '2012/..' }, ['from 2012 on · 2012/..'], ['2012 起 · 2012/..']],
    ['TIME', { iso: '../2026-07-25' }, ['until 2026-07-25 · ../2026-07-25'], ['截至 2026-07-25 · ../2026-07-25']],
    ['ORG', { parent: '东江大学' }, ['Part of 东江大学'], ['隶属 东江大学']],
    ['LOC', { path: '甲省 › 乙市', code: '990100', level: 'city' }, ['甲省 › 乙市 · 990100'], ['甲省 › 乙市 · 990100']],
    ['LOC', { candidates: '甲省 › 和平区 990101；乙市 › 和平区 980102' }, ['One of: 甲省 › 和平区 990101；乙市 › 和平区 980102'], ['可能是：甲省 › 和平区 990101；乙市 › 和平区 980102']],
    ['TIME', { iso: '--09-07' }, ['--09-07, year not stated in the text'], ['--09-07（文中未写明年份）']],
    ['TIME', { iso: '2020-09-07', inferred: 'year' }, ['2020-09-07, the year taken from the other dates of the text'], ['2020-09-07（年份据文中其他日期推定）']],
    ['TIME', { iso: '2021/2025' }, ['2021 – 2025'], ['2021 – 2025']],
    ['NUM', { value: '5000000', unit: '片' }, ['5,000,000 片'], ['5,000,000 片']],
    ['NUM', { value: '37.12345', unit: '%', bound: 'approx' }, ['about 37.12345%'], ['约 37.12345%']],
    ['NUM', { value: '1000', upTo: '20000', unit: '人', bound: 'atLeast' }, ['at least 1,000–20,000 人'], ['不少于 1,000–20,000 人']],
    ['DOC', { title: '关于某事的通知', number: '云政发〔2021〕3号', year: '2021' }, ['Number: 云政发〔2021〕3号', '2021'], ['文号：云政发〔2021〕3号', '2021']],
    ['DOC', { issuer: '国务院', year: '2021' }, ['Issued by 国务院 · 2021'], ['发文机关：国务院 · 2021']],
    ['TERM', { definition: '意思', definitionEn: 'meaning', expansion: '甲；乙', originYear: '2013', originOccasion: '会上', source: '某报告' },
      ['meaning', 'Namely: 甲；乙', 'Origin: 2013, 会上', 'Glossary, after 某报告'], ['意思', '具体为：甲；乙', '出处：2013、会上', '词表释义，依据：某报告']],
    ['POS', {}, [], []],
    ['NUM', {}, [], []],
  ])('%s %j', (type, facts, en, zh) => {
    expect(factLines(entity(type, facts))).toEqual(en);
    useLocale('zh-cn');
    expect(factLines(entity(type, facts))).toEqual(zh);
  });
});
