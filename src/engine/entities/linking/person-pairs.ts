import type { FoundMention } from '../found-mention';
import { type Form, type FormTable, type TypeChanges } from './forms';
import type { Pairing } from './pairing';
import { pairPersons, pairSpellings, type TitlesOf } from './person';
import { Surnames } from './surnames';
import { WholePairs } from './whole-pairs';

/** Which names mean one person, and whom surnames alone mean. */
export class PersonPairs implements Pairing {
  readonly #names: WholePairs;
  readonly #surnames: Surnames;

  constructor(forms: FormTable, titlesOf: TitlesOf) {
    this.#names = new WholePairs(forms, (all) => [...pairPersons(all), ...pairSpellings(all)]);
    this.#surnames = new Surnames(titlesOf);
  }

  fullerOf(form: Form): readonly Form[] { return this.#names.fullerOf(form); }

  readonly meantBy = (mention: FoundMention): Form | undefined => this.#surnames.meantBy(mention);

  *update(changes: TypeChanges): Generator<void, Iterable<Form>> {
    const names = yield* this.#names.update(), surnames = yield* this.#surnames.update(changes);
    return [...names, ...surnames];
  }
}
