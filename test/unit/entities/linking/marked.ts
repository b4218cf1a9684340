import { readFileSync } from 'node:fs';
import { linkMentions } from '../../../../src/engine/entities/linking';
import type { RawMention } from '../../../../src/engine/entities/raw-mention';
import type { Entity, EntityType } from '../../../../src/engine/analysis';
import { readStructure } from '../../../../src/engine/structure';
import { readText } from '../../../../src/engine/text';

export const places = new Uint8Array(readFileSync('data/places.bin'));
export const terms = readFileSync('data/terms.json', 'utf8');

/** Entities of a text whose mentions are marked as `[PER 甲乙]`, linked with the shipped gazetteers. */
export function linkMarked(marked: string): Entity[] {
  const mentions: RawMention[] = [];
  let plain = '';
  for (const part of marked.split(/(\[[A-Z]+ [^\]]+\])/u)) {
    const m = /^\[([A-Z]+) ([^\]]+)\]$/u.exec(part);
    if (m) mentions.push({ start: plain.length, end: plain.length + m[2]!.length, type: m[1] as EntityType, rule: 'marked' });
    plain += m ? m[2]! : part;
  }
  const text = readText(plain);
  return linkMentions(mentions, text, readStructure(text), { places, terms });
}

/** The same as lines `TYPE name: mention, mention`, for one look at the whole. */
export const linked = (marked: string): string[] => linkMarked(marked).map((e) => `${e.type} ${e.name}: ${e.mentions.map((m) => m.text).join(' ')}`);
