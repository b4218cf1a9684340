/**
 * What a hover says beyond a name. Keys are machine names, which a host puts into words; values are the text's own words (folded) or neutral codes.
 *
 * | type | keys |
 * |---|---|
 * | PER | `titles` (those held in this text, joined by 、), `titleCounts` (how often each stands beside the name) and `titlePlaces` (of which place a title without one is, empty where it says so or the text does not decide), in the same order; `aka` |
 * | POS | `holders` (persons it stands beside, joined by 、) |
 * | ORG | `aka` (other wordings in this text), `parent` (where the name says so) |
 * | LOC | `path` (province › city › county › township), `code` (GB/T 2260, six digits; nine for a township), `level` (province, city, county, township); `candidates` (joined by ；) where the text does not decide; `aka` |
 * | TIME | `iso` (ISO 8601 date, interval, `--09-07` without a year; `P5Y` for a duration), `inferred` = `year` where the year is the document's and not the mention's |
 * | NUM | `value` (plain decimal), `upTo`, `unit` (`%` for shares), `bound` (approx, nearly, moreThan, atLeast, lessThan, atMost, order) |
 * | DOC | `title`, `number`, `issuer`, `year`; `aka` |
 * | TERM | `definition`, `definitionEn`, `expansion` (joined by ；), `originYear`, `originOccasion`, `source`; `aka` |
 */
import type { Entity } from '../../analysis';
import type { SourceText } from '../../text';
import type { Places } from '../gazetteers/places';
import type { Terms } from '../gazetteers/terms';
import { otherWordings } from '../other-wordings';
import type { RawMention } from '../raw-mention';
import { parentOf } from './body';
import { documentFacts } from './document';
import { documentYear } from './document-year';
import { placeFacts } from './place';
import { quantityFacts } from './quantity';
import { termFacts } from './term';
import { titlePlaceReader } from './title-places';
import { readTime } from './time';
import { heldTitles } from './titles';

export interface FactContext {
  readonly text: SourceText;
  readonly mentions: readonly RawMention[];
  readonly places: Places | undefined;
  readonly terms: Terms | undefined;
  /** titles beside persons' mentions, by index of mention */
  readonly titles: ReadonlyMap<number, string[]>;
}

/** Bodies whose names are asked where the text is. */
const MOST_CONTEXT = 200;
/** Titles and other wordings listed at most. */
const MOST_LISTED = 8;

/** The same entities with what their kind lets one say beyond the name. */
export function readFacts(entities: readonly Entity[], context: FactContext): Entity[] {
  const { text, mentions, places } = context, year = documentYear(mentions, text.folded), at = new Map(mentions.map((m, i) => [m.start, i]));
  const located = entities.filter((e) => e.type === 'LOC'), divisions = new Map<Entity, Record<string, string>>();
  if (places) placeFacts(located.map((e) => wordingsOf(e, text)[0]!), entities.filter((e) => e.type === 'ORG').slice(0, MOST_CONTEXT).map((e) => wordingsOf(e, text)[0]!), places).forEach((f, i) => divisions.set(located[i]!, f));
  const placeOf = titlePlaceReader(located.map((e) => ({ ...e, facts: divisions.get(e) ?? {} }))), holders = holdersByPost(entities, context);
  return entities.map((e) => ({ ...e, facts: { ...own(e, { ...context, year, at, placeOf, holders }), ...divisions.get(e), ...akaOf(e) } }));
}

/** What is read once for all entities of a text. */
interface Common { year: number | undefined; at: ReadonlyMap<number, number>; placeOf: (title: string) => string | undefined; holders: ReadonlyMap<number, string> }

/** Names of the persons that hold a post, by offset of the post's mention. */
function holdersByPost(entities: readonly Entity[], { mentions, text }: FactContext): Map<number, string> {
  const nameAt = new Map(entities.flatMap((e) => (e.type === 'PER' ? e.mentions.map((m) => [m.start, e.name] as const) : []))), held = new Map<number, string[]>();
  for (const { person, post } of heldTitles(mentions, text.folded)) {
    const name = nameAt.get(mentions[person]!.start), start = mentions[post]!.start, names = held.get(start) ?? [];
    if (name !== undefined && !names.includes(name)) held.set(start, [...names, name]);
  }
  return new Map([...held].map(([start, names]) => [start, names.join('、')]));
}

/** The folded wordings of an entity, the fullest first. */
const wordingsOf = (entity: Entity, text: SourceText): string[] =>
  [...new Set(entity.mentions.map((m) => text.folded.slice(m.start, m.end).replace(/\s+/gu, '')))].sort((a, b) => b.length - a.length);

function own(entity: Entity, context: FactContext & Common): Record<string, string> {
  const { text, terms } = context, first = entity.mentions[0]!, written = text.folded.slice(first.start, first.end);
  switch (entity.type) {
    case 'PER': return titleFacts(entity, context);
    case 'POS': return holderFacts(entity, context);
    case 'ORG': { const parent = parentOf(wordingsOf(entity, text)[0]!); return parent ? { parent } : {}; }
    case 'TIME': { const time = readTime(written, context.year); return time ? { iso: time.iso, ...(time.inferred && { inferred: 'year' }) } : {}; }
    case 'NUM': return quantityFacts(written);
    case 'DOC': return documentFacts(wordingsOf(entity, text)[0]!, numberBehind(entity, context));
    case 'TERM': return terms ? termFacts(wordingsOf(entity, text), terms) : {};
    default: return {};
  }
}

function holderFacts(entity: Entity, { holders }: Common): Record<string, string> {
  const names = [...new Set(entity.mentions.flatMap((m) => holders.get(m.start)?.split('、') ?? []))];
  return names.length > 0 ? { holders: names.slice(0, MOST_LISTED).join('、') } : {};
}

function titleFacts(entity: Entity, { titles, at, placeOf }: FactContext & Common): Record<string, string> {
  const all = entity.mentions.flatMap((m) => titles.get(at.get(m.start)!) ?? []), held = [...new Set(all)];
  const fullest = held.filter((t) => !held.some((other) => other !== t && other.endsWith(t)));
  if (fullest.length === 0) return {};
  const listed = fullest.slice(0, MOST_LISTED), counts = listed.map((t) => all.filter((other) => t.endsWith(other)).length), places = listed.map((t) => placeOf(t) ?? '');
  return { titles: listed.join('、'), titleCounts: counts.join('、'), ...(places.some((p) => p) && { titlePlaces: places.join('、') }) };
}

/** The document number in brackets directly behind a title. */
function numberBehind(entity: Entity, { mentions, text, at }: { mentions: readonly RawMention[]; text: SourceText; at: ReadonlyMap<number, number> }): string | undefined {
  for (const m of entity.mentions) {
    const next = mentions[at.get(m.start)! + 1];
    if (next?.type === 'DOC' && /^[（(]$/u.test(text.folded.slice(m.end, next.start))) return text.folded.slice(next.start, next.end);
  }
  return undefined;
}

function akaOf(entity: Entity): Record<string, string> {
  const others = otherWordings(entity);
  return others.length > 0 && entity.type !== 'TIME' && entity.type !== 'NUM' && entity.type !== 'POS' ? { aka: others.slice(0, MOST_LISTED).join('、') } : {};
}
