/** How entities go over the wire: once as lists without their mentions, which are asked for one entity at a time, after that only as what is new in them. */
import type { EntityType } from '../engine/analysis';
import type { DocumentParams } from '.';
import type { ListStep, Stretch } from './outline';

export interface EntityItem {
  /** unique in the document; outlives edits that leave its name as it is */
  id: string;
  name: string;
  /** number of mentions */
  count: number;
  /** how it is written beside its name */
  wordings?: string[];
}

export interface EntitiesParams extends DocumentParams {
  /** `stamp` of the last answer: only what has changed since then is wanted */
  since?: number;
}

export type EntityStep = ListStep<EntityItem>;

export interface EntitiesResult {
  version: number;
  /** names what the asker holds with this answer */
  stamp: number;
  /** the lists of all types, each in the order of first mentions */
  entities?: Record<EntityType, EntityItem[]>;
  /** in their place: what has changed; types that are missing are as they were */
  change?: Partial<Record<EntityType, EntityStep[]>>;
}

/** An entity by its id. */
export interface EntityParams extends DocumentParams { id: string }

/** Where it is mentioned, in text order. */
export interface EntityMentionsResult { version: number; mentions: Stretch[] }

/** What is mentioned at a place, and how it is written there, its damage repaired. */
export interface EntityAtResult { text: string; type: EntityType; name: string }
