import { ENTITY_TYPES, type EntityType } from '../../analysis';
import { inSteps } from '../../steps';
import type { Places } from '../gazetteers/places';
import type { MentionChanges } from '../mention-changes';
import { BodyPairs } from './body-pairs';
import type { FormTable } from './forms';
import type { LinkedEntity, ReadFacts } from './linked-entity';
import { LinkedType, type TypeEdit } from './linked-type';
import type { Pairing } from './pairing';
import type { TitlesOf } from './person';
import { PersonPairs } from './person-pairs';
import { PlacePairs } from './place-pairs';
import { LONGEST_PLACE, RegionReader } from './regions';
import { pairDocuments, pairTerms } from './titled';
import { NO_PAIRS, WholePairs } from './whole-pairs';

/** What mentions are linked by, beside themselves. */
export interface LinkSource {
  readonly titlesOf: TitlesOf;
  readonly places: Places | undefined;
  readonly readFacts: ReadFacts;
}

/** Places first: which names of bodies are one depends on them. */
const IN_ORDER: readonly EntityType[] = ['LOC', ...ENTITY_TYPES.filter((type) => type !== 'LOC')];

/**
 * Makes entities of mentions: mentions of one person, body, place, document or term are one entity, named by the fullest form in the text; a
 * time, quantity or title is one with those of its own wording. Version after version: entities that an edit does not touch stay.
 */
export class Linker {
  readonly #types: ReadonlyMap<EntityType, LinkedType>;

  constructor(source: LinkSource) {
    const regions = new RegionReader(source.places);
    this.#types = new Map(ENTITY_TYPES.map((type) => [type, new LinkedType(type, (forms) => pairingOf(type, forms, regions, source), source.readFacts)]));
  }

  /** Links what is other than in the version before, in steps. */
  *link(changes: MentionChanges): Generator<void, void> {
    const edits = yield* editsOf(changes);
    let places: readonly string[] = [];
    for (const type of IN_ORDER) {
      const { gone, come } = yield* this.#types.get(type)!.update({ ...edits.get(type)!, places: type === 'ORG' ? places : [], retitled: type === 'PER' ? changes.retitled : [] });
      if (type === 'LOC') places = [...gone, ...come].flatMap(({ key }) => (key.length > 1 && key.length <= LONGEST_PLACE ? [key] : []));
    }
  }

  /** Does in steps what the next edit would have to do first. */
  *prepareForEdits(): Generator<void, void> { for (const linked of this.#types.values()) yield* linked.prepareForEdits(); }

  /** The entities of a type, in text order. */
  entities(type: EntityType): readonly LinkedEntity[] { return this.#types.get(type)!.entities; }
}

function pairingOf(type: EntityType, forms: FormTable, regions: RegionReader, { titlesOf }: LinkSource): Pairing {
  switch (type) {
    case 'PER': return new PersonPairs(forms, titlesOf);
    case 'ORG': return new BodyPairs(regions);
    case 'LOC': return new PlacePairs(forms, regions);
    case 'TERM': return new WholePairs(forms, pairTerms);
    case 'DOC': return new WholePairs(forms, pairDocuments);
    default: return NO_PAIRS;
  }
}

type MentionEdit = Omit<TypeEdit, 'places' | 'retitled'>;

/** The changes of each type. */
function* editsOf({ gone, come, goneIntroductions, comeIntroductions }: MentionChanges): Generator<void, Map<EntityType, MentionEdit>> {
  const edits = new Map(ENTITY_TYPES.map((type) => [type, { gone: [] as typeof gone, come: [] as typeof come, goneIntroductions, comeIntroductions }]));
  yield* inSteps(gone, (m) => { edits.get(m.type)!.gone.push(m); });
  yield* inSteps(come, (m) => { edits.get(m.type)!.come.push(m); });
  return edits;
}
