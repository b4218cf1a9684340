import { inStepsBySize } from '../steps';
import { findProposals, settle } from './grammar';
import { addMissing } from './grammar/additions';
import { setBorders } from './grammar/borders';
import { addParallelQuotes } from './grammar/parallel-quotes';
import { refine } from './grammar/refine';
import type { RawMention } from './raw-mention';
import type { Recognizer } from './recognizer';
import type { LabelledSpan } from './recognizer/labels';
import type { Proposal } from './recognizer/proposal';

const sizeOf = (sentence: string): number => sentence.length;

/**
 * The mentions in each of some sentences by nothing but the sentence, in steps; offsets into it. All go through the grammar and then all through the
 * recognizer: the tables of either then stay in the processor's cache, which saves an eighth of the time.
 */
export function* mentionsOfSentences(sentences: readonly string[], recognizer: Recognizer | undefined): Generator<void, (readonly RawMention[])[]> {
  const proposed: (readonly Proposal[])[] = [], labelled: (readonly LabelledSpan[] | undefined)[] = [], found: (readonly RawMention[])[] = [];
  yield* inStepsBySize(sentences, sizeOf, (sentence) => { proposed.push(findProposals(sentence)); });
  yield* inStepsBySize(sentences, sizeOf, (sentence, i) => { labelled.push(recognizer?.recognize(sentence, proposed[i]!)); });
  yield* inStepsBySize(sentences, sizeOf, (sentence, i) => { found.push(addParallelQuotes(sentence, addMissing(sentence, setBorders(sentence, refine(sentence, settle(labelled[i], proposed[i]!, sentence)))))); });
  return found;
}
