import type { EngineResources } from '../resources';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import { findProposals, settle } from './grammar';
import { setBorders } from './grammar/borders';
import { spreadThroughDocument } from './grammar/document-pass';
import { addParallelQuotes } from './grammar/parallel-quotes';
import { refine } from './grammar/refine';
import { addShortForms } from './grammar/short-forms';
import type { RawMention } from './raw-mention';
import { recognizerOf, type Recognizer } from './recognizer';

/** Finds every mention of an entity: sorted, none overlapping another. Never throws. */
export function findMentions(text: SourceText, _structure: Structure, resources: EngineResources): RawMention[] {
  const recognizer = recognizerOf(resources.recognizer), mentions: RawMention[] = [];
  for (const paragraph of text.paragraphs) {
    for (const { start, end } of paragraph.sentences) {
      for (const m of mentionsIn(text.folded.slice(start, end), recognizer)) mentions.push({ ...m, start: m.start + start, end: m.end + start });
    }
  }
  return setBorders(text.folded, addShortForms(text.folded, spreadThroughDocument(text.folded, mentions), (word) => recognizer?.isWord(word) ?? false));
}

/** Mentions of one sentence, by nothing but the sentence. */
function mentionsIn(sentence: string, recognizer: Recognizer | undefined): RawMention[] {
  const proposals = findProposals(sentence);
  return addParallelQuotes(sentence, setBorders(sentence, refine(sentence, settle(recognizer?.recognize(sentence, proposals), proposals))));
}
