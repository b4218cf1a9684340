import type { EntityType } from '../../analysis';
import type { FoundMention } from '../found-mention';
import { EntityList } from './entity-list';
import { FormTable, type Form, type FormChanges, type TypeChanges } from './forms';
import { Groups } from './groups';
import { Introduced, type Introduction } from './introduced';
import type { LinkedEntity, ReadFacts } from './linked-entity';
import type { Pairing } from './pairing';

/** What an edit does to one type, beside what it does to its forms. */
export interface TypeEdit extends Omit<TypeChanges, keyof FormChanges> {
  readonly gone: readonly FoundMention[];
  readonly come: readonly FoundMention[];
  readonly goneIntroductions: readonly Introduction[];
  readonly comeIntroductions: readonly Introduction[];
}

/** The forms and entities of one type, version after version. */
export class LinkedType {
  readonly #forms: FormTable;
  readonly #pairing: Pairing;
  readonly #introduced: Introduced;
  readonly #groups: Groups;
  readonly #list: EntityList;

  constructor(type: EntityType, pairing: (forms: FormTable) => Pairing, readFacts: ReadFacts) {
    this.#forms = new FormTable(type);
    this.#pairing = pairing(this.#forms);
    this.#introduced = new Introduced(type);
    this.#list = new EntityList(type, readFacts);
    this.#groups = new Groups(this.#list, { of: (form) => this.#linksOf(form), meantBy: this.#pairing.meantBy });
  }

  get entities(): readonly LinkedEntity[] { return this.#list.entities; }

  *prepareForEdits(): Generator<void, void> { yield* this.#pairing.prepareForEdits?.() ?? []; }

  /** Links what an edit touches, in steps. Answers what it does to the forms. */
  *update({ gone, come, goneIntroductions, comeIntroductions, places, retitled }: TypeEdit): Generator<void, FormChanges> {
    const forms = yield* this.#forms.update(gone, come), introduced = this.#introduced.update(goneIntroductions, comeIntroductions);
    if (forms.gone.size + forms.come.size + forms.touched.size + introduced.size + places.length + retitled.length === 0) return forms;
    const paired = yield* this.#pairing.update({ ...forms, places, retitled });
    yield* this.#groups.update(forms, gone, [...paired, ...[...introduced].flatMap((key) => this.#forms.get(key) ?? [])]);
    return forms;
  }

  #linksOf(form: Form): readonly Form[] {
    const fuller = this.#pairing.fullerOf(form), introduced = this.#introduced.of(form.key);
    return introduced.length === 0 ? fuller : [...fuller, ...introduced.flatMap((key) => this.#forms.get(key) ?? [])];
  }
}
