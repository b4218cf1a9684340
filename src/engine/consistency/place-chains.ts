import type { Defect, Span } from '../analysis';
import type { FoundMention } from '../entities';
import { documentYear } from '../entities/facts/document-year';
import type { Place, Places } from '../entities/gazetteers/places';
import type { LongString } from '../text';
import { perFindings, sentenceAround, type Findings, type ParagraphFindings } from './findings';
import { FIRST_YEAR } from './former-places';
import { divisionsOf, isWider, parentRows, PAST_ROWS, UNJUDGED_ROWS } from './place-rows';

/** Two neighbours of a chain of full names, as offsets into it. */
interface Neighbours extends Span { readonly parent: string; readonly division: string }

/** Such a pair in the text: it stands in one mention or in adjacent ones. */
interface Misplaced extends Neighbours { readonly mention: FoundMention }

/** Longest name of a division above the township and longest chain, in characters: 积石山保安族东乡族撒拉族自治县 has fifteen. */
const LONGEST_NAME = 15, LONGEST_CHAIN = 60;
/** Only such wordings can hold two full names. */
const TWO_NAMES = /[省市区州盟].+[市区县旗州盟]/u;
/** Right parents that a message lists. */
const MOST_LISTED = 4;

/**
 * Chains of full names (江苏省杭州市) in one mention or in adjacent ones of which a part does not lie in the part before it. Townships, and texts
 * older than the source for former divisions, are not judged.
 */
export function* placeSlips(findings: Findings): Generator<void, Defect[]> {
  const { text, places } = findings, found = yield* misplacedIn(findings);
  if (!places || found.length === 0) return [];
  const year = yield* documentYear(mentionsOf(findings));
  return year !== undefined && year < FIRST_YEAR ? [] : found.map((m) => defectOf(m, rightParents(m, places), text.repaired));
}

function* mentionsOf({ text, entities }: Findings): Generator<FoundMention> { for (const paragraph of text.paragraphs) yield* entities.mentionsIn(paragraph); }

const misplacedIn = perFindings((found, places) => (places ? misplaced(found, places) : []));

function misplaced({ paragraph, mentions }: ParagraphFindings, places: Places): Misplaced[] {
  const { folded } = paragraph, pairs: Misplaced[] = [];
  for (let i = 0; i < mentions.length;) {
    const mention = mentions[i]!, last = lastAdjacent(mentions, i), chain = mention.type === 'LOC' || mention.type === 'ORG' ? folded.slice(mention.from, Math.min(mentions[last]!.to, mention.from + LONGEST_CHAIN)) : '';
    if (TWO_NAMES.test(chain)) for (const pair of neighbours(chain, places)) if (isWrong(pair, places) && !isPast(paragraph, mention.from)) pairs.push({ ...pair, mention });
    i = last + 1;
  }
  return pairs;
}

/** The last of the mentions that stand behind a place without anything between them. */
function lastAdjacent(mentions: readonly FoundMention[], first: number): number {
  let last = first;
  while (mentions[last]!.type === 'LOC' && mentions[last + 1]?.from === mentions[last]!.to) last++;
  return last;
}

function isPast(paragraph: ParagraphFindings['paragraph'], at: number): boolean {
  const { start, end } = sentenceAround(paragraph, at), sentence = paragraph.folded.slice(start, end);
  return PAST_ROWS.some((row) => row.holds(sentence));
}

function isWrong({ parent, division }: Neighbours, places: Places): boolean {
  return !UNJUDGED_ROWS.some((row) => row.holds([parent, division])) && parentRows(places).some((row) => row.holds([parent, division]));
}

/** The neighbours in the chain of full names at the beginning of a wording. */
function neighbours(wording: string, places: Places): Neighbours[] {
  const found: Neighbours[] = [];
  for (let from = 0, at = nameEnd(wording, 0, places); at > from;) {
    const next = nameEnd(wording, at, places);
    if (next === at) break;
    found.push({ start: from, end: next, parent: wording.slice(from, at), division: wording.slice(at, next) });
    [from, at] = [at, next];
  }
  return found;
}

/** Where the longest full name at an offset ends; the offset itself where none begins. */
function nameEnd(wording: string, from: number, places: Places): number {
  for (let end = Math.min(wording.length, from + LONGEST_NAME); end > from + 1; end--) if (divisionsOf(wording.slice(from, end), places).length > 0) return end;
  return from;
}

/** Names of the divisions of the parent's level in which the division lies, by the table. */
function rightParents({ parent, division }: Neighbours, places: Places): string[] {
  const levels = new Set(divisionsOf(parent, places).map((p) => p.level));
  const above = (d: Place): Place[] => {
    const path = places.path(d).filter((p) => isWider(p, d)), same = path.filter((p) => levels.has(p.level));
    return same.length > 0 ? same : path.slice(-1);
  };
  return [...new Set(divisionsOf(division, places).flatMap((d) => above(d).map((p) => p.name)))];
}

function defectOf({ parent, division, start, end, mention }: Misplaced, right: readonly string[], repaired: LongString): Defect {
  const listed = right.slice(0, MOST_LISTED).join('、') + (right.length > MOST_LISTED ? '…' : ''), span = { start: mention.start + start, end: mention.start + end };
  const isSure = right.length === 1 && repaired.slice(span.start, span.end) === parent + division;
  return {
    ...span, kind: 'place', code: 'consistency.place', message: `“${division}” is not in “${parent}” but in ${listed} (GB/T 2260)`,
    args: { division, parent, right: listed }, ...(isSure && { candidates: [right[0]! + division] }),
  };
}
