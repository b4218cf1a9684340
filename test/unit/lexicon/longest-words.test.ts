import { describe, expect, it } from 'vitest';
import { Random } from '../../../scripts/bench/random';
import { LongestWords } from '../../../src/engine/lexicon/longest-words';

/** A word that tells how often words were looked at. */
class Counted {
  static looks = 0;
  constructor(private readonly word: string) {}

  get wording(): string { Counted.looks++; return this.word; }
}

/** How many words are looked at while something is done. */
function looksOf(work: () => void): number {
  Counted.looks = 0;
  work();
  return Counted.looks;
}

const CHARACTERS = '望川一苇景澄石磊可欣伯年静姝兰溪远山';
/** So many words that begin alike: each a name of five characters. */
const alike = (count: number): string[] => Array.from({ length: count }, (_, i) => `望川${CHARACTERS[i % 18]}${CHARACTERS[Math.floor(i / 18) % 18]}${CHARACTERS[Math.floor(i / 324)]}`);

function wordsOf(words: readonly string[]): LongestWords<Counted> {
  const longest = new LongestWords<Counted>();
  for (const word of words) longest.add(new Counted(word));
  return longest;
}

describe('the longest of many words', () => {
  // the last characters of the other alphabets are the first ones with the highest bit set, by which beginnings are not told apart
  it.each(['望川溪', '一丈\uce00\uce08', '一\uce00'])('is found as if all were compared, while words of %s come and go', (alphabet) => {
    const random = new Random(alphabet.length), there = new Map<string, { wording: string }>(), longest = new LongestWords<{ wording: string }>();
    const make = (length: number): string => Array.from({ length }, () => random.of(alphabet)).join('');
    for (let round = 0; round < 2_000; round++) {
      const wording = make(2 + random.below(6)), known = there.get(wording), word = known ?? { wording };
      if (known) longest.delete(word); else longest.add(word);
      if (known) there.delete(wording); else there.set(wording, word);
      const text = make(12), at = random.below(12), expected = [...there.keys()].filter((w) => text.startsWith(w, at)).sort((a, b) => b.length - a.length)[0];
      expect(longest.at(text, at)?.wording).toBe(expected);
    }
    for (const word of there.values()) longest.delete(word);
    for (const wording of there.keys()) expect(longest.at(wording, 0)).toBeUndefined();
  });

  it('costs no more where thousands begin alike', () => {
    const words = alike(5_000), longest = wordsOf(words);
    const looks = words.map((word) => looksOf(() => { expect(longest.at(`${word}同志`, 0)).toBeDefined(); }));
    expect(Math.max(...looks)).toBeLessThanOrEqual(10);
    expect(looksOf(() => { longest.at('望川县', 0); })).toBe(0);
  });

  it('costs as much to come and to go, however many begin alike', () => {
    const [few, many] = [500, 5_000].map((count) => {
      const longest = wordsOf(alike(count)), word = new Counted('望川一苇渡江');
      return looksOf(() => { longest.add(word); longest.delete(word); });
    });
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(few! + 20);
    expect(many).toBeLessThan(100);
  });
});
