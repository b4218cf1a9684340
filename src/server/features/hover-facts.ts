import type { Entity } from '../../engine/analysis';
import { shorten } from '../../ledger';

const MOST = 160;

/** The facts of an entity in words, in the order below. Facts that are there for programs only are left out. */
export function factLines({ facts }: Entity): string[] {
  const given = (key: string): string => shorten(facts[key] ?? '', MOST);
  return WORDINGS.flatMap(([key, say]) => (facts[key] ? [say(given(key), given)] : []));
}

type Wording = (value: string, other: (key: string) => string) => string;

const WORDINGS: readonly (readonly [string, Wording])[] = [
  ['titles', (v) => v],
];
