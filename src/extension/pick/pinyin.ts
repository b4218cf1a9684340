import { pinyin } from 'pinyin-pro';
import type { Searchable } from './match';

/** Makes texts searchable, by their characters and by their pinyin. This module loads a dictionary: import it when it is needed. */
export function searchableTexts(texts: readonly string[]): Searchable {
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive' } as const;
  const syllables = texts.map((text) => pinyin(text, options).map((syllable) => syllable.toLowerCase()));
  return { texts, initials: syllables.map((parts) => parts.map((part) => part.charAt(0)).join('')), syllables: syllables.map((parts) => parts.join('')) };
}
