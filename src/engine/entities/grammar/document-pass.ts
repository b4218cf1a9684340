import type { EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';

/** Least length in characters of a wording that is looked for again in the document, by type; types without one are not. */
const LEAST: Partial<Record<EntityType, number>> = { PER: 2, ORG: 3, LOC: 2, TERM: 3 };
interface Known { wording: string; type: EntityType; count: number }

/**
 * What is named in one place of a document is named in the others: a wording tagged with one type is tagged where it was left out, and
 * where only parts of it were tagged if it was tagged as a whole more often than not. Linear in the length of the text.
 */
export function spreadThroughDocument(folded: string, mentions: readonly RawMention[]): RawMention[] {
  const known = knownWordings(folded, mentions), kept = [...mentions], taken = new Int32Array(folded.length).fill(-1);
  kept.forEach((m, k) => taken.fill(k, m.start, m.end));
  const dropped = new Set<number>();
  for (let i = 0; i + 1 < folded.length; i++) {
    const found = known.get(folded.slice(i, i + 2))?.find(({ wording }) => folded.startsWith(wording, i));
    if (!found) continue;
    const end = i + found.wording.length, inside = new Set<number>();
    for (let k = i; k < end; k++) if (taken[k]! >= 0) inside.add(taken[k]!);
    if ([...inside].some((k) => kept[k]!.start < i || kept[k]!.end > end || (kept[k]!.start === i && kept[k]!.end === end))) continue;
    if (found.count < 2 && (inside.size > 0 || (found.type === 'LOC' && found.wording.length < 3))) continue;
    if (found.wording.endsWith('部') && folded[end] === '门') continue;
    for (const k of inside) dropped.add(k);
    taken.fill(kept.length, i, end);
    kept.push({ start: i, end, type: found.type, rule: 'document.again' });
    i = end - 1;
  }
  return kept.filter((_, k) => !dropped.has(k)).sort((a, b) => a.start - b.start);
}

/** Wordings with one prevailing type, by their first two characters, longest first. */
function knownWordings(folded: string, mentions: readonly RawMention[]): Map<string, Known[]> {
  const counts = new Map<string, Map<EntityType, number>>();
  for (const { start, end, type } of mentions) {
    if (end - start > 40) continue;
    const wording = folded.slice(start, end), types = counts.get(wording) ?? new Map<EntityType, number>();
    types.set(type, (types.get(type) ?? 0) + 1);
    counts.set(wording, types);
  }
  const known = new Map<string, Known[]>();
  for (const [wording, types] of counts) {
    const [type, count] = [...types].sort((a, b) => b[1] - a[1])[0]!;
    if (wording.length < (LEAST[type] ?? Infinity) || types.size > 1) continue;
    const key = wording.slice(0, 2), list = known.get(key) ?? [];
    list.push({ wording, type, count });
    known.set(key, list);
  }
  for (const list of known.values()) list.sort((a, b) => b.wording.length - a.wording.length);
  return known;
}
