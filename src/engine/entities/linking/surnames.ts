import type { FoundMention } from '../found-mention';
import { keyOf, lastBefore, nearest, type Form, type TypeChanges } from './forms';
import { loneSurname, surnameOf, titlesMatch, type TitlesOf } from './person';

/** People of one surname more than which a surname alone means nobody. */
const MOST_PEOPLE = 64;

/** The forms of one surname: full names, and those that are the surname alone. */
interface Bearers { readonly people: Set<Form>; readonly lone: Set<Form> }

/**
 * Whom each mention of a surname alone means: the person of that surname with the same title (王副市长, 副市长王…), else one without any known title;
 * the last mentioned before, otherwise the first after. Looked at again for a surname one of whose bearers an edit touches.
 */
export class Surnames {
  readonly #bearers = new Map<string, Bearers>();
  readonly #meant = new WeakMap<FoundMention, Form>();

  constructor(private readonly titlesOf: TitlesOf) {}

  meantBy(mention: FoundMention): Form | undefined { return this.#meant.get(mention); }

  /** Answers the surnames alone of which mentions may mean others than before. */
  *update({ gone, come, touched, retitled }: TypeChanges): Generator<void, readonly Form[]> {
    const surnames = new Set<string>(), concerned: Form[] = [];
    for (const form of gone) this.#setOf(form)?.delete(form);
    for (const form of come) this.#setOf(form)?.add(form);
    for (const { key } of [...gone, ...come, ...touched]) surnames.add(surnameIn(key));
    for (const m of retitled) surnames.add(surnameIn(keyOf(m.folded, m.type)));
    for (const surname of surnames) {
      const bearers = this.#bearers.get(surname);
      if (!bearers) continue;
      yield* this.#resolve(bearers);
      concerned.push(...bearers.lone);
      if (bearers.lone.size + bearers.people.size === 0) this.#bearers.delete(surname);
    }
    return concerned;
  }

  *#resolve({ people, lone }: Bearers): Generator<void, void> {
    const all = people.size > 0 && people.size <= MOST_PEOPLE ? [...people] : [], held = new Map<Form, ReadonlySet<string>>();
    const heldBy = (form: Form): ReadonlySet<string> => {
      let titles = held.get(form);
      if (!titles) held.set(form, titles = new Set(form.mentions.flatMap((m) => this.titlesOf(m))));
      return titles;
    };
    for (const { mentions } of lone) for (const mention of mentions) {
      const chosen = all.length === 0 ? undefined : choose(mention.start, this.titlesOf(mention), all, heldBy);
      if (chosen) this.#meant.set(mention, chosen); else this.#meant.delete(mention);
      yield;
    }
  }

  /** Where a form is kept; nowhere if it is a foreign name. */
  #setOf({ key }: Form): Set<Form> | undefined {
    const isLone = loneSurname(key) !== undefined, surname = surnameIn(key);
    if (!isLone && key.includes('·')) return undefined;
    let bearers = this.#bearers.get(surname);
    if (!bearers) this.#bearers.set(surname, bearers = { people: new Set(), lone: new Set() });
    return isLone ? bearers.lone : bearers.people;
  }
}

const surnameIn = (key: string): string => loneSurname(key) ?? surnameOf(key);

function choose(offset: number, titles: readonly string[], people: readonly Form[], heldBy: (form: Form) => ReadonlySet<string>): Form | undefined {
  if (titles.length === 0) return nearest(offset, people);
  const same = people.filter((p) => [...heldBy(p)].some((h) => titles.some((t) => titlesMatch(t, h))));
  return nearest(offset, same.length > 0 ? same : people.filter((p) => heldBy(p).size === 0 || lastBefore(p, offset) < 0 && people.length === 1));
}
