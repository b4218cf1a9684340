import type { SideJob, SideReader } from '../side-reader';
import { toTheEnd } from '../steps';
import { perParagraph, type Paragraph, type ParagraphText } from '../text';
import { unpackMentions } from './packed-mentions';
import type { RawMention } from './raw-mention';
import type { Recognizer } from './recognizer';
import { SentenceMemory } from './sentence-memory';
import { mentionsOfSentences } from './sentence-mentions';

/** A paragraph of more sentences has most of them again after an edit. */
const MANY = 8;
/**
 * So many UTF-16 code units are read in a pass at most and at least. Two readers begin at either end and meet in the middle: nearer to it passes are
 * shorter, by this share of what is left up to there, so that neither waits long for the other's last.
 */
const PASS = 8_000, LEAST_PASS = 1_500, SHARE = 0.5;
/** Fewer code units than that are read sooner than another thread has them. */
const WORTH_A_JOB = 24_000;
/** So many code units are claimed before they are read: about what the outline of a long text takes longer than what is left to do here once all sentences are read. */
const AHEAD = 8_000;
/** Milliseconds of a wait for the other thread, after which others get their turn, and how many there are for a pass and for each of its code units. */
const WAIT_MS = 1, WAITS = { aPass: 500, aUnit: 0.05 };

type Mentions = readonly RawMention[];
const readers = new WeakMap<object, LocalMentions>(), WITHOUT = {};

/** The reader with a recognizer, or without one by the grammar alone. */
export function localMentionsBy(recognizer: Recognizer | undefined): LocalMentions {
  const known = readers.get(recognizer ?? WITHOUT), reader = known ?? new LocalMentions(recognizer);
  if (!known) readers.set(recognizer ?? WITHOUT, reader);
  return reader;
}

/** Paragraphs that are read in one go. */
interface Group { readonly paragraphs: readonly Paragraph[]; readonly length: number }

/** The same on its way. */
interface Pass extends Group { readonly sentences: readonly Sentence[] }

/** A pass that another thread was given too, and whether it was claimed here: who did may have been left before it was read. */
interface SharedPass extends Pass { readonly job: SideJob; readonly number: number; isOwn: boolean }

/** A sentence, and what is in it if that is remembered. */
interface Sentence { readonly text: string; readonly isKept: boolean; mentions: Mentions | undefined }

