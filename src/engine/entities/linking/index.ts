import type { EntityType } from '../../analysis';
import { ENTITY_TYPES } from '../../analysis';
import type { FoundMention } from '../found-mention';
import type { Places } from '../gazetteers/places';
import { FormSets, readForms, type Form } from './forms';
import { pairIntroduced, type Introduction } from './introduced';
import { LinkedEntity, type ReadFacts } from './linked-entity';
import { pairBodies } from './organization';
import { pairPersons, pairSpellings, resolveSurnames, type TitlesOf } from './person';
import { pairPlaces } from './place';
import { RegionReader } from './regions';
import { pairDocuments, pairTerms } from './titled';

/** What mentions are linked by, of one version of a text. */
export interface LinkSource {
  /** all mentions, in text order */
  mentions(): Iterable<FoundMention>;
  /** short names that the text introduces */
  introductions(): readonly Introduction[];
  readonly titlesOf: TitlesOf;
  readonly places: Places | undefined;
}

/**
 * Makes entities of mentions: mentions of one person, body, place, document or term are one entity, named by the fullest form in the text; a
 * time, quantity or title is one with those of its own wording. Types in which nothing changed keep their entities.
 */
export class Linker {
  readonly #entities = new Map<EntityType, readonly LinkedEntity[]>();
  #places: ReadonlySet<string> = new Set();

  constructor(private readonly readFacts: ReadFacts) {}

  /** Links the types named. A change of the places may change which bodies are one. */
  link(types: ReadonlySet<EntityType>, source: LinkSource): void {
    const byType = new Map<EntityType, FoundMention[]>(ENTITY_TYPES.map((type) => [type, []]));
    if (types.size > 0) for (const m of source.mentions()) byType.get(m.type)!.push(m);
    const forms = new Map<EntityType, Form[]>(), introductions = types.size > 0 ? source.introductions() : [];
    for (const type of types) forms.set(type, readForms(byType.get(type)!));
    const places = forms.get('LOC'), others = places !== undefined && !isSameSet(this.#places, places);
    if (places) this.#places = new Set(places.map((f) => f.key));
    if (others && !forms.has('ORG')) forms.set('ORG', readForms(byType.get('ORG')!));
    for (const [type, own] of forms) this.#entities.set(type, this.#linkType(type, own, introductions.filter(({ full }) => full.type === type), source));
  }

  /** The entities of a type, in text order. */
  entities(type: EntityType): readonly LinkedEntity[] { return this.#entities.get(type) ?? []; }

  #linkType(type: EntityType, forms: readonly Form[], introductions: readonly Introduction[], source: LinkSource): LinkedEntity[] {
    const sets = new FormSets(forms.length);
    for (const [short, full] of [...this.#pairs(type, forms, source), ...pairIntroduced(forms, introductions)]) sets.join(short.index, full.index);
    const surnames = type === 'PER' ? resolveSurnames(forms, source.titlesOf) : undefined, groups = new Map<number, { forms: Set<Form>; mentions: FoundMention[] }>();
    for (const form of forms) for (const mention of form.mentions) {
      const meant = surnames?.get(mention) ?? form, root = sets.root(meant.index);
      let group = groups.get(root);
      if (!group) groups.set(root, group = { forms: new Set(), mentions: [] });
      group.forms.add(form);
      group.mentions.push(mention);
    }
    const linked = [...groups.values()].map((g) => ({ name: canonical([...g.forms]), mentions: g.forms.size > 1 ? g.mentions.sort((a, b) => a.start - b.start) : g.mentions }));
    return this.#withIds(type, linked.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start));
  }

  #pairs(type: EntityType, forms: readonly Form[], source: LinkSource): [Form, Form][] {
    switch (type) {
      case 'PER': return [...pairPersons(forms), ...pairSpellings(forms)];
      case 'ORG': return pairBodies(forms, new RegionReader(this.#places, source.places));
      case 'LOC': return pairPlaces(forms, new RegionReader(this.#places, source.places));
      case 'TERM': return pairTerms(forms);
      case 'DOC': return pairDocuments(forms);
      default: return [];
    }
  }

  /** Ids are made of type and name, so that they outlive edits elsewhere; two entities of one name are numbered. */
  #withIds(type: EntityType, groups: readonly { name: string; mentions: FoundMention[] }[]): LinkedEntity[] {
    const used = new Map<string, number>();
    return groups.map(({ name, mentions }) => {
      const n = (used.get(name) ?? 0) + 1;
      used.set(name, n);
      return new LinkedEntity(n === 1 ? `${type}:${name}` : `${type}:${name}#${n}`, type, name, mentions, this.readFacts);
    });
  }
}

const isSameSet = (set: ReadonlySet<string>, forms: readonly Form[]): boolean => set.size === forms.length && forms.every((f) => set.has(f.key));

/** The fullest form; of equally long ones the commonest, then the first. */
function canonical(forms: readonly Form[]): string {
  const better = (a: Form, b: Form): Form => (b.display.length - a.display.length || b.mentions.length - a.mentions.length || a.mentions[0]!.start - b.mentions[0]!.start) > 0 ? b : a;
  return forms.reduce(better).display;
}
