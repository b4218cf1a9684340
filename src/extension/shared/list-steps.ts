import type { ListStep } from '../../protocol';

/** What else is to be done on the way: what is added is made, what is dropped is told of, and what is kept may be changed in its place by steps of other kinds. */
interface Doing<T, Item, Change> { readonly add: (items: Item[]) => readonly T[]; readonly drop?: (gone: readonly T[]) => void; readonly change?: (kept: T, step: Change) => void }

/** A list as it is after the steps; itself where they keep all that is in it. In long pieces, since the list is long and the steps are few. */
export function afterSteps<T, Item, Change extends object = never>(list: readonly T[], steps: readonly (ListStep<Item> | Change)[], { add, drop, change }: Doing<T, Item, Change>): readonly T[] {
  const pieces: (readonly T[])[] = [];
  let at = 0, from = 0;
  const put = (next: number, items: readonly T[]): void => { pieces.push(list.slice(from, at), items); from = at = next; };
  for (const step of steps) {
    if (typeof step === 'number') at += step;
    else if ('drop' in step) { drop?.(list.slice(at, at + step.drop)); put(at + step.drop, []); }
    else if ('add' in step) put(at, add(step.add));
    else change?.(list[at++]!, step);
  }
  return pieces.length === 0 ? list : ([] as T[]).concat(...pieces, list.slice(from));
}
