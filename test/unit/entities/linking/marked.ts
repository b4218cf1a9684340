import { readFileSync } from 'node:fs';
import { EntitiesReader, type EntitiesOfText } from '../../../../src/engine/entities';
import { FoundMention } from '../../../../src/engine/entities/found-mention';
import { MentionChanges, type Findings } from '../../../../src/engine/entities/mention-changes';
import { findingsOf } from '../../../../src/engine/entities/mention-reader';
import type { RawMention } from '../../../../src/engine/entities/raw-mention';
import type { Entity, EntityType } from '../../../../src/engine/analysis';
import type { EngineResources } from '../../../../src/engine/resources';
import { paragraphAt, readText, type Paragraph, type SourceText } from '../../../../src/engine/text';

export const places = new Uint8Array(readFileSync('data/places.bin'));
export const terms = readFileSync('data/terms.json', 'utf8');

/** Entities of these mentions of a text, linked and with their facts. */
export const linkMentions = (mentions: readonly RawMention[], text: SourceText, resources: EngineResources): readonly Entity[] => readMentions(mentions, text, resources).all();

/** The same with what else is known of the text by them. */
export function readMentions(mentions: readonly RawMention[], text: SourceText, resources: EngineResources): EntitiesOfText {
  const byParagraph = new Map<Paragraph, FoundMention[]>();
  for (const { start, end, type, rule } of mentions) {
    const paragraph = paragraphAt(text.paragraphs, start)!, list = byParagraph.get(paragraph) ?? [];
    list.push(new FoundMention(paragraph, start - paragraph.start, end - paragraph.start, type, rule, text.repaired.slice(start, end), text.shown.slice(start, end)));
    byParagraph.set(paragraph, list);
  }
  const findings = new Map([...byParagraph].map(([p, list]): [Paragraph, Findings] => [p, findingsOf(p.folded, list)])), of = (p: Paragraph): Findings => findings.get(p) ?? findingsOf('', []);
  const changes = new MentionChanges();
  changes.add([], text.paragraphs.map(of));
  return new EntitiesReader(resources, () => ({ *readInSteps() { yield; return changes; }, of, mentions: () => text.paragraphs.flatMap((p) => of(p).mentions) })).read(text);
}

/** Entities of a text whose mentions are marked as `[PER 甲乙]`, linked with the shipped gazetteers. */
export function linkMarked(marked: string): readonly Entity[] {
  const mentions: RawMention[] = [];
  let plain = '';
  for (const part of marked.split(/(\[[A-Z]+ [^\]]+\])/u)) {
    const m = /^\[([A-Z]+) ([^\]]+)\]$/u.exec(part);
    if (m) mentions.push({ start: plain.length, end: plain.length + m[2]!.length, type: m[1] as EntityType, rule: 'marked' });
    plain += m ? m[2]! : part;
  }
  const text = readText(plain);
  return linkMentions(mentions, text, { places, terms });
}

/** The same as lines `TYPE name: mention, mention`, for one look at the whole. */
export const linked = (marked: string): string[] => linkMarked(marked).map((e) => `${e.type} ${e.name}: ${e.mentions.map((m) => m.text).join(' ')}`);
