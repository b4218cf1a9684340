import { ENTITY_TYPES, type EntityType } from '../../src/engine/analysis';

/** A labelled sentence; offsets are UTF-16 code units, end exclusive. */
export interface Labelled { text: string; entities: { start: number; end: number; type: EntityType }[] }

export const isEntityType = (type: string): type is EntityType => (ENTITY_TYPES as readonly string[]).includes(type);
