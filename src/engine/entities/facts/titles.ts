import type { FoundMention } from '../found-mention';

/** Longest stretch of names that share one title before them (市领导甲、乙、丙…). */
const MOST_SHARED = 40;

/** A title that the text sets beside a person's mention, with the body or place before it. */
export interface HeldTitle { readonly person: FoundMention; readonly post: FoundMention; readonly title: string }

/**
 * The titles that a paragraph sets beside persons' mentions: 市委书记|甲, 甲|副市长, 市领导|甲、乙, 市委副书记、市长|甲.
 * A title comes with the body or place that stands directly before it (余杭区委 + 副书记). `mentions` are those of the paragraph, sorted.
 */
export function heldTitles(mentions: readonly FoundMention[], folded: string): readonly HeldTitle[] {
  if (!mentions.some((m) => m.type === 'POS')) return NONE;
  return mentions.flatMap((m, i) => (m.type === 'PER' ? [...titleAfter(mentions, i), ...titlesBefore(mentions, i, folded)] : []));
}

const NONE: readonly HeldTitle[] = [];

const gap = (mentions: readonly FoundMention[], i: number, folded: string): string => folded.slice(mentions[i]!.to, mentions[i + 1]!.from);

/** A title directly after a name, which no further name claims: 甲副市长, but not 甲 | 市长乙. */
function titleAfter(mentions: readonly FoundMention[], person: number): HeldTitle[] {
  const next = mentions[person + 1];
  if (next?.type !== 'POS' || next.from !== mentions[person]!.to) return [];
  return mentions[person + 2]?.type === 'PER' && mentions[person + 2]!.from === next.to ? [] : [{ person: mentions[person]!, post: next, title: next.folded }];
}

function titlesBefore(mentions: readonly FoundMention[], person: number, folded: string): HeldTitle[] {
  let at = person;
  for (let steps = 0; at > 0 && mentions[at - 1]!.type === 'PER' && /^[、和及]$/u.test(gap(mentions, at - 1, folded)) && steps < MOST_SHARED; steps++) at--;
  const titles: HeldTitle[] = [];
  while (at > 0 && mentions[at - 1]!.type === 'POS' && /^[、,，兼\s]{0,2}$/u.test(gap(mentions, at - 1, folded)) && (titles.length > 0 || gap(mentions, at - 1, folded).trim() === '')) {
    at--;
    const post = mentions[at]!;
    let from = post.from;
    while (at > 0 && /ORG|LOC/.test(mentions[at - 1]!.type) && mentions[at - 1]!.to === from) from = mentions[--at]!.from;
    titles.unshift({ person: mentions[person]!, post, title: folded.slice(from, post.to) });
    // Two titles belong to one person only across 、 or 兼, so a name further left keeps its own.
    if (at > 0 && mentions[at - 1]!.type === 'PER') break;
  }
  return titles;
}
