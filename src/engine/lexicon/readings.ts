import { polyphonic } from 'pinyin-pro';

/**
 * Readings of single characters. pinyin-pro's `pinyin` would tell them too, but makes a tree of all its phrases before it tells anything (five megabytes,
 * fifty milliseconds), and phrases are of no use here.
 */
class Readings {
  readonly #known = new Map<string, readonly string[]>();

  constructor(private readonly toneType: 'symbol' | 'none') {}

  /** The readings of a character, the usual one first; none of what is no Han character. */
  readonly of = (character: string): readonly string[] => {
    let readings = this.#known.get(character);
    if (!readings) this.#known.set(character, readings = polyphonic(character, { type: 'array', toneType: this.toneType, nonZh: 'removed' })[0] ?? []);
    return readings;
  };
}

/** The readings of a character with tone marks, the usual one first. */
export const readingsOf = new Readings('symbol').of;

/** The same without tones. */
export const soundsOf = new Readings('none').of;
