import type { Entity, Mention } from '../../analysis';
import type { DictionaryEntry } from '../../resources';
import { inSteps, mapInSteps, mergedInSteps } from '../../steps';
import type { SourceText } from '../../text';
import { otherWordings } from '../other-wordings';
import { DICTIONARY_RULE } from './mark';
import type { Wordings } from './wordings';

interface Gathered { of: Set<Entity>; mentions: Mention[]; facts: Record<string, string> }

/**
 * Makes one entity of all that is linked with an entry of the dictionary, under the entry's name, with the facts `note` and `dictionary`
 * (where the entry is from). Entities that hold wordings of two entries are parted; a mention without an entry goes with the entry named
 * last before it. Spans are those of the repaired text.
 */
export function* gatherEntries(entities: readonly Entity[], text: SourceText, wordings: Wordings): Generator<void, Entity[]> {
  const gathered = new Map<DictionaryEntry, Gathered>(), others: Entity[] = [];
  const entryOf = (m: Mention): DictionaryEntry | undefined => (m.rule === DICTIONARY_RULE ? wordings.find(text.folded.slice(m.start, m.end)) : undefined);
  yield* inSteps(entities, (entity) => {
    let current = entity.mentions.map(entryOf).find((e) => e !== undefined);
    if (!current) { others.push(entity); return; }
    for (const mention of entity.mentions) {
      current = entryOf(mention) ?? current;
      const group: Gathered = gathered.get(current) ?? { of: new Set(), mentions: [], facts: {} };
      group.mentions.push(mention);
      if (!group.of.has(entity)) group.facts = mergeFacts(group.facts, entity.facts);
      group.of.add(entity);
      gathered.set(current, group);
    }
  });
  const startOf = ({ mentions }: Entity): number => mentions[0]!.start, named = yield* mapInSteps(gathered, ([entry, group]) => entityOf(entry, group));
  return yield* withIds(yield* mergedInSteps([others, named.sort((a, b) => startOf(a) - startOf(b))], startOf), new Set(named));
}

/** Titles add up; of everything else the first stands. */
function mergeFacts(a: Record<string, string>, b: Record<string, string>): Record<string, string> {
  const rows = [a, b].flatMap((facts) => titleRows(facts)), titles = [...new Set(rows.map((r) => r.title))].map((title) => rows.filter((r) => r.title === title));
  if (titles.length === 0) return { ...b, ...a };
  const counts = titles.map((same) => same.reduce((sum, r) => sum + r.count, 0)), places = titles.map((same) => same.find((r) => r.place)?.place ?? '');
  return { ...b, ...a, titles: titles.map((same) => same[0]!.title).join('、'), titleCounts: counts.join('、'), titlePlaces: places.join('、') };
}

/** The titles of a person's facts with their counts and places. */
function titleRows({ titles, titleCounts, titlePlaces }: Record<string, string>): { title: string; count: number; place: string }[] {
  const counts = titleCounts?.split('、') ?? [], places = titlePlaces?.split('、') ?? [];
  return (titles?.split('、') ?? []).map((title, i) => ({ title, count: Number(counts[i] ?? 1), place: places[i] ?? '' }));
}

/** Other wordings listed at most. */
const MOST_LISTED = 8;

function entityOf(entry: DictionaryEntry, { mentions, facts }: Gathered): Entity {
  const sorted = mentions.sort((a, b) => a.start - b.start), others = otherWordings({ name: entry.name, mentions: sorted });
  return {
    id: '', type: entry.type, name: entry.name, mentions: sorted,
    facts: {
      ...Object.fromEntries(Object.entries(facts).filter(([key]) => key !== 'aka')), ...(others.length > 0 && { aka: others.slice(0, MOST_LISTED).join('、') }),
      ...(entry.note !== undefined && { note: entry.note }), dictionary: entry.source,
    },
  };
}

/** An entry keeps the id of its type and name; another entity of that name is numbered. */
function* withIds(entities: readonly Entity[], named: ReadonlySet<Entity>): Generator<void, Entity[]> {
  const ids = new Map<Entity, string>(), used = new Set<string>();
  const free = (base: string): string => {
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}#${n}`;
    used.add(id);
    return id;
  };
  yield* inSteps(entities, (e) => { if (named.has(e)) ids.set(e, free(`${e.type}:${e.name}`)); });
  yield* inSteps(entities, (e) => { if (!named.has(e)) ids.set(e, free(e.id)); });
  return yield* mapInSteps(entities, (e) => new WithId(ids.get(e)!, e));
}

/** An entity with another id, whose facts are told when they are asked for. A class for the reason given at `EntitiesOfVersion`. */
class WithId implements Entity {
  readonly #entity: Entity;

  constructor(readonly id: string, entity: Entity) {
    this.#entity = entity;
  }

  get type(): Entity['type'] { return this.#entity.type; }
  get name(): string { return this.#entity.name; }
  get mentions(): Mention[] { return this.#entity.mentions; }
  get facts(): Record<string, string> { return this.#entity.facts; }
}
