import type { EntityItem, EntityStep } from '../../protocol';

/** The steps from one list of entities to another; none where they are the same. An entity that moved is dropped and added. */
export function stepsBetween(before: readonly EntityItem[], now: readonly EntityItem[]): EntityStep[] {
  let front = 0, back = 0;
  const most = Math.min(before.length, now.length);
  while (front < most && isSame(before[front]!, now[front]!)) front++;
  while (back < most - front && isSame(before.at(-1 - back)!, now.at(-1 - back)!)) back++;
  const steps = new Steps(), old = before.slice(front, before.length - back), next = now.slice(front, now.length - back);
  if (old.length > 0 || next.length > 0) {
    steps.keep(front);
    between(old, next, steps);
  }
  return steps.all;
}

function between(old: readonly EntityItem[], next: readonly EntityItem[], steps: Steps): void {
  const oldPlaces = placesOf(old), nextPlaces = placesOf(next), dropped = new Set<string>(), added = new Set<string>();
  for (let i = 0, j = 0; i < old.length || j < next.length;) {
    const was = old[i], is = next[j];
    if (was && is && isSame(was, is)) { steps.keep(1); i++; j++; continue; }
    // where both are in both lists, that one moved which has the longer way
    const wasNext = was && !added.has(was.id) ? nextPlaces.get(was.id) : undefined, isOld = is && !dropped.has(is.id) ? oldPlaces.get(is.id) : undefined;
    if (was && (wasNext === undefined || isOld !== undefined && isOld - i <= wasNext - j)) { steps.drop(); dropped.add(was.id); i++; continue; }
    steps.add(is!);
    added.add(is!.id);
    j++;
  }
}

const placesOf = (items: readonly EntityItem[]): Map<string, number> => new Map(items.map(({ id }, i) => [id, i]));

function isSame(a: EntityItem, b: EntityItem): boolean {
  return a === b || a.id === b.id && a.name === b.name && a.count === b.count && a.wordings?.join('\n') === b.wordings?.join('\n');
}

/** Gathers steps, neighbours of a kind in one. */
class Steps {
  readonly all: EntityStep[] = [];

  keep(count: number): void {
    const last = this.all.at(-1);
    if (typeof last === 'number') this.all[this.all.length - 1] = last + count;
    else if (count > 0) this.all.push(count);
  }

  drop(): void {
    const last = this.all.at(-1);
    if (typeof last === 'object' && 'drop' in last) last.drop++;
    else this.all.push({ drop: 1 });
  }

  add(item: EntityItem): void {
    const last = this.all.at(-1);
    if (typeof last === 'object' && 'add' in last) last.add.push(item);
    else this.all.push({ add: [item] });
  }
}
