import type { Defect, Entity, Mention, Span } from './analysis';
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
  /** where they contradict each other, the calendar or the table of places, in text order; they are read when first asked for, which must be before the text is edited */
  slips(): readonly Defect[];
}

/**
 * The entities of a text, in given offsets: where nothing is damaged they move with the text, otherwise they are copies.
 * @param readSlips reads the slips, in repaired offsets
 */
export function entitiesInGiven(text: SourceText, found: EntitiesOfText, readSlips: () => readonly Defect[]): ReportEntities {
  let known: readonly Defect[] | undefined;
  const slips = (): readonly Defect[] => known ??= slipsToGiven(readSlips(), text);
  return text.isSound ? { all: () => found.all(), mentionsIn: (span) => mentionsInSound(text, found, span), slips } : { ...inDamaged(text, found), slips };
}

/** Slips in given offsets. */
export const slipsToGiven = (slips: readonly Defect[], text: SourceText): readonly Defect[] =>
  (text.isSound ? slips : slips.map((s) => ({ ...s, ...text.toGiven(s), ...(s.related && { related: s.related.map((r) => text.toGiven(r)) }) })));

function mentionsInSound({ paragraphs }: SourceText, found: EntitiesOfText, span: Span): MentionOf[] {
  const end = Math.max(span.end, span.start + 1), mentions: MentionOf[] = [];
  for (let p = paragraphAt(paragraphs, span.start); p && p.start < end; p = paragraphs[p.index + 1]) {
    for (const mention of found.mentionsIn(p)) if (mention.start < end && mention.end > span.start) mentions.push({ mention, entity: found.entityOf(mention) });
  }
  return mentions;
}

function inDamaged(text: SourceText, found: EntitiesOfText): Omit<ReportEntities, 'slips'> {
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
export const entityToGiven = ({ id, type, name, facts, mentions }: Entity, text: SourceText): Entity => ({ id, type, name, facts, mentions: mentions.map((m) => mentionToGiven(m, text)) });

function mentionToGiven(mention: Mention, source: SourceText): Mention {
  const { text, rule } = mention, { start, end } = source.isSound ? mention : source.toGiven(mention);
  return { start, end, text, rule };
}