/** Reads the mentions of a paragraph by nothing but its sentences; offsets into the paragraph. What it finds is kept as long as the paragraph. */
export class LocalMentions {
  readonly #memory = new SentenceMemory<Mentions>();
  readonly #mentions = perParagraph((paragraph): Mentions => {
    const sentences = this.#sentencesOf(paragraph);
    this.#remember(sentences, toTheEnd(this.#read(sentences)));
    return inParagraph(paragraph, sentences);
  });
  /** the pass that a paragraph is read in, as long as it is not */
  readonly #shared = new WeakMap<Paragraph, SharedPass>();

  constructor(private readonly recognizer: Recognizer | undefined) {}

  of(paragraph: Paragraph): Mentions { return this.#mentions(paragraph); }

  /** Hands paragraphs to another thread in small steps, where there are so many that it is worth it. */
  *begin(paragraphs: readonly Paragraph[], side: SideReader): Generator<void, SideJob | undefined> {
    const unread = this.#unreadOf(paragraphs), groups = groupsOf(unread), job = lengthOf(unread) < WORTH_A_JOB ? undefined : side.begin(groups.length);
    if (!job) return undefined;
    for (const [number, group] of groups.entries()) {
      const pass: SharedPass = { ...this.#passOf(group), job, number, isOwn: false };
      job.give(number, unreadOf(pass.sentences).map(({ text }) => text));
      for (const paragraph of pass.paragraphs) this.#shared.set(paragraph, pass);
      yield;
    }
    return job;
  }

  /** Reads paragraphs in small steps, those that were read before excepted. */
  *ahead(paragraphs: readonly Paragraph[], side?: SideReader): Generator<void, void> {
    if (side && !paragraphs.some((p) => this.#shared.has(p))) yield* this.begin(paragraphs, side);
    for (const group of groupsOf(this.#unreadOf(paragraphs))) yield* this.#readHere(this.#passOf(group));
    yield* this.#readShared(new Set(paragraphs.flatMap((p) => this.#shared.get(p) ?? [])));
  }

  /**
   * Reads what the other thread has not begun, from the last pass on, since that one begins with the first; then takes what it has read. Some passes are
   * claimed before it is their turn, so that the other thread goes on to what else it was given while there still is something to read here.
   */
  *#readShared(passes: ReadonlySet<SharedPass>): Generator<void, void> {
    const left = [...passes], own: SharedPass[] = [], others: SharedPass[] = [];
    for (let ahead = 0; ;) {
      while (ahead < AHEAD && left.length > 0) {
        const pass = left.pop()!, isOwn = pass.isOwn ||= pass.job.claim(pass.number);
        (isOwn ? own : others).push(pass);
        if (isOwn) ahead += pass.length;
      }
      const pass = own.shift();
      if (!pass) break;
      yield* this.#readHere(pass);
      ahead -= pass.length;
    }
    for (const pass of others.reverse()) if (!(yield* this.#take(pass))) yield* this.#readHere(pass);
  }

  /** Takes what the other thread has read in a pass; false where it never does. */
  *#take(pass: SharedPass): Generator<void, boolean> {
    for (let waits = WAITS.aPass + pass.length * WAITS.aUnit; waits > 0; waits--) {
      const packed = pass.job.take(pass.number, WAIT_MS);
      if (packed) this.#keep(pass, unpackMentions(packed));
      yield;
      if (packed) return true;
    }
    return false;
  }

  *#readHere(pass: Pass): Generator<void, void> { this.#keep(pass, yield* this.#read(pass.sentences)); }

  #read(sentences: readonly Sentence[]): Generator<void, Mentions[]> { return mentionsOfSentences(unreadOf(sentences).map(({ text }) => text), this.recognizer); }

  /** @param found what is in the sentences that were not remembered */
  #keep({ paragraphs, sentences }: Pass, found: readonly Mentions[]): void {
    this.#remember(sentences, found);
    let from = 0;
    for (const paragraph of paragraphs) {
      const to = from + paragraph.sentences.length;
      this.#mentions.keep(paragraph, inParagraph(paragraph, sentences.slice(from, to)));
      this.#shared.delete(paragraph);
      from = to;
    }
  }

  #remember(sentences: readonly Sentence[], found: readonly Mentions[]): void {
    for (const [i, sentence] of unreadOf(sentences).entries()) {
      sentence.mentions = found[i]!;
      if (sentence.isKept) this.#memory.keep(sentence.text, sentence.mentions);
    }
  }

  #unreadOf(paragraphs: readonly Paragraph[]): Paragraph[] { return paragraphs.filter((p) => !this.#mentions.isKnown(p) && !this.#shared.has(p)); }

  #passOf(group: Group): Pass { return { ...group, sentences: group.paragraphs.flatMap((paragraph) => this.#sentencesOf(paragraph)) }; }

  #sentencesOf({ folded, sentences }: ParagraphText): Sentence[] {
    const isKept = sentences.length > MANY;
    return sentences.map(({ start, end }) => { const text = folded.slice(start, end); return { text, isKept, mentions: isKept ? this.#memory.of(text) : undefined }; });
  }
}

/** Paragraphs in groups of some thousand characters. */
function groupsOf(paragraphs: readonly Paragraph[]): Group[] {
  const groups: Group[] = [];
  let left = lengthOf(paragraphs) / 2;
  for (let from = 0, to = 0; from < paragraphs.length; from = to) {
    const most = Math.min(PASS, Math.max(LEAST_PASS, Math.abs(left) * SHARE));
    let length = 0;
    for (; to < paragraphs.length && length < most; to++) length += paragraphs[to]!.folded.length;
    groups.push({ paragraphs: paragraphs.slice(from, to), length });
    left -= length;
  }
  return groups;
}

const lengthOf = (paragraphs: readonly Paragraph[]): number => paragraphs.reduce((sum, { folded }) => sum + folded.length, 0);

const unreadOf = (sentences: readonly Sentence[]): Sentence[] => sentences.filter(({ mentions }) => mentions === undefined);

/** The mentions of a paragraph's sentences with offsets into the paragraph. */
function inParagraph({ sentences }: ParagraphText, read: readonly Sentence[]): Mentions {
  const all: RawMention[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const { start } = sentences[i]!;
    for (const m of read[i]!.mentions!) all.push(start === 0 ? m : { start: m.start + start, end: m.end + start, type: m.type, rule: m.rule });
  }
  // a list that was added to has room for sixteen more
  return all.length === 0 ? NONE : all.slice();
}

const NONE: Mentions = [];
