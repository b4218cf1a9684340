import type { EngineResources } from '../resources';
import type { Structure } from '../structure';
import { perParagraph, type Paragraph, type SourceText } from '../text';
import { findProposals, settle } from './grammar';
import { setBorders } from './grammar/borders';
import { spreadThroughDocument } from './grammar/document-pass';
import { addParallelQuotes } from './grammar/parallel-quotes';
import { refine } from './grammar/refine';
import { addShortForms } from './grammar/short-forms';
import type { RawMention } from './raw-mention';
import { recognizerOf, type Recognizer } from './recognizer';
import { SentenceMemory } from './sentence-memory';

/** Finds every mention of an entity: sorted, none overlapping another. Never throws. */
export function findMentions(text: SourceText, _structure: Structure, resources: EngineResources): RawMention[] {
  const recognizer = recognizerOf(resources.recognizer), ofParagraph = paragraphReader(recognizer), mentions: RawMention[] = [];
  for (const paragraph of text.paragraphs) {
    const { start } = paragraph;
    for (const m of ofParagraph(paragraph)) mentions.push({ start: m.start + start, end: m.end + start, type: m.type, rule: m.rule });
  }
  return setBorders(text.folded, addShortForms(text.folded, spreadThroughDocument(text.folded, mentions), (word) => recognizer?.isWord(word) ?? false));
}

type ParagraphReader = (paragraph: Paragraph) => readonly RawMention[];
const readers = new WeakMap<object, ParagraphReader>(), WITHOUT = {};

/** Reads the mentions of a paragraph by nothing but its sentences; offsets into the paragraph. One for each recognizer. */
function paragraphReader(recognizer: Recognizer | undefined): ParagraphReader {
  const known = readers.get(recognizer ?? WITHOUT);
  if (known) return known;
  const sentences = new SentenceMemory((sentence) => mentionsIn(sentence, recognizer));
  const reader = perParagraph(({ folded, sentences: spans }) => spans.flatMap(({ start, end }) => sentences.read(folded.slice(start, end)).map((m) => ({ ...m, start: m.start + start, end: m.end + start }))));
  readers.set(recognizer ?? WITHOUT, reader);
  return reader;
}

/** Mentions of one sentence, by nothing but the sentence. */
function mentionsIn(sentence: string, recognizer: Recognizer | undefined): RawMention[] {
  const proposals = findProposals(sentence);
  return addParallelQuotes(sentence, setBorders(sentence, refine(sentence, settle(recognizer?.recognize(sentence, proposals), proposals))));
}
