import { sameEnds } from '../../engine/text';
import type { EntityItem, EntityStep } from '../../protocol';
import { Script } from '../script';

/** The steps from one list of entities to another; none where they are the same. An entity that moved is dropped and added. */
export function stepsBetween(before: readonly EntityItem[], now: readonly EntityItem[]): EntityStep[] {
  const { front, back } = sameEnds(before, now, isSame), script = new Script<EntityItem>(front);
  between(before.slice(front, before.length - back), now.slice(front, now.length - back), script);
  return script.steps;
}

/** What is gone and what has come since an entity that stays is told together: where they stood among each other says nothing. */
function between(old: readonly EntityItem[], next: readonly EntityItem[], script: Script<EntityItem>): void {
  const oldPlaces = placesOf(old), nextPlaces = placesOf(next), gone = new Set<string>(), come = new Set<string>();
  let dropped = 0, added: EntityItem[] = [];
  const tell = (): void => { script.drop(dropped); script.add(added); dropped = 0; added = []; };
  for (let i = 0, j = 0; i < old.length || j < next.length;) {
    const was = old[i], is = next[j];
    if (was && is && isSame(was, is)) { tell(); script.keep(); i++; j++; continue; }
    // where both are in both lists, that one moved which has the longer way
    const wasNext = was && !come.has(was.id) ? nextPlaces.get(was.id) : undefined, isOld = is && !gone.has(is.id) ? oldPlaces.get(is.id) : undefined;
    if (was && (wasNext === undefined || isOld !== undefined && isOld - i <= wasNext - j)) { dropped++; gone.add(was.id); i++; continue; }
    added.push(is!);
    come.add(is!.id);
    j++;
  }
  tell();
}

const placesOf = (items: readonly EntityItem[]): Map<string, number> => new Map(items.map(({ id }, i) => [id, i]));

function isSame(a: EntityItem, b: EntityItem): boolean {
  return a === b || a.id === b.id && a.name === b.name && a.count === b.count && a.wordings?.join('\n') === b.wordings?.join('\n');
}
