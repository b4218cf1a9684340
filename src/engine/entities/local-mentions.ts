import { toTheEnd } from '../steps';
import { perParagraph, type Paragraph, type ParagraphText } from '../text';
import { findProposals, settle } from './grammar';
import { addMissing } from './grammar/additions';
import { setBorders } from './grammar/borders';
import { addParallelQuotes } from './grammar/parallel-quotes';
import { refine } from './grammar/refine';
import type { RawMention } from './raw-mention';
import type { Recognizer } from './recognizer';
import type { LabelledSpan } from './recognizer/labels';
import type { Proposal } from './recognizer/proposal';
import { SentenceMemory } from './sentence-memory';

/** A paragraph of more sentences has most of them again after an edit. */
const MANY = 8;
/** So many UTF-16 code units are read in passes. */
const PASS = 8_000;

type Mentions = readonly RawMention[];
const readers = new WeakMap<object, LocalMentions>(), WITHOUT = {};

/** The reader with a recognizer, or without one by the grammar alone. */
export function localMentionsBy(recognizer: Recognizer | undefined): LocalMentions {
  const known = readers.get(recognizer ?? WITHOUT), reader = known ?? new LocalMentions(recognizer);
  if (!known) readers.set(recognizer ?? WITHOUT, reader);
  return reader;
}

/** Reads the mentions of a paragraph by nothing but its sentences; offsets into the paragraph. What it finds is kept as long as the paragraph. */
export class LocalMentions {
  readonly #memory = new SentenceMemory<Mentions>();
  readonly #mentions = perParagraph((paragraph): Mentions => toTheEnd(this.#read([paragraph]))[0]!);

  constructor(private readonly recognizer: Recognizer | undefined) {}

  of(paragraph: Paragraph): Mentions { return this.#mentions(paragraph); }

  /**
   * Reads paragraphs in small steps, those that were read before excepted. Some thousand characters go through grammar and recognizer each in a
   * pass of its own: the tables of either then stay in the processor's cache, which saves an eighth of the time.
   */
  *ahead(paragraphs: readonly Paragraph[]): Generator<void, void> {
    const unread = paragraphs.filter((paragraph) => !this.#mentions.isKnown(paragraph));
    for (let from = 0, to = 0; from < unread.length; from = to) {
      for (let length = 0; to < unread.length && length < PASS; to++) length += unread[to]!.folded.length;
      const some = unread.slice(from, to), mentions = yield* this.#read(some);
      some.forEach((paragraph, i) => { this.#mentions.keep(paragraph, mentions[i]!); });
    }
  }

  /** What is in each of some paragraphs. */
  *#read(paragraphs: readonly ParagraphText[]): Generator<void, Mentions[]> {
    const sentences = paragraphs.flatMap((paragraph) => sentencesOf(paragraph, paragraph.sentences.length > MANY ? this.#memory : undefined)), unread = sentences.filter(({ mentions }) => mentions === undefined);
    for (const sentence of unread) { sentence.proposals = findProposals(sentence.text); yield; }
    for (const sentence of unread) { sentence.labelled = this.recognizer?.recognize(sentence.text, sentence.proposals); yield; }
    for (const sentence of unread) {
      sentence.mentions = mentionsIn(sentence);
      if (sentence.isKept) this.#memory.keep(sentence.text, sentence.mentions);
      yield;
    }
    let next = 0;
    return paragraphs.map((paragraph) => paragraph.sentences.flatMap(({ start }) => sentences[next++]!.mentions!.map((m) => ({ start: m.start + start, end: m.end + start, type: m.type, rule: m.rule }))));
  }
}

/** A sentence on its way through the passes. */
interface Reading { readonly text: string; readonly isKept: boolean; proposals: readonly Proposal[]; labelled: readonly LabelledSpan[] | undefined; mentions: Mentions | undefined }

const sentencesOf = ({ folded, sentences }: ParagraphText, memory: SentenceMemory<Mentions> | undefined): Reading[] => sentences.map(({ start, end }) => {
  const text = folded.slice(start, end);
  return { text, isKept: memory !== undefined, proposals: NO_PROPOSALS, labelled: undefined, mentions: memory?.of(text) };
});

const NO_PROPOSALS: readonly Proposal[] = [];

const mentionsIn = ({ text, labelled, proposals }: Reading): Mentions => addParallelQuotes(text, addMissing(text, setBorders(text, refine(text, settle(labelled, proposals, text)))));
