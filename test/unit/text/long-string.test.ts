import fc from 'fast-check';
import { expect, it } from 'vitest';
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
    for (const words of ['甲', '丁戊', '乙丙', '己戊己甲', '无']) expect(long.indexOf(words, from)).toBe(text.indexOf(words, from));
  }), { numRuns: 80, seed: 1949 });
});
