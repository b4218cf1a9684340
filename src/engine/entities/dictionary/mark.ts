import type { DictionaryEntry } from '../../resources';
import type { RawMention } from '../raw-mention';
import type { Wordings } from './wordings';

/** The rule that every mention found by a dictionary carries. */
export const DICTIONARY_RULE = 'dictionary';

interface Match { start: number; end: number; entry: DictionaryEntry }

/**
 * Adds the wordings of a dictionary to the mentions of a folded text and takes away what they overrule. From left to right the longest wording
 * counts. Both lists are sorted and hold no overlap, and so does the answer. Linear in text and mentions.
 */
export function markWordings(folded: string, mentions: readonly RawMention[], wordings: Wordings): RawMention[] {
  const kept: RawMention[] = [];
  let at = 0, taken = 0;
  for (const match of matchesIn(folded, wordings)) {
    while (at < mentions.length && mentions[at]!.end <= match.start) push(mentions[at++]!);
    const around = mentions[at];
    if (around && around.end > match.start && contains(around, match) && isLongerName(folded, around, match)) continue;
    push({ start: match.start, end: match.end, type: match.entry.type, rule: DICTIONARY_RULE });
  }
  for (; at < mentions.length; at++) push(mentions[at]!);
  return kept;

  /** What the recognizer found gives way to a wording that it touches. */
  function push(mention: RawMention): void {
    if (mention.rule !== DICTIONARY_RULE && mention.start < taken) return;
    kept.push(mention);
    taken = mention.end;
  }
}

function* matchesIn(folded: string, wordings: Wordings): Generator<Match> {
  for (let start = 0; start < folded.length;) {
    const found = wordings.longestAt(folded, start);
    if (found) yield { start, ...found };
    start = found?.end ?? start + 1;
  }
}

const contains = (outer: RawMention, inner: Match): boolean => outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;

/** A verb directly behind a name: what reaches over its first character (王明强|调) is a name read too far. */
const VERB_BEHIND = /^(?:强调|指出|要求|表示|认为|主持|出席|介绍|希望|勉励|来到|走进|率|赴|调研|检查|会见|宣布|代表)/u;
/** Ends of what stands before a name that belongs to it: 青禾市|教育局, 东江大学|医学院. */
const OWNER = /(?:[省市区县州盟旗镇乡村国]|街道|社区|大学|学院|集团|公司|医院|中共|政府|[党县市区省]委)$/u;

/**
 * Is the wider mention a name of its own, so that the wording in it is only a part of that (青禾区 in 青禾区委)? Posts hold no other name; in
 * persons a wording counts if a verb follows; at the end of a mention of the same type it counts unless an owner's name stands before it.
 */
function isLongerName(folded: string, around: RawMention, match: Match): boolean {
  if (around.type === 'POS') return match.entry.type === 'POS';
  if (around.type === 'PER') return match.entry.type === 'PER' && match.start === around.start && !VERB_BEHIND.test(folded.slice(match.end, match.end + 2));
  if (around.type !== match.entry.type || match.end < around.end) return true;
  return OWNER.test(folded.slice(around.start, match.start));
}
