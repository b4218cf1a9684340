import { perParagraph, type Paragraph } from '../text';
import { findProposals, settle } from './grammar';
import { addMissing } from './grammar/additions';
import { setBorders } from './grammar/borders';
import { addParallelQuotes } from './grammar/parallel-quotes';
import { refine } from './grammar/refine';
import type { RawMention } from './raw-mention';
import type { Recognizer } from './recognizer';
import { SentenceMemory } from './sentence-memory';

/** Reads the mentions of a paragraph by nothing but its sentences; offsets into the paragraph. */
export type LocalMentions = (paragraph: Paragraph) => readonly RawMention[];

const readers = new WeakMap<object, LocalMentions>(), WITHOUT = {};

/** The reader with a recognizer, or without one by the grammar alone. What it finds is kept as long as the paragraph. */
export function localMentionsBy(recognizer: Recognizer | undefined): LocalMentions {
  const known = readers.get(recognizer ?? WITHOUT);
  if (known) return known;
  const memory = new SentenceMemory((sentence) => mentionsIn(sentence, recognizer));
  const reader = perParagraph(({ folded, sentences }) => {
    // a paragraph of many sentences has most of them again after an edit
    const read = sentences.length > MANY ? (sentence: string) => memory.read(sentence) : (sentence: string) => mentionsIn(sentence, recognizer), found: RawMention[] = [];
    for (const { start, end } of sentences) for (const m of read(folded.slice(start, end))) found.push({ start: m.start + start, end: m.end + start, type: m.type, rule: m.rule });
    return found;
  });
  readers.set(recognizer ?? WITHOUT, reader);
  return reader;
}

const MANY = 8;

/** Mentions of one sentence. */
function mentionsIn(sentence: string, recognizer: Recognizer | undefined): readonly RawMention[] {
  const proposals = findProposals(sentence);
  return addParallelQuotes(sentence, addMissing(sentence, setBorders(sentence, refine(sentence, settle(recognizer?.recognize(sentence, proposals), proposals, sentence)))));
}
