/** How entities go over the wire: in lists without their mentions, which are asked for one entity at a time, and only lists that are new. */
import type { EntityType } from '../engine/analysis';
import type { DocumentParams } from '.';
import type { Stretch } from './outline';

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
  /** `stamp` of the last answer: only lists that are others than then are wanted */
  since?: number;
}

export interface EntitiesResult {
  version: number;
  /** names what the asker holds with this answer */
  stamp: number;
  /** by type, in the order of first mentions; a type without entities has an empty list */
  entities: Partial<Record<EntityType, EntityItem[]>>;
  /** types that are missing are as they were */
  isChange: boolean;
}

/** An entity by its id. */
export interface EntityParams extends DocumentParams { id: string }

/** Where it is mentioned, in text order. */
export interface EntityMentionsResult { version: number; mentions: Stretch[] }

/** What is mentioned at a place, and how it is written there, its damage repaired. */
export interface EntityAtResult { text: string; type: EntityType; name: string }
