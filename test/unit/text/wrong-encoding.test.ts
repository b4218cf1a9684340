import { readFileSync } from 'node:fs';
import * as iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/analyze';
import { readWritten } from './written';

const report = readFileSync('samples/inspection.txt', 'utf8');
const asLatin = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
const asGbk = (text: string): string => new TextDecoder('gbk').decode(new TextEncoder().encode(text));

describe('UTF-8 that was decoded as something else', () => {
  it('is decoded rightly from Windows-1252, with the same outline at places of the given text', () => {
    const given = asLatin(report), text = readWritten(given), { outline, isReport } = createEngine().analyze(given);
    expect(text.repaired).toBe(report);
    expect(isReport).toBe(true);
    expect(JSON.stringify(outline)).toContain('科技创新要再加力');
    expect(text.defects.every((d) => d.kind === 'encoding' && d.repair !== undefined)).toBe(true);
  });
  it('is decoded from GBK but for the bytes that were lost, which are told', () => {
    const { repaired, defects } = readWritten(asGbk(report));
    const wrong = repaired.match(/\uFFFD/gu)?.length ?? 0;
    expect(repaired.replace(/\uFFFD/gu, '').length).toBeGreaterThan(report.length * 0.9);
    expect(wrong).toBeLessThan(report.length * 0.08);
    expect(defects.some((d) => d.code === 'encoding.partly')).toBe(true);
  });
  it('comes back from GBK that was read as Windows-1252', () => {
    const given = Array.from(iconv.encode(report, 'gbk'), (byte) => String.fromCharCode(byte)).join(''), { repaired, defects } = readWritten(given);
    expect(repaired).toBe(report);
    expect(defects[0]).toMatchObject({ kind: 'encoding', code: 'encoding.decoded', args: { is: 'GBK', readAs: 'Windows-1252' } });
  });
  it('that lost nearly every byte is reported and not guessed', () => {
    const { repaired, defects } = readWritten(new TextDecoder('utf-8').decode(iconv.encode(report, 'gbk')));
    expect(repaired.match(/\uFFFD/gu)!.length).toBeGreaterThan(report.length / 2);
    expect(defects.some((d) => d.kind === 'replacementCharacter')).toBe(true);
  });
  it('is not seen in texts that are right', () => {
    for (const text of [report, '锛是一个字。', 'déjà vu — “naïve” café, Ærø, über', 'ÄÖÜ äöü ß, ÅÄÖ åäö, ÆØÅ æøå', readFileSync('samples/inspection-damaged.txt', 'utf8')]) {
      expect(readWritten(text).defects.filter((d) => d.kind === 'encoding')).toEqual([]);
    }
  });
});
