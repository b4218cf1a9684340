import type { Entity, Mention, Span } from './analysis';
import type { EntitiesOfText } from './entities';
import { paragraphAt, type SourceText } from './text';

/** A mention with the entity it belongs to. */
export interface MentionOf { readonly mention: Mention; readonly entity: Entity }

/** The entities of a text in given offsets. */
export interface ReportEntities {
  /** all of them by their first mention */
  all(): readonly Entity[];
  /** mentions that share at least one character with a span (at least with the character at its start), in text order */
  mentionsIn(span: Span): MentionOf[];
}

/** The entities of a text, in given offsets: where nothing is damaged they move with the text, otherwise they are copies. */
export function entitiesInGiven(text: SourceText, found: EntitiesOfText): ReportEntities {
  return text.isSound ? { all: () => found.all(), mentionsIn: (span) => mentionsInSound(text, found, span) } : inDamaged(text, found);
}

function mentionsInSound({ paragraphs }: SourceText, found: EntitiesOfText, span: Span): MentionOf[] {
  const end = Math.max(span.end, span.start + 1), mentions: MentionOf[] = [];
  for (let p = paragraphAt(paragraphs, span.start); p && p.start < end; p = paragraphs[p.index + 1]) {
    for (const mention of found.mentionsIn(p)) if (mention.start < end && mention.end > span.start) mentions.push({ mention, entity: found.entityOf(mention) });
  }
  return mentions;
}

function inDamaged(text: SourceText, found: EntitiesOfText): ReportEntities {
  const entities = found.all().map((e) => entityToGiven(e, text));
  const mentions = entities.flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity }))).sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
  const longest = mentions.reduce((most, { mention: m }) => Math.max(most, m.end - m.start), 0);
  return {
    all: () => entities,
    mentionsIn: (span) => {
      const inside: MentionOf[] = [], end = Math.max(span.end, span.start + 1);
      for (let i = firstFrom(mentions, span.start - longest); i < mentions.length && mentions[i]!.mention.start < end; i++) if (mentions[i]!.mention.end > span.start) inside.push(mentions[i]!);
      return inside;
    },
  };
}

function firstFrom(mentions: readonly MentionOf[], start: number): number {
  let low = 0, high = mentions.length;
  while (low < high) { const middle = (low + high) >> 1; if (mentions[middle]!.mention.start < start) low = middle + 1; else high = middle; }
  return low;
}

/** A copy of an entity that stays as it is, in given offsets. */
export const entityToGiven = ({ id, type, name, facts, mentions }: Entity, text: SourceText): Entity =>
  ({ id, type, name, facts, mentions: mentions.map((m) => ({ ...text.toGiven(m), text: m.text, rule: m.rule })) });
