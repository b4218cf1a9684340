import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/engine/text';
import { scan } from '../../../src/engine/text/repair/scan';
import { damaged, edited, random, TEXTS } from '../texts';

/** Characters that a look at a text counts, and what stands around them when they are counted otherwise. */
const SIGNS = ['·', '？', '?', '涓', '锛', '\u3000', '\u3000 ', ' ', '\u00a0', '\u200b', '\ufffd', '&nbsp;', '(qū)', '(q', 'ū)', 'é', '\r\n', '\n', '\ud83d', '省?'];

const looked = ({ seen, repaired, folded, shown, defects, isSound, paragraphs }: ReturnType<typeof readText>): unknown =>
  ({ seen, repaired, folded, shown, defects, isSound, paragraphs: paragraphs.map(({ index, start, folded: text, sentences }) => ({ index, start, text, sentences })) });

describe('a text read again after an edit', () => {
  it.each([...TEXTS, ...TEXTS.slice(0, 4).map(damaged)].map((text, i) => [i, text] as const))('is seen as one that is read anew: text %i', (seed, given) => {
    const next = random(seed + 500);
    let text = given, read = readText(text);
    for (let n = 0; n < 25; n++) {
      const at = next(text.length + 1), sign = SIGNS[next(SIGNS.length)]!;
      // every third edit takes signs away, so that a text becomes sound again
      text = n % 3 === 2 ? text.replaceAll(sign, '') : next(2) === 0 ? edited(text, next) : text.slice(0, at) + sign + text.slice(at);
      read = readText(text, read);
      expect(read.seen).toEqual(scan(text));
      expect(looked(read)).toEqual(looked(readText(text)));
    }
  });

  it('keeps the paragraphs that no edit touched, also beside signs of damage that are none', () => {
    const before = readText(`阿卜杜拉·买买提到会。\n${TEXTS[0]!}`), kept = before.paragraphs.slice(1), after = readText(`新${before.given.toString()}`, before);
    expect(before.seen.toned).toBeGreaterThan(0);
    expect(after.paragraphs.slice(1).every((p, i) => p === kept[i])).toBe(true);
    expect(after.edit?.added).toHaveLength(1);
  });
});
