import type { Segmenter } from './lexicon/segmenter';

/**
 * What a host loads for the engine, which does no I/O itself. Everything is optional: without a resource the engine finds less, and
 * still never fails.
 */
export interface EngineResources {
  segmenter?: Segmenter;
  /** content of `data/recognizer.bin`: weights of the sequence model */
  recognizer?: Uint8Array;
  /** content of `data/places.bin`: administrative divisions of GB/T 2260 */
  places?: Uint8Array;
  /** content of `data/terms.json`: the glossary of policy terms */
  terms?: string;
}
