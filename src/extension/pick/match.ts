import { setImmediate as nextTurn } from 'node:timers/promises';

/** What a search looks into: texts as they stand, and their pinyin. */
export interface Searchable {
  /** label, issuer, addressee, in order of weight */
  texts: readonly string[];
  /** first letters of the syllables, one string per text */
  initials: readonly string[];
  /** full syllables without spaces or tones, one string per text */
  syllables: readonly string[];
}

/** Weights of the ways to match; the best one counts. A hit in the first text beats the same hit in a later one. */
const EXACT = 100, INITIALS = 80, SYLLABLES = 60, SCATTERED = 20, LATER = 1;

/** How well `query` fits, 0 where it does not. Words of the query, parted by spaces, must all fit. */
export function score(query: string, { texts, initials, syllables }: Searchable): number {
  const words = query.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return 1;
  const scores = words.map((word) => Math.max(
    best(texts, (text) => (text.toLowerCase().includes(word) ? EXACT : 0)),
    best(initials, (text) => (text.includes(word) ? INITIALS : 0)),
    best(syllables, (text) => (text.includes(word) ? SYLLABLES : 0)),
    best(texts, (text) => (isScattered(word, text.toLowerCase()) ? SCATTERED : 0)),
  ));
  return Math.min(...scores);
}

function best(texts: readonly string[], rate: (text: string) => number): number {
  return Math.max(0, ...texts.map((text, index) => { const rated = rate(text); return rated === 0 ? 0 : rated - index * LATER; }));
}

/** Whether the characters of `word` stand in `text` in order, with anything between them. */
function isScattered(word: string, text: string): boolean {
  if (word.length < 2) return false;
  let at = 0;
  for (const character of word) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The entries that fit, best first, equals in their order. */
export function search<T>(query: string, entries: readonly T[], searchable: (entry: T) => Searchable): T[] {
  return bestFirst(entries.map((entry) => ({ entry, rated: score(query, searchable(entry)) })));
}

/** Time that a search takes at a stretch, in milliseconds. */
const SLICE_MS = 5;

/** The same in slices, between which others have their turn; nothing where it is not `wanted` any more. */
export async function searchInSlices<T>(query: string, entries: readonly T[], searchable: (entry: T) => Searchable, wanted: () => boolean): Promise<T[] | undefined> {
  const rated: Rated<T>[] = [];
  let from = performance.now();
  for (const entry of entries) {
    rated.push({ entry, rated: score(query, searchable(entry)) });
    if (performance.now() - from < SLICE_MS) continue;
    await nextTurn();
    if (!wanted()) return undefined;
    from = performance.now();
  }
  return bestFirst(rated);
}

interface Rated<T> { readonly entry: T; readonly rated: number }

function bestFirst<T>(entries: readonly Rated<T>[]): T[] {
  return entries.filter(({ rated }) => rated > 0).sort((a, b) => b.rated - a.rated).map(({ entry }) => entry);
}
