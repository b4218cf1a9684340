import type { RawMention } from '../raw-mention';
import { nameAfterTitle, nameInList } from './names';
import { splitTitles } from './split-titles';
import { quotedNameLength } from './terms';

/** Corrects the mentions of one sentence by what the grammar of the genre is sure of: sorted, none overlapping another. */
export function refine(folded: string, mentions: readonly RawMention[]): RawMention[] {
  const trimmed = splitTitles(folded, mentions.flatMap((m) => trim(folded, m) ?? []));
  const withNames: RawMention[] = [];
  let end = 0;
  trimmed.forEach((m, k) => {
    if (m.start < end) return;
    withNames.push(m);
    if (m.type === 'POS' || m.type === 'PER') addNames(folded, m, limitBehind(folded, trimmed, k), withNames);
    end = Math.max(end, withNames.at(-1)!.end);
  });
  return withNames;
}

/** Where the next mention begins that no name can reach into. */
function limitBehind(folded: string, mentions: readonly RawMention[], index: number): number {
  for (let k = index + 1; k < mentions.length; k++) {
    const { type, start } = mentions[k]!;
    if (type === 'PER' || type === 'POS' || type === 'TIME' || type === 'DOC') return start;
  }
  return folded.length;
}

/** Names behind a title and down a list, as far as nothing else of certain type stands there. */
function addNames(folded: string, first: RawMention, limit: number, out: RawMention[]): void {
  let last = first;
  for (;;) {
    const next = last.type === 'POS' ? nameAfterTitle(folded, last) : last.type === 'PER' ? nameInList(folded, last) : undefined;
    if (!next || next.end > limit) return;
    out.push(next);
    last = next;
  }
}

/** The mention with the border that its marks give it, or undefined if nothing sensible is left. */
function trim(folded: string, mention: RawMention): RawMention | undefined {
  const written = folded.slice(mention.start, mention.end), isQuoted = mention.type === 'TERM' && written.startsWith('“');
  const length = isQuoted ? quotedNameLength(written, folded.slice(mention.end, mention.end + LONGEST_HEAD)) || written.length : lengthOf(written, mention, folded[mention.end]);
  return length > 0 ? { ...mention, end: mention.start + length } : undefined;
}

/** Longest head of a quoted name, in characters. */
const LONGEST_HEAD = 6;

/** Names of people end before any mark; other names before a bracket that is not theirs to the end. */
function lengthOf(written: string, { type }: RawMention, next: string | undefined): number {
  if (type === 'PER') { const mark = /[，。；：（）、“”《》\d]/u.exec(written); return mark ? mark.index : written.length; }
  let depth = 0, open = -1;
  for (let i = 0; i < written.length; i++) {
    if (written[i] === '（') { if (depth++ === 0) open = i; }
    else if (written[i] === '）' && --depth < 0) return i;
  }
  return depth === 0 ? written.length : depth === 1 && next === '）' ? written.length + 1 : open;
}
