import type { EngineResources } from '../resources';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import type { RawMention } from './raw-mention';

/** Finds every mention of an entity: sorted, none overlapping another. Never throws. */
export function findMentions(text: SourceText, _structure: Structure, _resources: EngineResources): RawMention[] {
  return [...text.folded.matchAll(/《[^《》\n]{1,80}》/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length, type: 'DOC', rule: 'doc.marks' }));
}
