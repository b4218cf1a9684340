import type { RawMention } from '../raw-mention';

const QUOTATION = /“[^“”。！？\n]{1,16}”/gu;

/**
 * Quotations of one length in one sentence stand for the same kind of thing: where one is a term the others are (96 in 100 in labelled
 * sentences of the genre): “链长”“链主”, “树表率”…“树旗帜”. Adds those that nothing was found in; sorted.
 */
export function addParallelQuotes(sentence: string, mentions: readonly RawMention[]): readonly RawMention[] {
  let lengths: Set<number> | undefined;
  for (const m of mentions) if (m.type === 'TERM' && sentence[m.start] === '“') (lengths ??= new Set()).add(sentence.indexOf('”', m.start) + 1 - m.start);
  if (!lengths) return mentions;
  const more: RawMention[] = [];
  let next = 0;
  for (const { index: start, 0: quotation } of sentence.matchAll(QUOTATION)) {
    const end = start + quotation.length;
    while (next < mentions.length && mentions[next]!.end <= start) next++;
    if (lengths.has(quotation.length) && !(next < mentions.length && mentions[next]!.start < end)) more.push({ start, end, type: 'TERM', rule: 'term.parallel' });
  }
  return more.length === 0 ? mentions : [...mentions, ...more].sort((a, b) => a.start - b.start);
}
