import type { Entity } from '../../analysis';
import type { EngineResources } from '../../resources';
import type { Structure } from '../../structure';
import type { SourceText } from '../../text';
import type { RawMention } from '../raw-mention';

/** Links mentions of one entity: those of one type and one wording. */
export function linkMentions(mentions: readonly RawMention[], text: SourceText, _structure: Structure, _resources: EngineResources): Entity[] {
  const byKey = new Map<string, Entity>();
  for (const { start, end, type, rule } of mentions) {
    const key = `${type}:${text.folded.slice(start, end)}`, written = text.repaired.slice(start, end);
    const entity = byKey.get(key) ?? { id: key, type, name: written, facts: {}, mentions: [] };
    entity.mentions.push({ start, end, text: written, rule });
    byKey.set(key, entity);
  }
  return [...byKey.values()];
}
