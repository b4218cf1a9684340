import { ENTITY_TYPES, type EntityType } from '../../src/engine/analysis';
import type { Labelled } from './labelled';

/** Strict span F1 of each type and of all. */
export function measure(sentences: readonly Labelled[], found: (sentence: Labelled) => readonly { start: number; end: number; type: EntityType }[]): string {
  const tallies = new Map<string, { right: number; found: number; gold: number }>();
  const tally = (type: string): { right: number; found: number; gold: number } => {
    const t = tallies.get(type) ?? { right: 0, found: 0, gold: 0 };
    tallies.set(type, t);
    return t;
  };
  const key = (m: { start: number; end: number; type: string }): string => `${m.start}-${m.end}-${m.type}`;
  for (const sentence of sentences) {
    const gold = new Set(sentence.entities.map(key));
    for (const m of sentence.entities) { tally(m.type).gold++; tally('all').gold++; }
    for (const m of found(sentence)) {
      const right = gold.has(key(m)) ? 1 : 0;
      for (const t of [tally(m.type), tally('all')]) { t.found++; t.right += right; }
    }
  }
  return ['all', ...ENTITY_TYPES].map((type) => { const t = tally(type); return `${type} ${((200 * t.right) / Math.max(1, t.found + t.gold)).toFixed(1)}`; }).join('  ');
}
