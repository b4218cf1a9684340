import { describe, expect, it } from 'vitest';
import { bitsByCharacter, bitsIn } from '../../../src/engine/lexicon/character-bits';

describe('sets of characters as bits', () => {
  const of = bitsByCharacter(['年月', '月日', '：']);

  it('tells of which sets a text has a character', () => {
    expect(['年底', '月底', '9日：', '会议', ''].map((text) => bitsIn(text, of))).toEqual([0b001, 0b011, 0b110, 0, 0]);
  });

  it('holds no more sets than there are bits', () => {
    const sets = Array.from({ length: 32 }, (_, k) => String.fromCharCode(0x4e00 + k));
    expect(bitsIn(sets[31]!, bitsByCharacter(sets)) >>> 31).toBe(1);
    expect(() => bitsByCharacter([...sets, '年'])).toThrow('more sets');
  });
});
