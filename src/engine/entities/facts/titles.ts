import type { RawMention } from '../raw-mention';

/** Longest stretch of names that share one title before them (市领导甲、乙、丙…). */
const MOST_SHARED = 40;

/**
 * The titles that the text sets beside each person's mention: 市委书记|甲, 甲|副市长, 市领导|甲、乙, 市委副书记、市长|甲.
 * A title comes with the body or place that stands directly before it (新吴区委 + 副书记).
 * `mentions` are sorted; answers by index into them.
 */
export function readTitles(mentions: readonly RawMention[], folded: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  mentions.forEach((m, i) => {
    if (m.type !== 'PER') return;
    const titles = [...titlesAfter(mentions, i, folded), ...titlesBefore(mentions, i, folded)];
    if (titles.length > 0) found.set(i, titles);
  });
  return found;
}

const gap = (mentions: readonly RawMention[], i: number, folded: string): string => folded.slice(mentions[i]!.end, mentions[i + 1]!.start);

/** A title directly after a name, which no further name claims: 甲副市长, but not 甲 | 市长乙. */
function titlesAfter(mentions: readonly RawMention[], i: number, folded: string): string[] {
  const next = mentions[i + 1];
  if (next?.type !== 'POS' || next.start !== mentions[i]!.end) return [];
  return mentions[i + 2]?.type === 'PER' && mentions[i + 2]!.start === next.end ? [] : [folded.slice(next.start, next.end)];
}

function titlesBefore(mentions: readonly RawMention[], i: number, folded: string): string[] {
  let at = i;
  for (let steps = 0; at > 0 && mentions[at - 1]!.type === 'PER' && /^[、和及]$/u.test(gap(mentions, at - 1, folded)) && steps < MOST_SHARED; steps++) at--;
  const titles: string[] = [];
  while (at > 0 && mentions[at - 1]!.type === 'POS' && /^[、,，兼\s]{0,2}$/u.test(gap(mentions, at - 1, folded)) && (titles.length > 0 || gap(mentions, at - 1, folded).trim() === '')) {
    at--;
    const title = mentions[at]!;
    let start = title.start;
    while (at > 0 && /ORG|LOC/.test(mentions[at - 1]!.type) && mentions[at - 1]!.end === start) start = mentions[--at]!.start;
    titles.unshift(folded.slice(start, title.end));
    // Two titles belong to one person only across 、 or 兼, so a name further left keeps its own.
    if (at > 0 && mentions[at - 1]!.type === 'PER') break;
  }
  return titles;
}
