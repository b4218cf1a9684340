import { ENTITY_TYPES, type Defect, type Entity, type EntityType, type Mention, type Span } from './analysis';
import type { EntitiesOfText } from './entities';
import { inSteps, mapInSteps, toTheEnd } from './steps';
import { firstStartingFrom, paragraphAt, type SourceText } from './text';

/** A mention with the entity it belongs to. */
export interface MentionOf { readonly mention: Mention; readonly entity: Entity }

/** The entities of a text in given offsets. */
export interface ReportEntities {
  /** all of them by their first mention */
  all(): readonly Entity[];
  /** the same in steps */
  allInSteps(): Generator<void, readonly Entity[]>;
  /** mentions that share at least one character with a span (at least with the character at its start), in text order */
  mentionsIn(span: Span): MentionOf[];
  /** where they contradict each other, the calendar or the table of places, in text order; they are read when first asked for, which must be before the text is edited */
  slips(): readonly Defect[];
  /** the same in steps, which must not be taken any more once the text is edited */
  slipsInSteps(): Generator<void, readonly Defect[]>;
  /** makes in steps what the entity of a mention and the facts of entities of some types are told from, so that neither takes long afterwards */
  prepareInSteps(types: readonly EntityType[]): Generator<void, void>;
}

/** Reads the slips of a text in steps, in repaired offsets. */
export type SlipReader = () => Generator<void, readonly Defect[]>;

/** The entities of a text, in given offsets: where nothing is damaged they move with the text, otherwise they are copies, which are made in steps. */
export function* entitiesInGiven(text: SourceText, found: EntitiesOfText, readSlips: SlipReader): Generator<void, ReportEntities> {
  if (text.isSound) return new SoundEntities(text, found, readSlips);
  const given = yield* entitiesToGiven(text, found);
  return new DamagedEntities(text, readSlips, given.map(({ entity }) => entity), yield* inTextOrder(text, found, given));
}

/** What both kinds have in common. They are classes for the reason given at `EntitiesOfVersion`. */
abstract class SlipsInGiven {
  readonly #readSlips: SlipReader;
  #slips: readonly Defect[] | undefined;

  constructor(protected readonly text: SourceText, readSlips: SlipReader) {
    this.#readSlips = readSlips;
  }

  slips(): readonly Defect[] { return this.#slips ?? toTheEnd(this.slipsInSteps()); }

  *slipsInSteps(): Generator<void, readonly Defect[]> { return this.#slips ??= slipsToGiven(yield* this.#readSlips(), this.text); }
}

/** Entities that move with the text. */
class SoundEntities extends SlipsInGiven implements ReportEntities {
  readonly #found: EntitiesOfText;

  constructor(text: SourceText, found: EntitiesOfText, readSlips: SlipReader) {
    super(text, readSlips);
    this.#found = found;
  }

  all(): readonly Entity[] { return this.#found.all(); }

  allInSteps(): Generator<void, readonly Entity[]> { return this.#found.allInSteps(); }

  prepareInSteps(types: readonly EntityType[]): Generator<void, void> { return this.#found.prepareInSteps(types); }

  mentionsIn(span: Span): MentionOf[] {
    const { paragraphs } = this.text, end = Math.max(span.end, span.start + 1), mentions: MentionOf[] = [];
    for (let p = paragraphAt(paragraphs, span.start); p && p.start < end; p = paragraphs[p.index + 1]) {
      for (const mention of this.#found.mentionsIn(p)) if (mention.start < end && mention.end > span.start) mentions.push({ mention, entity: this.#found.entityOf(mention) });
    }
    return mentions;
  }
}

/** Copies in the offsets of the damaged text. */
class DamagedEntities extends SlipsInGiven implements ReportEntities {
  readonly #entities: readonly Entity[];
  readonly #mentions: readonly MentionOf[];
  /** length of the longest mention */
  readonly #longest: number;

  /** @param mentions those of all entities, in text order */
  constructor(text: SourceText, readSlips: SlipReader, entities: readonly Entity[], mentions: readonly MentionOf[]) {
    super(text, readSlips);
    this.#entities = entities;
    this.#mentions = mentions;
    this.#longest = mentions.reduce((longest, { mention: m }) => Math.max(longest, m.end - m.start), 0);
  }

  all(): readonly Entity[] { return this.#entities; }

  *allInSteps(): Generator<void, readonly Entity[]> { yield; return this.#entities; }

  *prepareInSteps(): Generator<void, void> { yield; }

  mentionsIn(span: Span): MentionOf[] {
    const mentions = this.#mentions, inside: MentionOf[] = [], end = Math.max(span.end, span.start + 1);
    for (let i = firstStartingFrom(mentions, span.start - this.#longest, ({ mention }) => mention.start); i < mentions.length && mentions[i]!.mention.start < end; i++) if (mentions[i]!.mention.end > span.start) inside.push(mentions[i]!);
    return inside;
  }
}

/** Slips in given offsets. */
export const slipsToGiven = (slips: readonly Defect[], text: SourceText): readonly Defect[] =>
  (text.isSound ? slips : slips.map((s) => ({ ...s, ...text.toGiven(s), ...(s.related && { related: s.related.map((r) => text.toGiven(r)) }) })));

/** An entity in repaired offsets and its copy in given ones. */
interface InGiven { readonly own: Entity; readonly entity: Entity }

function* entitiesToGiven(text: SourceText, found: EntitiesOfText): Generator<void, InGiven[]> {
  yield* found.prepareInSteps(ENTITY_TYPES);
  return yield* mapInSteps(yield* found.allInSteps(), (own) => ({ own, entity: entityToGiven(own, text) }));
}

/** The mentions of all copies; they are gathered by paragraphs, so that little is left to sort. */
function* inTextOrder({ paragraphs }: SourceText, found: EntitiesOfText, given: readonly InGiven[]): Generator<void, MentionOf[]> {
  const copies = new Map<Mention, MentionOf>(), mentions: MentionOf[] = [];
  yield* inSteps(given, ({ own, entity }) => { for (const [i, mention] of own.mentions.entries()) copies.set(mention, { mention: entity.mentions[i]!, entity }); });
  yield* inSteps(paragraphs, (p) => { for (const mention of found.mentionsIn(p)) { const copy = copies.get(mention); if (copy) mentions.push(copy); } });
  return mentions.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
}

/** A copy of an entity that stays as it is, in given offsets. */
export const entityToGiven = ({ id, type, name, facts, mentions }: Entity, text: SourceText): Entity => ({ id, type, name, facts, mentions: mentions.map((m) => mentionToGiven(m, text)) });

function mentionToGiven(mention: Mention, source: SourceText): Mention {
  const { text, rule } = mention, { start, end } = source.isSound ? mention : source.toGiven(mention);
  return { start, end, text, rule };
}
