import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/analyze';
import { readWritten } from './written';

const page = readFileSync('samples/inspection-damaged.txt', 'utf8');

/** Pieces that damage is made of, between cuts of a damaged page. */
const debris = fc.constantFrom('(shí)', '?', '?lái)', '!', '\uFFFD', '\u200B', '&nbsp;', '&#8220;', '\uE123', '\uD800', '\uDC00', '。“', '靶聲', '\r\n', '　　', '(', ')', 'ǔ', '區(qū)', '𠮷', '\uFEFF', '\uFEFF\uFEFF', '\u00A0\u00A0', '\u3000 \u3000', '\u00AD', '&amp;nbsp;', '\u0080', '€', '?!靶挛馇', '经\uFFFD发展', '锛銆鐨', 'ä¸\u00adå', 'ÖÐ¹ú');
const cut = fc.tuple(fc.nat(page.length), fc.nat(60)).map(([at, length]) => page.slice(at, at + length));
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.oneof(debris, cut), { maxLength: 12 }).map((parts) => parts.join('')));

/** Damaged pages by the hundred take their time on a busy machine. */
const SLOW = { timeout: 120_000 };

describe('the map between given and repaired text', SLOW, () => {
  it('is monotone and total: every span of the repaired text has a place in the given one, in order', () => {
    fc.assert(fc.property(text, (given) => {
      const { repaired, toGiven } = readWritten(given);
      let before = { start: 0, end: 0 };
      for (let i = 0; i < repaired.length; i++) {
        const span = toGiven({ start: i, end: i + 1 });
        expect(span.start).toBeGreaterThanOrEqual(before.start);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(given.length);
        before = span;
      }
    }), { numRuns: 300 });
  });

  it('comes back: a repaired place, taken to the given text and back, is the first made of the same characters', () => {
    fc.assert(fc.property(text, (given) => {
      const { repaired, toGiven, toRepaired } = readWritten(given);
      for (let i = 0; i < repaired.length; i++) {
        const span = toGiven({ start: i, end: i + 1 });
        if (span.end === span.start) continue;
        const back = toRepaired(span.start);
        expect(back).toBeLessThanOrEqual(i);
        expect(toGiven({ start: back, end: back + 1 }).end).toBeGreaterThan(span.start);
      }
    }), { numRuns: 300 });
  });

  it('takes every offset of the given text, in order', () => {
    fc.assert(fc.property(text, (given) => {
      const { repaired, toRepaired } = readWritten(given);
      let before = 0;
      for (let i = 0; i <= given.length; i++) {
        const at = toRepaired(i);
        expect(at).toBeGreaterThanOrEqual(before);
        expect(at).toBeLessThanOrEqual(repaired.length);
        before = at;
      }
    }), { numRuns: 300 });
  });

  it('moves nothing but what it reports: a unit outside of all defects is the same in both texts', () => {
    fc.assert(fc.property(text, (given) => {
      const { repaired, defects, toGiven } = readWritten(given), touched = new Uint8Array(given.length);
      for (const { start, end } of defects) touched.fill(1, start, end);
      const moved = Array.from(repaired.split('').entries()).filter(([i, unit]) => {
        const { start, end } = toGiven({ start: i, end: i + 1 });
        return end === start + 1 && !touched[start] && unit !== given.charAt(start);
      });
      expect(moved).toEqual([]);
    }), { numRuns: 200 });
  });

  it('holds for texts of lone surrogates and for those that end within a pair of bytes', () => {
    for (const given of ['\uD800', '\uDFFF(shí)', '學(xué)會(huì)\uD800?', '學(xué)會(huì)?!', '學(xué)會(huì)?xué', '學(xué)會(huì)靶', `${page.slice(0, 400)}?`, page.slice(0, 401), page.slice(7, 399)]) {
      const { repaired, toGiven, toRepaired } = readWritten(given);
      expect(toGiven({ start: 0, end: repaired.length }).end).toBeLessThanOrEqual(given.length);
      expect(toRepaired(given.length)).toBe(repaired.length);
    }
  });

  it('leaves a text without damage as it is', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('会议强调', '，', '。', '(GDP)', '增长5.6%', '\n', '第（一）项'), { maxLength: 40 }), (parts) => {
      const given = parts.join('');
      expect(readWritten(given)).toMatchObject({ repaired: given, defects: [] });
    }));
  });
});

describe('the engine', SLOW, () => {
  it('never throws, whatever the string', () => {
    const engine = createEngine();
    fc.assert(fc.property(text, (given) => { engine.analyze(given); }), { numRuns: 500 });
  });
  it('repairs with edits that do not overlap and give the repaired text', () => {
    fc.assert(fc.property(text, (given) => {
      const { repaired, defects } = readWritten(given);
      let at = 0, out = '';
      for (const { start, end, repair } of defects) {
        if (repair === undefined) continue;
        expect(start).toBeGreaterThanOrEqual(at);
        out += given.slice(at, start) + repair;
        at = end;
      }
      expect(out + given.slice(at)).toBe(given.startsWith('\uFEFF') && !repaired.startsWith('\uFEFF') ? `\uFEFF${repaired}` : repaired);
    }), { numRuns: 300 });
  });
});
