import type { RawMention } from '../raw-mention';

/** Longest stretch of names that share one title before them (市领导甲、乙、丙…). */
const MOST_SHARED = 40;

/** A title that the text sets beside a person's mention: indices of both mentions, and the title with the body or place before it. */
export interface HeldTitle { readonly person: number; readonly post: number; readonly title: string }

/**
 * The titles that the text sets beside persons' mentions: 市委书记|甲, 甲|副市长, 市领导|甲、乙, 市委副书记、市长|甲.
 * A title comes with the body or place that stands directly before it (新吴区委 + 副书记). `mentions` are sorted.
 */
export function heldTitles(mentions: readonly RawMention[], folded: string): HeldTitle[] {
  return mentions.flatMap((m, i) => (m.type === 'PER' ? [...titleAfter(mentions, i, folded), ...titlesBefore(mentions, i, folded)] : []));
}

/** The same by index of the person's mention. */
export function readTitles(mentions: readonly RawMention[], folded: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { person, title } of heldTitles(mentions, folded)) {
    const titles = found.get(person);
    if (titles) titles.push(title); else found.set(person, [title]);
  }
  return found;
}

const gap = (mentions: readonly RawMention[], i: number, folded: string): string => folded.slice(mentions[i]!.end, mentions[i + 1]!.start);

/** A title directly after a name, which no further name claims: 甲副市长, but not 甲 | 市长乙. */
function titleAfter(mentions: readonly RawMention[], person: number, folded: string): HeldTitle[] {
  const next = mentions[person + 1];
  if (next?.type !== 'POS' || next.start !== mentions[person]!.end) return [];
  return mentions[person + 2]?.type === 'PER' && mentions[person + 2]!.start === next.end ? [] : [{ person, post: person + 1, title: folded.slice(next.start, next.end) }];
}

function titlesBefore(mentions: readonly RawMention[], person: number, folded: string): HeldTitle[] {
  let at = person;
  for (let steps = 0; at > 0 && mentions[at - 1]!.type === 'PER' && /^[、和及]$/u.test(gap(mentions, at - 1, folded)) && steps < MOST_SHARED; steps++) at--;
  const titles: HeldTitle[] = [];
  while (at > 0 && mentions[at - 1]!.type === 'POS' && /^[、,，兼\s]{0,2}$/u.test(gap(mentions, at - 1, folded)) && (titles.length > 0 || gap(mentions, at - 1, folded).trim() === '')) {
    at--;
    const post = at, title = mentions[at]!;
    let start = title.start;
    while (at > 0 && /ORG|LOC/.test(mentions[at - 1]!.type) && mentions[at - 1]!.end === start) start = mentions[--at]!.start;
    titles.unshift({ person, post, title: folded.slice(start, title.end) });
    // Two titles belong to one person only across 、 or 兼, so a name further left keeps its own.
    if (at > 0 && mentions[at - 1]!.type === 'PER') break;
  }
  return titles;
}
