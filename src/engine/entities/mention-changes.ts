import { sameEnds } from '../text';
import type { FoundMention } from './found-mention';
import type { HeldTitle } from './facts/titles';
import type { Introduction } from './linking/introduced';

/** What was found in a paragraph. */
export interface Findings {
  readonly mentions: readonly FoundMention[];
  readonly titles: readonly HeldTitle[];
  readonly introductions: readonly Introduction[];
}

/** What is found in a version of a text and was not in the one before, and the other way round. */
export class MentionChanges {
  readonly gone: FoundMention[] = [];
  /** in text order where all mentions are new */
  readonly come: FoundMention[] = [];
  readonly goneIntroductions: Introduction[] = [];
  readonly comeIntroductions: Introduction[] = [];
  /** persons' mentions beside which other titles stand than before */
  readonly retitled: FoundMention[] = [];

  /** Adds what was found in a stretch of the text, before and after. A mention that stayed is in both. */
  add(before: readonly Findings[], after: readonly Findings[]): void {
    for (const { introductions } of before) for (const one of introductions) this.goneIntroductions.push(one);
    for (const { introductions } of after) for (const one of introductions) this.comeIntroductions.push(one);
    if (before.length === 0) { for (const { mentions } of after) for (const m of mentions) this.come.push(m); return; }
    const old = new Set(before.flatMap((f) => f.mentions)), now = new Set(after.flatMap((f) => f.mentions));
    for (const m of old) if (!now.has(m)) this.gone.push(m);
    for (const m of now) if (!old.has(m)) this.come.push(m);
    const held = titlesBy(before), holds = titlesBy(after);
    for (const person of new Set([...held.keys(), ...holds.keys()])) if (held.get(person) !== holds.get(person)) this.retitled.push(person);
  }
}

/** The titles beside each person's mention. */
function titlesBy(findings: readonly Findings[]): Map<FoundMention, string> {
  const titles = new Map<FoundMention, string>();
  for (const { person, title } of findings.flatMap((f) => f.titles)) titles.set(person, `${titles.get(person) ?? ''}${title}\n`);
  return titles;
}

/**
 * Mentions of a stretch of the text that are the same before and after it was read again, by the new one: those that differ from none of the
 * stretch before them, or of the stretch behind them. The old one now stands where the new one does.
 */
export function keptMentions(before: readonly FoundMention[], after: readonly FoundMention[]): Map<FoundMention, FoundMention> {
  const kept = new Map<FoundMention, FoundMention>(), { front, back } = sameEnds(before, after, isSame);
  const keep = (old: FoundMention, now: FoundMention): void => { kept.set(now, old.takePlaceOf(now)); };
  for (let i = 0; i < front; i++) keep(before[i]!, after[i]!);
  for (let i = 1; i <= back; i++) keep(before.at(-i)!, after.at(-i)!);
  return kept;
}

const isSame = (a: FoundMention, b: FoundMention): boolean => a.type === b.type && a.text === b.text && a.shown === b.shown && a.folded === b.folded;
