import { ENTITY_TYPES, type EntityType } from '../../engine/analysis';
import type { EntitiesResult, EntityItem } from '../../protocol';
import { afterSteps } from '../shared/list-steps';

/** What an answer of the server changed: the types whose entities are others than before. */
export interface EntityUpdate { readonly types: readonly EntityType[] }

/** The entities of one document. Answers of the server change it in place. */
export class EntityModel {
  readonly #lists = new Map<EntityType, readonly EntityItem[]>();
  #stamp: number | undefined;

  /** What is to be told the server so that it sends only what is new. */
  get stamp(): number | undefined { return this.#stamp; }

  /** Entities of a type in the order of their first mentions. */
  of(type: EntityType): readonly EntityItem[] { return this.#lists.get(type) ?? []; }

  /** Is there any entity? */
  get isEmpty(): boolean { return ENTITY_TYPES.every((type) => this.of(type).length === 0); }

  /** Takes an answer of the server over. */
  apply({ stamp, entities, change = {} }: EntitiesResult): EntityUpdate {
    const types = ENTITY_TYPES.filter((type) => entities ?? change[type]);
    for (const type of types) this.#lists.set(type, entities?.[type] ?? afterSteps<EntityItem, EntityItem>(this.of(type), change[type] ?? [], { add: (items) => items }));
    this.#stamp = stamp;
    return { types };
  }
}
