import type { EntityType } from '../../analysis';
import { inSteps } from '../../steps';
import type { FoundMention } from '../found-mention';
import { LinkedEntity, type ReadFacts } from './linked-entity';
import { exchangedInSteps } from './text-order';

/** The entities of a type in text order. Ids are made of type and name, so that they outlive edits elsewhere; of two entities of one name the later is numbered. */
export class EntityList {
  #entities: readonly LinkedEntity[] = [];
  /** how many entities bear a name */
  readonly #counts = new Map<string, number>();

  constructor(private readonly type: EntityType, private readonly readFacts: ReadFacts) {}

  get entities(): readonly LinkedEntity[] { return this.#entities; }

  /** An entity that is not in the list yet. */
  make(name: string, mentions: FoundMention[], number = 1): LinkedEntity {
    return new LinkedEntity(number === 1 ? `${this.type}:${name}` : `${this.type}:${name}#${number}`, this.type, name, mentions, this.readFacts);
  }

  /** Takes entities out and puts others in, in steps. */
  *exchange(gone: ReadonlySet<LinkedEntity>, come: readonly LinkedEntity[]): Generator<void, void> {
    const shared = new Set<string>();
    for (const [entities, sign] of [[gone, -1], [come, 1]] as const) yield* inSteps(entities, ({ name }) => {
      const before = this.#counts.get(name) ?? 0, count = before + sign;
      if (count > 0) this.#counts.set(name, count); else this.#counts.delete(name);
      if (Math.max(before, count) > 1) shared.add(name);
    });
    const entities = yield* exchangedInSteps(this.#entities, gone, come, (entity) => entity.mentions[0]!.start);
    if (shared.size > 0) this.#number(entities, shared);
    this.#entities = entities;
  }

  /** Numbers the entities of these names anew. */
  #number(entities: LinkedEntity[], names: ReadonlySet<string>): void {
    const used = new Map<string, number>();
    entities.forEach(({ id, name, mentions }, i) => {
      if (!names.has(name)) return;
      const number = (used.get(name) ?? 0) + 1;
      used.set(name, number);
      if (id !== (number === 1 ? `${this.type}:${name}` : `${this.type}:${name}#${number}`)) entities[i] = this.make(name, mentions, number);
    });
  }
}
