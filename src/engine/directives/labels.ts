import { isAgent } from '../lexicon/official-words';
import { wordBorderBefore } from '../lexicon/word-border';
import { clausesOf } from './sentences';

const LABEL_MAX = 30;
const EMPTY = /^(?:同时|此外|另外|因此|所以|总之|特别是|尤其是|首先|其次|最后|对此|为此|当前|今后|目前|下一步|接下来|要知道|但是|但)$|^.{0,12}(?:消息|讯|电|报道)(?:（[^）]*）)?(?:\s*\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?[上下晚]?午?)?$|^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?[上下晚]?午?$|^(?:按照|根据|围绕|依据|结合|以|在|从|对|面对|随着|通过|针对|为了?|作为|当前|今后|今年|明年|到\d)[^，]*$/u;

/** What stands before the gist: opening marks, adverbs, the modal itself. */
const LEAD = /^(?:[“「『‘](?![^”」』’]{1,16}[”」』’])|[\s，：]|同时|因此|特别|尤其|首先|还|也|都|更|既|又|就是|关键是|切实|当前|要(?!求|素|点|领)|务必|应当|应该|必须(?=[一-龥]{6}))+/u;

/**
 * A short label for a sentence: its first clauses that carry the demand, cut at clause borders; offsets into the text. `from` is where
 * the content starts (after issuer and cue), `modalAt` where the modal stands.
 */
export function gist(text: string, from: number, modalAt = -1): { label: string; start: number; end: number } {
  const content = text.slice(from), clauses = clausesOf(content).map((c) => ({ ...c, at: c.at + from }));
  const first = Math.max(0, clauses.findIndex((c) => (modalAt >= 0 ? c.at + c.text.length > modalAt : !EMPTY.test(c.text.replace(/^[，：“]+/u, '')))));
  const opening = clauses[first];
  if (!opening) return { label: text.slice(0, LABEL_MAX), start: 0, end: Math.min(text.length, LABEL_MAX) };
  const skip = modalAt >= opening.at && dropsSubject(opening.text.slice(0, modalAt - opening.at)) ? modalAt - opening.at : 0, inner = opening.text.slice(skip), start = opening.at + skip + (LEAD.exec(inner)?.[0].length ?? 0);
  let end = opening.at + opening.text.length;
  for (const c of clauses.slice(first + 1, first + 3)) if (c.at + c.text.length - start <= LABEL_MAX && end - start < 14) end = c.at + c.text.length;
  if (end - start > LABEL_MAX + 6) end = cutAt(text, start, LABEL_MAX);
  if (end <= start) return { label: text.slice(from, from + LABEL_MAX), start: from, end: Math.min(text.length, from + LABEL_MAX) };
  return { label: text.slice(start, end).replace(/[，。；：、！？”」』]+$/u, ''), start, end };
}

/** The subject before a modal is left out where it only says who must act: 「各部门要…」. */
function dropsSubject(before: string): boolean {
  const subject = before.replace(/^(?:当前和今后一个时期|当前|今后|目前|同时|因此|特别是?|我们|[^，]*(?:期间|以后))/u, '').replace(/(?:都|也|还|更|均|则|首先|特别|既|仍|就|始终|一定|务必)+$/u, '');
  return subject === '' || /^(?:就是|我们|大家|但|所以)$/u.test(subject) || isAgent(subject);
}

/** A cut at 、 or 和 near the limit, else between two words. */
function cutAt(text: string, start: number, limit: number): number {
  const part = text.slice(start, start + limit);
  const stop = Math.max(part.lastIndexOf('、'), part.lastIndexOf('和'), part.lastIndexOf('与'));
  return start + (stop > limit / 2 ? stop : wordBorderBefore(text.slice(start, start + limit + 8), limit));
}
