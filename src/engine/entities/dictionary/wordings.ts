import type { DictionaryEntry } from '../../resources';
import { fold } from '../../text/fold';

/** Longest wording that is looked for, in UTF-16 code units: bounds the work at each character of a text. */
export const LONGEST_WORDING = 100;

interface Node { next: Map<number, Node>; entry?: DictionaryEntry }

/** The wordings of a dictionary as a trie over folded characters, so that a search is linear in the text however large the dictionary is. */
export class Wordings {
  readonly #root: Node = { next: new Map() };

  constructor(entries: readonly DictionaryEntry[]) {
    for (const entry of entries) for (const wording of [entry.name, ...entry.aliases]) this.#add(wordingKey(wording), entry);
  }

  /** The entry that has exactly this folded wording. */
  find(folded: string): DictionaryEntry | undefined {
    let node: Node | undefined = this.#root;
    for (let i = 0; i < folded.length && node; i++) node = node.next.get(folded.charCodeAt(i));
    return node?.entry;
  }

  /** The longest wording that begins at an offset of a folded text: the offset of its end, and its entry. */
  longestAt(folded: string, start: number): { end: number; entry: DictionaryEntry } | undefined {
    let node: Node | undefined = this.#root, found: { end: number; entry: DictionaryEntry } | undefined;
    for (let i = start; i < folded.length; i++) {
      node = node.next.get(folded.charCodeAt(i));
      if (!node) break;
      if (node.entry && isWhole(folded, start, i + 1)) found = { end: i + 1, entry: node.entry };
    }
    return found;
  }

  #add(key: string, entry: DictionaryEntry): void {
    if (key === '' || key.length > LONGEST_WORDING) return;
    let node = this.#root;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i), next: Node = node.next.get(unit) ?? { next: new Map() };
      node.next.set(unit, next);
      node = next;
    }
    node.entry ??= entry;
  }
}

/** A wording as it is looked for. */
export const wordingKey = (wording: string): string => fold(wording).trim();

const LATIN = /[A-Za-z0-9]/u;

/** Not a piece of a Latin word or of a number: AI is not in FAIR. */
function isWhole(folded: string, start: number, end: number): boolean {
  const joined = (at: number): boolean => LATIN.test(folded[at - 1] ?? '') && LATIN.test(folded[at] ?? '');
  return !joined(start) && !joined(end);
}
