import type { Span } from '../analysis';
import { firstMatch } from '../lexicon/first-match';
import type { Paragraph } from '../text';

const SENTENCE = /[^。！？]+(?:[。！？]+[”’」』）)]*|$)/gu;
const SAYS = /^[^，。：；]{1,24}?(?:强调|指出|要求|希望|表示|说|讲|勉励|叮嘱|嘱咐|认为|寄语|号召|鼓励)/u;

/** The sentences of a paragraph; a whole quotation and the 「某某强调，…」 after it are one sentence. */
export function sentencesOf(paragraph: Paragraph): Span[] {
  const out: Span[] = [], base = paragraph.start;
  for (let m = firstMatch(SENTENCE, paragraph.folded); m; m = SENTENCE.exec(paragraph.folded)) {
    const s = { start: base + m.index + (/^\s*/u.exec(m[0])?.[0].length ?? 0), end: base + m.index + m[0].length };
    const before = out.at(-1);
    if (before && isQuote(paragraph.folded.slice(before.start - base, before.end - base)) && SAYS.test(paragraph.folded.slice(s.start - base, s.end - base))) out[out.length - 1] = { start: before.start, end: s.end };
    else out.push(s);
  }
  return out;
}

function isQuote(text: string): boolean { return /^[“「『]/u.test(text) && /[。！？][”」』]$/u.test(text); }

/** ， ； ： 。 ！ ？ */
const isClauseEnd = (unit: number): boolean => unit === 0xff0c || unit === 0xff1b || unit === 0xff1a || unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
const isClosing = (unit: number): boolean => isClauseEnd(unit) || unit === 0x201d || unit === 0x300d || unit === 0x300f;

/** Clauses of a sentence: parts between ，；： and sentence ends, without the marks behind them, with their offsets in it. */
export function clausesOf(text: string): { text: string; at: number }[] {
  const out: { text: string; at: number }[] = [];
  for (let at = 0, i = 0; i < text.length; i++) {
    if (!isClauseEnd(text.charCodeAt(i)) && i < text.length - 1) continue;
    let end = i + 1;
    while (end > at && isClosing(text.charCodeAt(end - 1))) end--;
    if (end > at) out.push({ text: text.slice(at, end), at });
    at = i + 1;
  }
  return out;
}
