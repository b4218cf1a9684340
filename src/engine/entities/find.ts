import type { EngineResources } from '../resources';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import { findProposals } from './grammar';
import type { RawMention } from './raw-mention';
import { recognizerOf } from './recognizer';

/** Finds every mention of an entity: sorted, none overlapping another. Never throws. */
export function findMentions(text: SourceText, _structure: Structure, resources: EngineResources): RawMention[] {
  const recognizer = recognizerOf(resources.recognizer), mentions: RawMention[] = [];
  for (const paragraph of text.paragraphs) {
    for (const { start, end } of paragraph.sentences) {
      const sentence = text.folded.slice(start, end);
      for (const m of recognizer?.recognize(sentence, findProposals(sentence)) ?? []) mentions.push({ start: m.start + start, end: m.end + start, type: m.type, rule: 'model' });
    }
  }
  return mentions;
}
