import { firstMatch } from '../lexicon/first-match';
import { WordFinder } from '../lexicon/word-finder';
import { perParagraph, type Paragraph } from '../text';
import { markerOrdinal, MARKERS, type MarkerFamily } from './markers';

const listOf = perParagraph(({ folded }): readonly InlineItem[] => readInlineList(folded)), listsOf = perParagraph(() => new Map<number, readonly InlineItem[]>());

/** The lists inside a paragraph from an offset in it on, see `readInlineList`. */
export function inlineListOf(paragraph: Paragraph, from = 0): readonly InlineItem[] {
  if (from === 0) return listOf(paragraph);
  const lists = listsOf(paragraph), known = lists.get(from);
  if (known) return known;
  const list = readInlineList(paragraph.folded, from);
  lists.set(from, list);
  return list;
}

/** An item of a list inside a paragraph; offsets into the text given. */
export interface InlineItem {
  readonly family: MarkerFamily;
  readonly start: number;
  readonly end: number;
  /** where the text after the marker begins */
  readonly bodyStart: number;
  readonly marker: string;
  readonly ordinal: number;
  readonly children: readonly InlineItem[];
}

interface Hit { family: MarkerFamily; start: number; bodyStart: number; marker: string; ordinal: number }

const SENTENCE_BORDER = /[。；：！？;:”』」’\s]/u, CLAUSE_BORDER = /[。；：，！？、;:,”』」’\s]/u;
/** The first markers of the families that stand inside paragraphs: those of one character, and the others. Most paragraphs have none. */
const FIRST = MARKERS.flatMap(({ first }) => first ?? []), LONE_FIRST = new RegExp(`[${FIRST.filter((first) => first.length === 1).join('')}]`, 'u');
const FIRSTS = new WordFinder([{ list: 0, words: FIRST.filter((first) => first.length > 1) }]);
/** What stands before 「一是」 where it is no item: 「重点之一是」「唯一是」「统一要」. */
const NO_FIRST = /[之的第唯统同专单万逐其十百千星期周初每这那某任]/u;

/**
 * Lists inside a paragraph: sequences of one family that begin at one and run on (「一是…；二是…」). An item ends where the next
 * begins, the last one with the text. Lists of other families inside an item are its children.
 */
export function readInlineList(text: string, from = 0): readonly InlineItem[] {
  if (!FIRSTS.isIn(text) && !LONE_FIRST.test(text)) return NONE;
  return listIn(text, from, text.length, INLINE.filter(({ first }) => hasOne(text, from, first!)), 0);
}

const INLINE = MARKERS.filter(({ inline }) => inline);
const NONE: readonly InlineItem[] = [];
/** Lists inside of items of lists are read up to this depth. */
const DEEPEST = 2;

function hasOne(text: string, from: number, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word, from)) return true;
  return false;
}

/** @param families those that have a first marker in the text, but for those of the items around */
function listIn(text: string, from: number, to: number, families: readonly MarkerFamily[], depth: number): readonly InlineItem[] {
  let best: Hit[] | undefined;
  for (const family of families) {
    const run = firstRun(hitsOf(family, text, from, to));
    if (run.length > 1 && (!best || run[0]!.start < best[0]!.start)) best = run;
  }
  if (!best) return NONE;
  const others = depth < DEEPEST ? families.filter((family) => family !== best[0]!.family) : [], hits = best;
  return hits.map((hit, i) => {
    const end = hits[i + 1]?.start ?? to, { family, start, bodyStart, marker, ordinal } = hit;
    return { family, start, end, bodyStart, marker, ordinal, children: others.length > 0 ? listIn(text, bodyStart, end, others, depth + 1) : NONE };
  });
}

function hitsOf(family: MarkerFamily, text: string, from: number, to: number): Hit[] {
  const hits: Hit[] = [], pattern = family.inline!;
  for (let m = firstMatch(pattern, text, from); m && m.index < to; m = pattern.exec(text)) {
    const ordinal = markerOrdinal(m.slice(1));
    if (ordinal === undefined || !standsFree(family, text, m.index, from, ordinal)) continue;
    hits.push({ family, start: m.index, bodyStart: m.index + m[0].length, marker: m[0].replace(/[，、：]$/u, ''), ordinal });
  }
  return hits;
}

function standsFree(family: MarkerFamily, text: string, at: number, from: number, ordinal: number): boolean {
  if (at === from) return true;
  const before = text[at - 1]!;
  if ((family.border === 'clause' ? CLAUSE_BORDER : SENTENCE_BORDER).test(before)) return true;
  // the first 一是 may follow its verb directly: 「他要求各县区一是要…；二是要…」
  return ordinal === 1 && /^marker\.yi/u.test(family.name) && !NO_FIRST.test(before);
}

/** The first sequence 1, 2, 3 … among the hits; a repeated 「一是…一是…」 counts too. */
function firstRun(hits: readonly Hit[]): Hit[] {
  for (let i = 0; i < hits.length; i++) {
    if (hits[i]!.ordinal !== 1) continue;
    const run = [hits[i]!];
    for (let j = i + 1; j < hits.length; j++) {
      const wanted = run.at(-1)!.ordinal + 1, have = hits[j]!.ordinal;
      if (have === wanted || have === 9 && hits[j]!.marker.startsWith('最后')) run.push(hits[j]!);
      else if (have === 1) break;
    }
    const repeated = hits[i + 1];
    if (run.length === 1 && repeated?.ordinal === 1 && /^marker\.yishi$/u.test(repeated.family.name) && repeated.start - run[0]!.start < 80) run.push(repeated);
    if (run.length > 1) return run;
  }
  return [];
}
