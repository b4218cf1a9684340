import { polyphonic } from 'pinyin-pro';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CHARACTER_ROWS } from '../../../src/engine/consistency/characters';
import type { Form } from '../../../src/engine/entities/linking/forms';
import { pairSpellings } from '../../../src/engine/entities/linking/person';

vi.mock('pinyin-pro', async (original) => {
  const library = await original<typeof import('pinyin-pro')>();
  return { ...library, polyphonic: vi.fn(library.polyphonic) };
});

const SYLLABLES = Array.from('望川一苇景澄石磊可欣伯年静姝兰溪远山立言');
const form = (key: string): Form => ({ type: 'PER', key, display: key, mentions: [] });

describe('the sounds of characters', () => {
  beforeEach(() => { vi.mocked(polyphonic).mockClear(); });

  it('are looked up once for names that share them, however many there are', () => {
    const names = SYLLABLES.flatMap((a) => SYLLABLES.map((b) => form(`沈${a}${b}`)));
    pairSpellings(names);
    expect(vi.mocked(polyphonic).mock.calls.length).toBeGreaterThan(0);
    expect(vi.mocked(polyphonic).mock.calls.length).toBeLessThanOrEqual(SYLLABLES.length);
    vi.mocked(polyphonic).mockClear();
    pairSpellings(names);
    expect(polyphonic).not.toHaveBeenCalled();
  });

  it('are looked up once for all rows that compare them', () => {
    const others = Array.from('谦文昭怀瑾启云汉卿思若水耀宗庭芳');
    for (const row of CHARACTER_ROWS) for (const a of others) for (const b of others) row.holds([a, b]);
    expect(vi.mocked(polyphonic).mock.calls.length).toBe(others.length);
  });
});
