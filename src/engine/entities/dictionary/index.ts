/**
 * The user's own knowledge: entries of a dictionary overrule the recognizer for their exact wordings, and what is linked with one of them is
 * one entity under the entry's name.
 */
import type { Entity } from '../../analysis';
import type { DictionaryEntry } from '../../resources';
import type { SourceText } from '../../text';
import type { RawMention } from '../raw-mention';
import { gatherEntries } from './gather';
import { markWordings } from './mark';
import { Wordings } from './wordings';

export interface Dictionary {
  /** The mentions of a folded text with those of the dictionary, before they are linked. */
  mark(folded: string, mentions: readonly RawMention[]): RawMention[];
  /** The linked entities with one for each entry that is mentioned, in steps. */
  gather(entities: readonly Entity[], text: SourceText): Generator<void, Entity[]>;
}

const made = new WeakMap<readonly DictionaryEntry[], Dictionary>();

/** Prepares a list of entries, once for as long as the host gives the same list; nothing where there is none. */
export function dictionaryOf(entries: readonly DictionaryEntry[] | undefined): Dictionary | undefined {
  if (!entries?.length) return undefined;
  const known = made.get(entries);
  if (known) return known;
  const wordings = new Wordings(entries);
  const dictionary: Dictionary = {
    mark: (folded, mentions) => markWordings(folded, mentions, wordings),
    gather: (entities, text) => gatherEntries(entities, text, wordings),
  };
  made.set(entries, dictionary);
  return dictionary;
}
