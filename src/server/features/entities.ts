import { ENTITY_TYPES, type Entity, type EntityType } from '../../engine/analysis';
import { otherWordings } from '../../engine/entities/other-wordings';
import { findInSteps, inSteps, mapInSteps } from '../../engine/steps';
import type { EntitiesParams, EntitiesResult, EntityAtResult, EntityItem, EntityMentionsResult, Range } from '../../protocol';
import type { EntityView } from '../report-view';
import { stretchOf } from '../stretch';
import { stepsBetween } from './entity-steps';

type Lists = Record<EntityType, EntityItem[]>;
type Items = WeakMap<Entity, EntityItem>;

/** Answers requests for entities, and remembers per document which lists the client holds, so that it is sent only what is new in them. */
export class EntitySender {
  readonly #held = new Map<string, { stamp: number; lists: Lists; items: Items }>();
  #stamps = 0;

  /** Makes an answer in steps; with the last one the client holds it. */
  *answer(view: EntityView, { since }: Pick<EntitiesParams, 'since'>): Generator<void, EntitiesResult> {
    const items = this.#held.get(view.uri)?.items ?? new WeakMap<Entity, EntityItem>(), lists = yield* listsOf(yield* view.entitiesInSteps(), items);
    // another answer may have been given in between, so that this one is not to be told by what was held before
    const known = this.#held.get(view.uri), held = known?.stamp === since ? known : undefined, stamp = ++this.#stamps;
    this.#held.set(view.uri, { stamp, lists, items });
    return { version: view.version, stamp, ...(held ? { change: changeOf(held.lists, lists) } : { entities: lists }) };
  }

  /** The document was closed. */
  forget(uri: string): void { this.#held.delete(uri); }
}

function* listsOf(entities: readonly Entity[], items: Items): Generator<void, Lists> {
  const lists = Object.fromEntries(ENTITY_TYPES.map((type) => [type, [] as EntityItem[]])) as Lists;
  yield* inSteps(entities, (entity) => { lists[entity.type].push(itemOf(entity, items)); });
  return lists;
}

/** What is told of an entity; kept as long as the entity. */
function itemOf(entity: Entity, items: Items): EntityItem {
  let item = items.get(entity);
  if (!item) {
    const { id, name, mentions } = entity, wordings = otherWordings(entity);
    items.set(entity, item = { id, name, count: mentions.length, ...(wordings.length > 0 && { wordings }) });
  }
  return item;
}

function changeOf(before: Lists, now: Lists): NonNullable<EntitiesResult['change']> {
  const steps = ENTITY_TYPES.map((type) => [type, stepsBetween(before[type], now[type])] as const);
  return Object.fromEntries(steps.filter(([, { length }]) => length > 0));
}

/** reportLens/entityMentions: where an entity is mentioned, or nothing where there is none of that id. */
export function* entityMentions(view: EntityView, id: string): Generator<void, EntityMentionsResult | null> {
  const entity = yield* findInSteps(yield* view.entitiesInSteps(), (e) => e.id === id);
  return entity ? { version: view.version, mentions: yield* mapInSteps(entity.mentions, (m) => stretchOf(view, m)) } : null;
}

/** reportLens/entityAt: the mention at a cursor, or the one that is exactly what is selected. */
export function entityAt(view: EntityView, range: Range): EntityAtResult | null {
  const start = view.document.offsetAt(range.start), end = view.document.offsetAt(range.end);
  const found = start === end ? view.mentionAtCursor(start) : view.mentionsIn({ start, end }).find(({ mention }) => mention.start === start && mention.end === end);
  return found ? { text: found.mention.text, type: found.entity.type, name: found.entity.name } : null;
}
