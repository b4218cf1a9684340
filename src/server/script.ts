import type { ListStep } from '../protocol';

/** The steps of a list, as short as they can be said. */
export class Script<Item, Step extends object = never> {
  readonly steps: (ListStep<Item> | Step)[] = [];
  #kept: number;

  /** @param kept elements at its beginning that stay */
  constructor(kept: number) { this.#kept = kept; }

  keep(): void { this.#kept++; }

  drop(count: number): void { if (count > 0) this.put({ drop: count }); }

  add(items: Item[]): void { if (items.length > 0) this.put({ add: items }); }

  put(step: ListStep<Item> | Step): void {
    if (this.#kept > 0) this.steps.push(this.#kept);
    this.#kept = 0;
    this.steps.push(step);
  }
}
