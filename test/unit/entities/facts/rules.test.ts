import { describe, expect, it } from 'vitest';
import { PARENT_RULES, parentOf } from '../../../../src/engine/entities/facts/body';
import { readNumber } from '../../../../src/engine/entities/facts/numerals';
import { BOUND_RULES, quantityFacts, readQuantity } from '../../../../src/engine/entities/facts/quantity';
import { planStart, readTime, TIME_RULES } from '../../../../src/engine/entities/facts/time';

describe('rules for times', () => {
  it.each(TIME_RULES.map((r) => [r.name, r] as const))('%s', (name, rule) => {
    expect(readTime(rule.example[0], 2020)).toMatchObject({ rule: name, iso: rule.example[1] });
    expect(readTime(rule.counter, 2020)?.rule).not.toBe(name);
  });

  it.each([
    ['9月7日', undefined, '--09-07', undefined], ['9月7日', 2021, '2021-09-07', true], ['2019年5月', 2021, '2019-05', undefined], ['去年', 2021, '2020', true], ['去年', undefined, undefined, undefined],
    ['上半年', undefined, '--01/--06', undefined], ['今年上半年', 2021, '2021-01/2021-06', true], ['前三季度', 2021, '2021-01/2021-09', true], ['第四季度', 2021, '2021-10/2021-12', true],
    ['“十四五”时期', undefined, '2021/2025', undefined], ['“十四五”末', undefined, '2025', undefined], ['“十一五”期间', undefined, '2006/2010', undefined], ['二〇二五年', undefined, '2025', undefined],
    ['十二月三十一日', undefined, '--12-31', undefined], ['2012年以来', undefined, '2012/..', undefined], ['2025年底前', undefined, '../2025', undefined], ['7月5日至7日', 2019, '2019-07-05/2019-07-07', true],
    ['13月2日', 2019, undefined, undefined], ['2019年2月30日', undefined, undefined, undefined], ['近年来', 2019, undefined, undefined], ['十日', 2019, 'P10D', undefined], ['48小时内', 2019, 'PT48H', undefined], ['三个月', undefined, 'P3M', undefined], ['“十一”', 2019, '2019-10-01', true],
  ])('%s in %s is %s', (written, base, iso, inferred) => {
    const time = readTime(written, base);
    expect(time?.iso).toBe(iso);
    expect(time?.inferred).toBe(inferred);
  });

  it('counts the five-year plans', () => { expect([1, 2, 3, 10, 14, 15].map(planStart)).toEqual([1953, 1958, 1966, 2001, 2021, 2026]); });
});

describe('rules for quantities', () => {
  it.each(BOUND_RULES.map((r) => [r.name, r] as const))('%s', (_, rule) => {
    expect(readQuantity(rule.example)?.bound).toBe(rule.bound);
    expect(readQuantity(rule.counter)?.bound).not.toBe(rule.bound);
  });

  it.each([
    ['约37%', { value: '37', unit: '%', bound: 'approx' }], ['500万片', { value: '5000000', unit: '片' }], ['三分之一', { value: '33.3333333333', unit: '%' }], ['百分之三十五', { value: '35', unit: '%' }],
    ['百亿级', { value: '10000000000', bound: 'order' }], ['6.5亿元', { value: '650000000', unit: '元' }], ['1.2万亿元', { value: '1200000000000', unit: '元' }], ['3,500人', { value: '3500', unit: '人' }],
    ['3至5万元', { value: '30000', upTo: '50000', unit: '元' }], ['5%左右', { value: '5', unit: '%', bound: 'approx' }], ['2个百分点', { value: '2', unit: '个百分点' }], ['六成', { value: '60', unit: '%' }],
    ['五百千瓦', { value: '500', unit: '千瓦' }], ['二百一十三点四万千瓦', { value: '2134000', unit: '千瓦' }], ['十几亿人', { value: '1000000000', unit: '人', bound: 'moreThan' }], ['数百家', { value: '100', unit: '家', bound: 'order' }],
    ['450多万元', { value: '4500000', unit: '元', bound: 'moreThan' }], ['不少于20场', { value: '20', unit: '场', bound: 'atLeast' }], ['若干', {}], ['八百百人', {}],
  ])('%s', (written, facts) => { expect(quantityFacts(written)).toEqual(facts); });

  it.each([['一千二百零三', 1203], ['三亿五千万', 350_000_000], ['二〇二五', 2025], ['十五', 15], ['两万亿', 2e12], ['一万二千', 12_000], ['', undefined], ['个', undefined]])('%s', (written, value) => {
    expect(readNumber(written)).toBe(value);
  });
});

describe('rules for parent bodies', () => {
  it.each(PARENT_RULES.map((r) => [r.name, r] as const))('%s', (_, rule) => {
    expect(rule.pattern.exec(rule.example[0])?.[1]).toBe(rule.example[1]);
    expect(rule.pattern.test(rule.counter)).toBe(false);
  });

  it.each([['国务院办公厅', '国务院'], ['市政府办公室', '市政府'], ['云杉集团锂电事业部', '云杉集团'], ['国务院', undefined]])('%s', (name, parent) => { expect(parentOf(name)).toBe(parent); });
});
