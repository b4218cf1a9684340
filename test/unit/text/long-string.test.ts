import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceOf } from '../../../src/engine/text/difference';
import { LongString } from '../../../src/engine/text/long-string';

const written = fc.constantFrom('甲', '乙丙', '\n', '', '丁'.repeat(70_000), '戊己'.repeat(90_000));

it('reads like the string it holds, whatever was exchanged in it', () => {
  fc.assert(fc.property(written, fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(80_000), written), { maxLength: 8 }), fc.nat(1_000_000), fc.nat(150_000), (first, edits, at, length) => {
    let text = first, long = LongString.of(first);
    for (const [where, gone, come] of edits) {
      const start = where % (text.length + 1), end = Math.min(text.length, start + gone);
      text = text.slice(0, start) + come + text.slice(end);
      long = long.exchange(start, end, come);
    }
    const from = at % (text.length + 1), to = from + length;
    expect(long.length).toBe(text.length);
    expect(long.toString() === text && long.slice(from, to) === text.slice(from, to) && long.slice(from) === text.slice(from)).toBe(true);
    for (const at of [from, from - 1, text.length, to]) expect(long.charAt(at)).toBe(text.charAt(at));
    for (const unit of ['甲', '丙', '\n', '无']) expect(long.lastIndexOf(unit, from)).toBe(text.lastIndexOf(unit, from));
    for (const words of ['甲', '丁戊', '乙丙', '己戊己甲', '无']) expect(long.indexOf(words, from)).toBe(text.indexOf(words, from));
  }), { numRuns: 80, seed: 1949 });
});

it('differs from what an edit makes of it where that edit was', () => {
  fc.assert(fc.property(written, written, written, fc.nat(1_000_000), fc.nat(100), written, (first, second, third, where, gone, come) => {
    const text = first + second + third, start = where % (text.length + 1), end = Math.min(text.length, start + gone), before = LongString.of(text), after = before.exchange(start, end, come);
    for (const now of [after, LongString.of(after.toString())]) {
      const difference = differenceOf(before, now);
      expect(text.slice(0, difference.start) + now.slice(difference.start, difference.after) + text.slice(difference.before) === after.toString()).toBe(true);
      expect(difference.start >= 0 && difference.before >= difference.start && difference.after >= difference.start).toBe(true);
      expect(difference.before - difference.start <= end - start && difference.after - difference.start <= come.length).toBe(true);
    }
  }), { numRuns: 80, seed: 1949 });
});

it('tells the units that another one of its length writes otherwise, however both are cut', () => {
  const text = '甲乙'.repeat(90_000), long = LongString.of(text).exchange(100_000, 100_004, '丙丁戊己'), units = new Set<number>();
  LongString.of(text).addUnlike(long, units);
  expect([...units].map((unit) => String.fromCharCode(unit)).sort()).toEqual(['乙', '甲']);
  const others = new Set<number>();
  long.addUnlike(LongString.of(text), others);
  expect([...others].map((unit) => String.fromCharCode(unit)).sort()).toEqual(['丁', '丙', '己', '戊']);
});
