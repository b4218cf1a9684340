import type { Genre } from '../analysis';
import { opensWithVerb } from '../lexicon/official-words';
import { perParagraph, type Paragraph } from '../text';

export interface RunIn {
  /** length of the heading with its 。 */
  length: number;
  verbal: boolean;
  /** length of an opener that repeats and is no part of the heading */
  skip: number;
}

const NARRATIVE = /是|正在|位于|已经|距今|(?<![主重首需])要(?![求素点领])|必须|应当|随后|来了|有(?:着|很|许多|不少|的|所)|[上时后中里]，|认真地|说|指出|强调|提出|号召|肯定|审议|表示|要求|认为|希望|来到|走进|了解|察看|查看|走访|询问|看望|慰问|检查|督导|视察|参观|观看|考察|调研|参加|出席|召开|举行|陪同|听取|主持|发言|交流|记者|如下|以下|为此|[他她它我你您]|了$|什么|怎么|吗|呢|吧|谢谢|感谢|同志|^在[^，]{2,16}，|^(?:今|昨|去|当|目前|近|日前|同时|此外|其中|因此|所以|总之|但|然而|虽然|如果|首先|最后|随后|接着|会上|会前|会后|期间|一年来|五年来|下午|上午|截至|根据|按照|为了|关于|由于|至于)|\d+(?:月|日|年)/u;
/** Openers that repeat before each head of a work report and do not belong to it: 「这五年，」「一年来，我们」. */
const REPEATED = /^(?:(?:这[一二三四五六七八九十]?年|过去[一二三四五六七八九十]?年|[一二三四五六七八九十]年来)[，、]?(?:我们)?|我们)[，、]?/u;

/**
 * A paragraph that opens with a short sentence and goes on: a run-in heading, if others like it stand around. A scraper may have put
 * the sentence on a line of its own; then `next`, the line after it, is its body.
 */
export function runInCandidate(paragraph: string, next?: string): RunIn | undefined {
  const stop = paragraph.slice(0, 44).search(/[。！？]/u);
  if (stop < 4 || paragraph[stop] !== '。') return undefined;
  const split = stop === paragraph.length - 1 && next !== undefined && next.length > 40 && /。/u.test(next.slice(-3)) && opensWithVerb(paragraph);
  if (paragraph.length - stop < 16 && !split) return undefined;
  const prefix = REPEATED.exec(paragraph)?.[0].length ?? 0;
  const head = paragraph.slice(prefix, stop);
  if (head.length < 4 || head.length > 32 || NARRATIVE.test(head) || /[：；]/u.test(head) || head.split('，').length > 3) return undefined;
  return { length: stop + 1, verbal: opensWithVerb(head) || prefix > 0, skip: prefix };
}

/** How many paragraphs of a stretch may open with a run-in heading, and how many of them with a verb. */
export interface RunInCounts { all: number; verbal: number }

/**
 * Does a paragraph really open with a run-in heading? If there are at least two in its group of neighbours; in a speech only where they are
 * verbal and at least three, since orators like short sentences.
 * @param inGroup those between the same two headings
 * @param inText those of the whole document
 */
export function acceptsRunIn(c: RunIn, inGroup: RunInCounts, inText: RunInCounts, genre: Genre): boolean {
  if (genre === 'speech') return c.verbal && inGroup.verbal >= 3;
  if (genre === 'workreport') return c.verbal ? inText.verbal >= 2 && (c.skip === 0 || inGroup.all >= 2) : inGroup.all >= 3 && inGroup.verbal >= inGroup.all / 2;
  if (genre === 'notice') return c.verbal && inGroup.verbal >= 2;
  return inText.all >= 2 && (inGroup.all >= 2 || inText.all >= 3);
}

/** Length of marker and heading: to the first 。 or ： where that ends a short sentence, else the whole line or its first clause. */
export function headingLength(line: string, from: number): number {
  const stop = line.slice(from, from + 60).search(/[。！？]/u);
  if (stop >= 0) return from + stop + 1;
  if (line.length - from <= 60) return line.length;
  const comma = line.slice(from, from + 60).search(/[，：]/u);
  return comma >= 4 ? from + comma : from + 40;
}

/** A paragraph's candidates for a run-in heading, with and without a line behind it that may be its body. */
const candidateOf = perParagraph(({ folded }) => ({ alone: runInCandidate(folded), isSplit: /^[^。！？]{4,43}。$/u.test(folded) }));

/** The run-in heading that a paragraph may open with; `body` is the paragraph behind it, where that is plain text. */
export function runInOf(paragraph: Paragraph, body: Paragraph | undefined): RunIn | undefined {
  const { alone, isSplit } = candidateOf(paragraph);
  return isSplit && body ? runInCandidate(paragraph.folded, body.folded) : alone;
}
