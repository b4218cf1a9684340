import type { Form, FormTable, TypeChanges } from './forms';
import type { Pairing } from './pairing';
import { pairPlaces, shortenPlace } from './place';
import type { RegionReader } from './regions';
import { WholePairs } from './whole-pairs';

/** Most names of which the shorter wordings are kept. */
const MOST_KEPT = 1 << 16;

/** Which wordings mean one place. Tells the reader of leading places what the text names. */
export class PlacePairs implements Pairing {
  readonly #pairs: WholePairs;
  /** the wordings that names give rise to, as long as no place in them comes or goes */
  readonly #shortened = new Map<string, readonly string[]>();

  constructor(forms: FormTable, private readonly regions: RegionReader) { this.#pairs = new WholePairs(forms, (all) => pairPlaces(all, (key) => this.#shorten(key))); }

  fullerOf(form: Form): readonly Form[] { return this.#pairs.fullerOf(form); }

  *update({ gone, come }: TypeChanges): Generator<void, Iterable<Form>> {
    for (const { key } of gone) this.regions.delete(key);
    for (const { key } of come) this.regions.add(key);
    if (this.#shortened.size > MOST_KEPT) this.#shortened.clear();
    for (const full of this.#shortened.keys()) if (holdsAny(full, gone) || holdsAny(full, come)) this.#shortened.delete(full);
    return yield* this.#pairs.update();
  }

  #shorten(full: string): readonly string[] {
    let shortened = this.#shortened.get(full);
    if (!shortened) this.#shortened.set(full, shortened = shortenPlace(full, this.regions));
    return shortened;
  }
}

function holdsAny(name: string, places: ReadonlySet<Form>): boolean {
  for (const { key } of places) if (name.includes(key)) return true;
  return false;
}
