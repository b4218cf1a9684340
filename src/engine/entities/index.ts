import type { Entity } from '../analysis';
import type { EngineResources } from '../resources';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import { findMentions } from './find';
import { linkMentions } from './linking';

/** Finds every entity mention and links mentions of one entity; spans in repaired offsets. Never throws. */
export function readEntities(text: SourceText, structure: Structure, resources: EngineResources): Entity[] {
  return linkMentions(findMentions(text, structure, resources), text, structure, resources);
}
