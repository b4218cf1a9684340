import type { Defect } from '../analysis';
import type { FoundMention } from '../entities';
import { surnameOf, titlesMatch } from '../entities/linking/person';
import { inSteps } from '../steps';
import { CHARACTER_ROWS } from './characters';
import { firstIndex, sentenceAround, spanOf, type Findings } from './findings';
import { readNames, type Name } from './names';
import { readPost, samePost } from './posts';

/** Names compared with one that is like them; more are no names. */
const MOST_ALIKE = 8;
/** Mentions of the rarer wording looked at. */
const MOST_SEEN = 64;
/** A wording that is used more often than this is no slip of the pen, unless the other is much commoner. */
const OFTEN = 5, MUCH = 3;

/**
 * One person written in two ways: names of one length that differ in one character of the given name, by a character like it. They are two
 * people's where they share a sentence, where both hold titles and none in common, where both stand only in lists of names without titles, and
 * where both are common.
 * The rarer wording is the slip, or the one that the user's dictionary does not have.
 */
export function* spellingSlips(findings: Findings): Generator<void, Defect[]> {
  const best = new Map<Name, Name>();
  yield* inSteps(pairsIn(yield* readNames(findings)), (pairs) => {
    for (const [a, b] of pairs) {
      const [slip, right] = inOrder(a, b);
      if (isOnePerson(slip, right) && !meet(slip, right) && right.mentions.length > (best.get(slip)?.mentions.length ?? 0)) best.set(slip, right);
    }
  });
  return [...best].flatMap(([slip, right]) => (best.has(right) ? [] : defectsOf(slip, right)));
}

/** Names of one length that differ in one character of the given name, each pair once: of each name those with names before it. */
function* pairsIn(names: ReadonlyMap<string, Name>): Generator<[Name, Name][]> {
  const byFrame = new Map<string, Name[]>();
  for (const name of names.values()) {
    yield framesOf(name).flatMap((frame) => {
      const others = byFrame.get(frame) ?? [];
      if (others.length < MOST_ALIKE) byFrame.set(frame, [...others, name]);
      return others.map((other): [Name, Name] => [other, name]);
    });
  }
}

/** A name with each character of the given name left out. One of two characters has little left, so it is compared only with others of the same post. */
function framesOf({ key, titles }: Name): string[] {
  const surname = surnameOf(key), given = key.slice(surname.length);
  if (key.length === 2) return [...new Set([...titles].flatMap((t) => { const post = readPost(t); return post ? [`${surname}* ${post.head}`] : []; }))];
  return Array.from(given, (_, i) => `${surname}${given.slice(0, i)}*${given.slice(i + 1)}`);
}

/** The slip first: what the dictionary lacks, what is rarer, what comes later. */
function inOrder(a: Name, b: Name): [slip: Name, right: Name] {
  const order = Number(a.isKnown) - Number(b.isKnown) || a.mentions.length - b.mentions.length || b.mentions[0]!.start - a.mentions[0]!.start;
  return order < 0 ? [a, b] : [b, a];
}

function isOnePerson(slip: Name, right: Name): boolean {
  if (slip.isKnown && right.isKnown || slip.mentions.length > OFTEN && right.mentions.length < MUCH * slip.mentions.length) return false;
  let i = 0;
  while (slip.key.charAt(i) === right.key.charAt(i)) i++;
  const row = CHARACTER_ROWS.find((r) => r.holds([slip.key.charAt(i), right.key.charAt(i)])), titled = slip.titles.size > 0 && right.titles.size > 0;
  if (!row || slip.key.length === 2) return row !== undefined && titled && some(slip, right, holdOnePost);
  if (titled) return some(slip, right, (x, y) => titlesMatch(x, y) || titlesMatch(y, x));
  return row.name !== 'spelling.nearSound' && !(slip.isListed && right.isListed && slip.titles.size + right.titles.size === 0);
}

const some = (a: Name, b: Name, test: (x: string, y: string) => boolean): boolean => [...a.titles].some((x) => [...b.titles].some((y) => test(x, y)));

function holdOnePost(a: string, b: string): boolean {
  const [x, y] = [readPost(a), readPost(b)];
  return x !== undefined && y !== undefined && samePost(x, y);
}

/** Do both stand in one sentence? Then they are two people: nobody is named in full twice in one breath. */
function meet(slip: Name, right: Name): boolean {
  const others = right.mentions, isBeside = ({ paragraph, from }: FoundMention): boolean => {
    const { start, end } = sentenceAround(paragraph, from), next = others[firstIndex(others.length, (n) => others[n]!.start >= paragraph.start + start)];
    return next !== undefined && next.start < paragraph.start + end;
  };
  return slip.mentions.slice(0, MOST_SEEN).some(isBeside);
}

function defectsOf(slip: Name, right: Name): Defect[] {
  const related = [spanOf(right.mentions[0]!)], args = { written: slip.written, other: right.written };
  return slip.mentions.map((m) => ({
    ...spanOf(m), kind: 'spelling', code: 'consistency.spelling', message: `“${slip.written}” is written “${right.written}” elsewhere in this text`, args, related, candidates: [right.written],
  }));
}
