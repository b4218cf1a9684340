import type { Entity } from '../analysis';
import type { EngineResources } from '../resources';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import { dictionaryOf } from './dictionary';
import { findMentions } from './find';
import { linkMentions } from './linking';

/** Finds every entity mention and links mentions of one entity; spans in repaired offsets. Never throws. */
export function readEntities(text: SourceText, structure: Structure, resources: EngineResources): Entity[] {
  const dictionary = dictionaryOf(resources.dictionary), found = findMentions(text, structure, resources);
  const entities = linkMentions(dictionary?.mark(text.folded, found) ?? found, text, structure, resources);
  return dictionary?.gather(entities, text) ?? entities;
}
