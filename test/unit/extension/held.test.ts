import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeldStretches, type Change } from '../../../src/extension/decorations/held';
import type { Position, Stretch } from '../../../src/protocol';

const insert = (line: number, character: number, text: string): Change => ({ range: { start: { line, character }, end: { line, character } }, text });
const held = (...stretches: Stretch[]): HeldStretches => { const all = new HeldStretches(); all.take(stretches); return all; };

describe('stretches that an editor holds', () => {
  it('are set when others are held, and not when the same are', () => {
    const all = new HeldStretches();
    expect(all.take([])).toBe(false);
    expect(all.take([[0, 1, 0, 4]])).toBe(true);
    expect(all.take([[0, 1, 0, 4]])).toBe(false);
    expect(all.take([[0, 1, 0, 5]])).toBe(true);
    expect(all.take([[0, 1, 0, 5], [2, 0, 2, 3]])).toBe(true);
    all.forget();
    expect(all.take([[0, 1, 0, 5], [2, 0, 2, 3]])).toBe(true);
  });

  it('move with what is typed before them', () => {
    const all = held([0, 1, 0, 4], [3, 2, 3, 6], [4, 0, 4, 2]);
    all.edit([insert(3, 1, '市')]);
    expect(all.take([[0, 1, 0, 4], [3, 3, 3, 7], [4, 0, 4, 2]])).toBe(false);
    all.edit([insert(1, 0, '一\r\n二\n')]);
    expect(all.take([[0, 1, 0, 4], [5, 3, 5, 7], [6, 0, 6, 2]])).toBe(false);
  });

  it.each([[1, '甲'], [2, '甲'], [4, '甲']])('are not known any more when something is typed beside or into one (%i)', (character, text) => {
    const all = held([0, 1, 0, 4]);
    all.edit([insert(0, character, text)]);
    expect(all.take([[0, 1 + (character === 1 ? 1 : 0), 0, character === 2 ? 5 : 4]])).toBe(true);
  });

  it('hold the same words after any edits elsewhere, several at once among them', () => {
    const piece = fc.constantFrom('', '甲', '乙丙', '\n', '丁\n戊', '\n\n');
    fc.assert(fc.property(fc.array(piece, { minLength: 6, maxLength: 20 }), fc.nat(5), fc.nat(5), piece, piece, fc.nat(5), (pieces, first, second, one, other, gone) => {
      // two edits around 「名称」, which stands between others
      const before = pieces.slice(0, 3).join(''), between = `，${pieces.slice(3, 5).join('')}，`, after = `，${pieces.slice(5).join('')}`, text = `${before}，名称${between}名称${after}`;
      const places = [...text.matchAll(/名称/gu)].map((match) => match.index), at = Math.min(first, before.length), end = places[1]! + 3 + Math.min(second, after.length - 1), stop = Math.min(text.length, end + gone);
      const edited = text.slice(0, at) + one + text.slice(at, end) + other + text.slice(stop);
      const all = held(...places.map((start) => stretch(text, start)));
      all.edit([{ range: { start: position(text, at), end: position(text, at) }, text: one }, { range: { start: position(text, end), end: position(text, stop) }, text: other }]);
      expect(all.take([...edited.matchAll(/名称/gu)].map((match) => stretch(edited, match.index)))).toBe(false);
    }), { seed: 1949, numRuns: 300 });
  });
});

function position(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

function stretch(text: string, start: number): Stretch {
  const from = position(text, start), to = position(text, start + 2);
  return [from.line, from.character, to.line, to.character];
}
