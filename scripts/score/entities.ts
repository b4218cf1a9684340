import { ENTITY_TYPES, type EntityType } from '../../src/engine/analysis';
import type { ScoredMention } from './gold';
import { newTally, type Tally } from './tally';

export interface EntityScore {
  all: Tally;
  byType: Partial<Record<EntityType, Tally>>;
  /** pairs of mentions that stand for the same person, body or place */
  link: Tally;
  misses: string[];
}

/** Types whose mentions are linked to one entity. */
const LINKED = new Set<EntityType>(['PER', 'ORG', 'LOC']);

const byPlace = (mentions: readonly ScoredMention[]): Map<string, ScoredMention> => new Map(mentions.map((m) => [`${m.start}-${m.end}-${m.type}`, m]));

/** Compares the mentions of one text: right is what has the same span and type. */
export function scoreEntities(text: string, goldMentions: readonly ScoredMention[], foundMentions: readonly ScoredMention[]): EntityScore {
  const wanted = byPlace(goldMentions), found = byPlace(foundMentions);
  const score: EntityScore = { all: newTally(), byType: {}, link: newTally(), misses: [] };
  const tally = (mentions: Map<string, ScoredMention>, field: keyof Tally): void => {
    for (const { type } of mentions.values()) { score.all[field]++; score.byType[type]![field]++; }
  };
  for (const type of ENTITY_TYPES) score.byType[type] = newTally();
  const common = new Map([...wanted].filter(([place]) => found.has(place)));
  tally(wanted, 'wanted');
  tally(found, 'found');
  tally(common, 'right');
  score.link = linkTally([...common].filter(([, m]) => LINKED.has(m.type)).map(([place, m]) => ({ wanted: m.entity, found: found.get(place)!.entity })));
  const show = (m: ScoredMention): string => `${m.type} ${text.slice(m.start, m.end)} at ${m.start}`;
  for (const [place, m] of wanted) if (!found.has(place)) score.misses.push(`missed ${show(m)}`);
  for (const [place, m] of found) if (!wanted.has(place)) score.misses.push(`extra ${show(m)} [${m.rule ?? ''}]`);
  return score;
}

/** Counts pairs by the sizes of their groups, so that a long text costs no more than its mentions. */
function linkTally(mentions: readonly { wanted: string; found: string }[]): Tally {
  const pairsOf = (keys: readonly string[]): number => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  };
  return {
    right: pairsOf(mentions.map((m) => `${m.wanted}\n${m.found}`)),
    found: pairsOf(mentions.map((m) => m.found)), wanted: pairsOf(mentions.map((m) => m.wanted)),
  };
}
