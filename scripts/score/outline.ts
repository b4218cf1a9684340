import type { NodeKind } from '../../src/engine/analysis';
import type { ScoredNode } from './gold';
import { count, newShare, type Share, type Tally } from './tally';

export interface OutlineScore {
  node: Tally;
  section: Tally;
  requirement: Tally;
  title: Tally;
  kind: Share;
  parent: Share;
  issuer: Share;
  addressee: Share;
  misses: string[];
}

/** How far apart, in UTF-16 code units, the starts of one node may be. */
const TOLERANCE = 2;

/** Pairs wanted and found nodes one to one, the nearest first; the map goes from places in `wanted` to places in `found`. */
export function pairNodes(wanted: readonly ScoredNode[], found: readonly ScoredNode[]): Map<number, number> {
  const candidates = wanted.flatMap((w, i) => found.flatMap((f, j) => {
    const distance = Math.abs(w.start - f.start);
    return distance <= TOLERANCE ? [{ distance, i, j }] : [];
  }));
  candidates.sort((a, b) => a.distance - b.distance || a.i - b.i || a.j - b.j);
  const pairs = new Map<number, number>(), taken = new Set<number>();
  for (const { i, j } of candidates) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return pairs;
}

/** Compares two outlines of one text. */
export function scoreOutline(text: string, wanted: readonly ScoredNode[], found: readonly ScoredNode[]): OutlineScore {
  const pairs = pairNodes(wanted, found);
  const ofKinds = (...kinds: NodeKind[]): Tally => ({
    right: [...pairs].filter(([i, j]) => kinds.includes(wanted[i]!.kind) && kinds.includes(found[j]!.kind)).length,
    found: found.filter((n) => kinds.includes(n.kind)).length,
    wanted: wanted.filter((n) => kinds.includes(n.kind)).length,
  });
  const score: OutlineScore = {
    node: { right: pairs.size, found: found.length, wanted: wanted.length },
    section: ofKinds('section'), requirement: ofKinds('directive', 'measure'), title: ofKinds('title'),
    kind: newShare(), parent: newShare(), issuer: newShare(), addressee: newShare(), misses: [],
  };
  for (const [i, j] of [...pairs].sort(([a], [b]) => a - b)) scorePair(score, pairs, { wanted, found }, i, j);
  const hit = new Set(pairs.values()), show = (n: ScoredNode): string => `${n.kind} at ${n.start} ${excerpt(text, n.start)}`;
  wanted.forEach((n, i) => { if (!pairs.has(i)) score.misses.push(`missed ${show(n)}`); });
  found.forEach((n, j) => { if (!hit.has(j)) score.misses.push(`extra ${show(n)} [${n.rule ?? ''}]`); });
  return score;
}

function scorePair(score: OutlineScore, pairs: Map<number, number>, lists: Record<'wanted' | 'found', readonly ScoredNode[]>, i: number, j: number): void {
  const wanted = lists.wanted[i]!, found = lists.found[j]!;
  const miss = (what: string, want = '-', got = '-'): void => { score.misses.push(`${what} of ${wanted.label} at ${wanted.start}: ${got} in place of ${want} [${found.rule ?? ''}]`); };
  count(score.kind, wanted.kind === found.kind);
  if (wanted.kind !== found.kind) miss('kind', wanted.kind, found.kind);
  const sameParent = wanted.parent < 0 ? found.parent < 0 : pairs.get(wanted.parent) === found.parent;
  count(score.parent, sameParent);
  if (!sameParent) miss('parent', lists.wanted[wanted.parent]?.label, lists.found[found.parent]?.label);
  if (wanted.kind !== 'directive') return;
  for (const fact of ['issuer', 'addressee'] as const) {
    if (!wanted[fact]) continue;
    count(score[fact], wanted[fact] === found[fact]);
    if (wanted[fact] !== found[fact]) miss(fact, wanted[fact], found[fact]);
  }
}

const excerpt = (text: string, start: number): string => text.slice(start, start + 24).replaceAll(/\s*\n\s*/gu, '⏎');
