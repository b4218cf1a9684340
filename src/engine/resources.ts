import type { EntityType } from './analysis';
import type { SideReader } from './side-reader';
import type { Segmenter } from './lexicon/segmenter';

/**
 * What a host loads for the engine, which does no I/O itself. Everything is optional: without a resource the engine finds less, and
 * still never fails.
 */
export interface EngineResources {
  segmenter?: Segmenter;
  /** content of `data/recognizer.bin`: weights of the sequence model */
  recognizer?: Uint8Array;
  /** reads sentences on another thread, by the same recognizer */
  side?: SideReader;
  /** content of `data/places.bin`: administrative divisions of GB/T 2260 */
  places?: Uint8Array;
  /** content of `data/terms.json`: the glossary of policy terms */
  terms?: string;
  /** what the user told; where two entries share a wording the earlier one has it */
  dictionary?: readonly DictionaryEntry[];
}

/** Which dictionary an entry is from: one of the workspace, the user's own, or a file named on the command line. */
export type DictionarySource = 'workspace' | 'user' | 'file';

/** An entity that the user knows: read by its name and its aliases, whatever the recognizer says. */
export interface DictionaryEntry {
  type: EntityType;
  /** canonical name */
  name: string;
  /** other wordings of it */
  aliases: readonly string[];
  /** what a hover says of it */
  note?: string;
  source: DictionarySource;
}
