import type { Span } from '../analysis';
import type { Paragraph } from '../text';

const SAYS = /^[^，。：；]{1,24}?(?:强调|指出|要求|希望|表示|说|讲|勉励|叮嘱|嘱咐|认为|寄语|号召|鼓励)/u;

/** The sentences of a paragraph; a whole quotation and the 「某某强调，…」 after it are one sentence. */
export function sentencesOf(paragraph: Paragraph): Span[] {
  const out: Span[] = [], base = paragraph.start;
  for (const m of paragraph.folded.matchAll(/[^。！？]+(?:[。！？]+[”’」』）)]*|$)/gu)) {
    const s = { start: base + m.index + (/^\s*/u.exec(m[0])?.[0].length ?? 0), end: base + m.index + m[0].length };
    const before = out.at(-1);
    if (before && isQuote(paragraph.folded.slice(before.start - base, before.end - base)) && SAYS.test(paragraph.folded.slice(s.start - base, s.end - base))) before.end = s.end;
    else out.push({ ...s });
  }
  return out;
}

function isQuote(text: string): boolean { return /^[“「『]/u.test(text) && /[。！？][”」』]$/u.test(text); }

/** Clauses of a sentence: parts between ，；： with their offsets in it. */
export function clausesOf(text: string): { text: string; at: number }[] {
  const out: { text: string; at: number }[] = [];
  let at = 0;
  for (const part of text.split(/(?<=[，；：。！？])/u)) { out.push({ text: part.replace(/[，；：。！？”」』]+$/u, ''), at }); at += part.length; }
  return out.filter((c) => c.text !== '');
}
