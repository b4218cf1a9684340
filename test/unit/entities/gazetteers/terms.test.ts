import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isTerm, termKey, Terms, termsOf, type Term } from '../../../../src/engine/entities/gazetteers/terms';

const json = readFileSync('data/terms.json', 'utf8'), entries = JSON.parse(json) as Term[], terms = Terms.read(json);
const NUMBER: Record<string, number> = { 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8 };

describe('data/terms.json', () => {
  it('holds at least 300 terms', () => { expect(terms.size).toBeGreaterThanOrEqual(300); });

  it.each(entries.map((e) => [e.name, e] as const))('%s is a sound entry', (_, entry) => {
    expect(isTerm(entry)).toBe(true);
    expect(Object.keys(entry).filter((k) => !['name', 'aliases', 'definition', 'definitionEn', 'expansion', 'origin', 'source'].includes(k))).toEqual([]);
    expect(entry.definition.length).toBeLessThan(120);
    expect(entry.definition).toMatch(/。$/u);
    if (entry.origin?.year !== undefined) { expect(entry.origin.year).toBeGreaterThan(1900); expect(entry.origin.year).toBeLessThan(2027); }
    for (const wording of [entry.name, ...(entry.aliases ?? [])]) expect(terms.find(wording)).toEqual(entry);
  });

  it.each(entries.flatMap((e) => {
    const count = NUMBER[/^“?(?:坚持)?([两三四五六七八])(?:个|不|大|有|稳|保|为)(?!.*(?:转变|两公开|两直|三保障|合作))/u.exec(e.name)?.[1] ?? ''];
    return count && e.expansion ? [[e.name, count, e.expansion] as const] : [];
  }))('%s is spelled out in %i parts', (_, count, expansion) => { expect(expansion).toHaveLength(count); });

  it('gives no wording to two terms', () => {
    const wordings = entries.flatMap((e) => [...new Set([e.name, ...(e.aliases ?? [])].map(termKey))]);
    expect(wordings.filter((w, i) => wordings.indexOf(w) !== i)).toEqual([]);
  });
});

describe('reading', () => {
  it('finds a term with and without quotation marks', () => {
    expect(terms.find('“专精特新”')).toBe(terms.find('专精特新'));
    expect(terms.find('「三農」')).toBeUndefined();
    expect(terms.find('「三农」')?.expansion).toEqual(['农业', '农村', '农民']);
  });

  it.each([['no JSON', '{'], ['no list', '{}'], ['no entries', '[1, null, {"name": ""}]']])('takes %s for an empty glossary', (_, broken) => {
    expect(termsOf(broken)!.size).toBe(0);
  });
});
