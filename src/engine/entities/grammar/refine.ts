import type { RawMention } from '../raw-mention';
import { nameAfterTitle, nameInList } from './names';
import { splitTitles } from './split-titles';
import { quotedNameLength } from './terms';

/** Corrects the mentions of one sentence by what the grammar of the genre is sure of: sorted, none overlapping another. */
export function refine(folded: string, mentions: readonly RawMention[]): readonly RawMention[] {
  if (mentions.length === 0) return mentions;
  const trimmed = splitTitles(folded, trimAll(folded, mentions)), withNames: RawMention[] = [];
  let end = 0;
  for (let k = 0; k < trimmed.length; k++) {
    const m = trimmed[k]!;
    if (m.start < end) continue;
    withNames.push(m);
    if (m.type === 'POS' || m.type === 'PER') addNames(folded, m, trimmed, k, withNames);
    end = Math.max(end, withNames.at(-1)!.end);
  }
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
function addNames(folded: string, first: RawMention, mentions: readonly RawMention[], index: number, out: RawMention[]): void {
  let last = first, limit = -1;
  for (;;) {
    const next = last.type === 'POS' ? nameAfterTitle(folded, last) : last.type === 'PER' ? nameInList(folded, last) : undefined;
    if (!next) return;
    if (limit < 0) limit = limitBehind(folded, mentions, index);
    if (next.end > limit) return;
    out.push(next);
    last = next;
  }
}

/** The mentions with the borders that their marks give them, without those of which nothing sensible is left. */
function trimAll(folded: string, mentions: readonly RawMention[]): RawMention[] {
  const out: RawMention[] = [];
  for (const m of mentions) {
    const { start, end, type, rule } = m, length = lengthIn(folded, m);
    if (start + length === end) out.push(m); else if (length > 0) out.push({ start, end: start + length, type, rule });
  }
  return out;
}

/** Length of the mention with the border that its marks give it, 0 if nothing sensible is left. */
function lengthIn(folded: string, mention: RawMention): number {
  const { start, end, type } = mention;
  if (type === 'PER') { const mark = folded.slice(start, end).search(MARK); return mark >= 0 ? mark : end - start; }
  if (type === 'TERM' && folded[start] === '“') return quotedNameLength(folded.slice(start, end), folded.slice(end, end + LONGEST_HEAD)) || end - start;
  return lengthBeforeBracket(folded, start, end);
}

/** Longest head of a quoted name, in characters. */
const LONGEST_HEAD = 6;

/** Names of people end before any of these. */
const MARK = /[，。；：（）、“”《》\d]/u;

const OPEN_BRACKET = 0xff08, CLOSE_BRACKET = 0xff09;

/** Other names end before a bracket that is not theirs to the end. */
function lengthBeforeBracket(folded: string, start: number, end: number): number {
  let depth = 0, open = end;
  for (let i = start; i < end; i++) {
    const unit = folded.charCodeAt(i);
    if (unit === OPEN_BRACKET) { if (depth++ === 0) open = i; }
    else if (unit === CLOSE_BRACKET && --depth < 0) return i - start;
  }
  if (depth === 0) return end - start;
  return depth === 1 && folded.charCodeAt(end) === CLOSE_BRACKET ? end + 1 - start : open - start;
}
