import { type Form, type FormTable, type TypeChanges } from './forms';
import type { Pairing } from './pairing';
import { pairPlaces } from './place';
import type { RegionReader } from './regions';
import { WholePairs } from './whole-pairs';

/** Which wordings mean one place. Tells the reader of leading places what the text names. */
export class PlacePairs implements Pairing {
  readonly #pairs: WholePairs;

  constructor(forms: FormTable, private readonly regions: RegionReader) { this.#pairs = new WholePairs(forms, (all) => pairPlaces(all, regions)); }

  fullerOf(form: Form): readonly Form[] { return this.#pairs.fullerOf(form); }

  *update({ gone, come }: TypeChanges): Generator<void, Iterable<Form>> {
    for (const { key } of gone) this.regions.delete(key);
    for (const { key } of come) this.regions.add(key);
    return yield* this.#pairs.update();
  }
}
