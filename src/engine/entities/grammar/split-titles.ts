import type { RawMention } from '../raw-mention';

/** A title that repeats the last character of the body before it: 业务处|处长, 科教部|副部长. */
const DOUBLED = /^([\u4e00-\u9fff]*?([局处科部厅院所司署室团队社会]))(副?\2长)$/u;

/**
 * Takes the name of the body out of a title it was read into, and gives a body the end that was taken for a part of the title:
 * [业务处处长] → [业务处][处长], [科教][部副部长] → [科教部][副部长]. Sorted.
 */
export function splitTitles(folded: string, mentions: readonly RawMention[]): RawMention[] {
  const out: RawMention[] = [];
  for (const m of mentions) {
    const found = m.type === 'POS' ? DOUBLED.exec(folded.slice(m.start, m.end)) : null, before = out.at(-1);
    if (!found) { out.push(m); continue; }
    const border = m.end - found[3]!.length, title: RawMention = { start: border, end: m.end, type: m.type, rule: 'title.doubled' };
    if (found[1]!.length > 1) out.push({ start: m.start, end: border, type: 'ORG', rule: 'title.doubled' }, title);
    else if (before?.type === 'ORG' && before.end === m.start) out.splice(-1, 1, { start: before.start, end: border, type: before.type, rule: 'title.doubled' }, title);
    else out.push(m);
  }
  return out;
}
