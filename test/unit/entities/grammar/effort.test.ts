import { afterEach, describe, expect, it, vi } from 'vitest';
import { KnownWordings } from '../../../../src/engine/entities/grammar/known-wordings';
import { ShortForms, SHORT_FORM_RULES } from '../../../../src/engine/entities/grammar/short-forms';
import type { RawMention } from '../../../../src/engine/entities/raw-mention';
import { toTheEnd } from '../../../../src/engine/steps';

// What a place of a text costs, counted and not timed: it must not grow with the names that are alike at their beginnings or ends.

const CHARACTERS = Array.from('苇景澄石磊可欣伯年静姝兰溪远山立言谦文昭');
/** A text that lists names, each with its mention. */
function listOf(names: readonly string[], type: RawMention['type']): [string, RawMention[]] {
  let start = 0;
  return [names.join('、'), names.map((name) => { const m = { start, end: start + name.length, type, rule: 'model' }; start += name.length + 1; return m; })];
}

afterEach(() => { vi.restoreAllMocks(); });

describe('wordings that a document names elsewhere', () => {
  const bodies = CHARACTERS.flatMap((a) => CHARACTERS.map((b) => `东江${a}${b}水务局`)), text = '东江的水务局与东江县的东江苇景水务局，东江谦和';
  const comparisons = (count: number): number => {
    const known = new KnownWordings();
    toTheEnd(known.update([], [listOf(bodies.slice(0, count), 'ORG')]));
    const compared = vi.spyOn(String.prototype, 'startsWith');
    expect(known.spread(text, [])).toHaveLength(1);
    const { length } = compared.mock.calls;
    compared.mockRestore();
    return length;
  };

  it('are not each compared where many begin alike', () => {
    const [few, many] = [comparisons(4), comparisons(400)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(few + 8);
  });
});

describe('names that are shortened to their ends', () => {
  it('are not compared where their last character does not stand', () => {
    const forms = new ShortForms(() => false), names = ['厂', '场', '站', '社', '园', '院'].map((last) => `东江石岭纺织总${last}`), compared = vi.spyOn(SHORT_FORM_RULES.find(({ fromEnd }) => fromEnd)!, 'lengthAt');
    toTheEnd(forms.update([], [listOf(names, 'ORG')]));
    const text = '他来到织总站，又到织总部、织总务处';
    expect(forms.add(text, []).map(({ start, end }) => text.slice(start, end))).toEqual(['织总站']);
    expect(compared.mock.calls.map(([{ full }]) => full)).toEqual(['东江石岭纺织总站']);
  });
});
