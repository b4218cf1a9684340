/**
 * What a hover says beyond a name. Keys are machine names, which a host puts into words; values are the text's own words (folded) or neutral codes.
 *
 * | type | keys |
 * |---|---|
 * | PER | `titles` (those held in this text, joined by 、), `aka` |
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
import type { RawMention } from '../raw-mention';
import { parentOf } from './body';
import { documentFacts } from './document';
import { documentYear } from './document-year';
import { placeFacts } from './place';
import { quantityFacts } from './quantity';
import { termFacts } from './term';
import { readTime } from './time';

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
  return entities.map((e) => ({ ...e, facts: { ...own(e, { ...context, year, at }), ...divisions.get(e), ...akaOf(e) } }));
}

/** The folded wordings of an entity, the fullest first. */
const wordingsOf = (entity: Entity, text: SourceText): string[] =>
  [...new Set(entity.mentions.map((m) => text.folded.slice(m.start, m.end).replace(/\s+/gu, '')))].sort((a, b) => b.length - a.length);

function own(entity: Entity, context: FactContext & { year: number | undefined; at: ReadonlyMap<number, number> }): Record<string, string> {
  const { text, terms } = context, first = entity.mentions[0]!, written = text.folded.slice(first.start, first.end);
  switch (entity.type) {
    case 'PER': return titleFacts(entity, context);
    case 'ORG': { const parent = parentOf(wordingsOf(entity, text)[0]!); return parent ? { parent } : {}; }
    case 'TIME': { const time = readTime(written, context.year); return time ? { iso: time.iso, ...(time.inferred && { inferred: 'year' }) } : {}; }
    case 'NUM': return quantityFacts(written);
    case 'DOC': return documentFacts(wordingsOf(entity, text)[0]!, numberBehind(entity, context));
    case 'TERM': return terms ? termFacts(wordingsOf(entity, text), terms) : {};
    default: return {};
  }
}

function titleFacts(entity: Entity, { titles, at }: { titles: FactContext['titles']; at: ReadonlyMap<number, number> }): Record<string, string> {
  const held = [...new Set(entity.mentions.flatMap((m) => titles.get(at.get(m.start)!) ?? []))];
  const fullest = held.filter((t) => !held.some((other) => other !== t && other.endsWith(t)));
  return fullest.length > 0 ? { titles: fullest.slice(0, MOST_LISTED).join('、') } : {};
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
  const others = [...new Set(entity.mentions.map((m) => m.text))].filter((t) => t !== entity.name);
  return others.length > 0 && entity.type !== 'TIME' && entity.type !== 'NUM' && entity.type !== 'POS' ? { aka: others.slice(0, MOST_LISTED).join('、') } : {};
}
