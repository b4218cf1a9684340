import { ENTITY_TYPES, type Entity, type EntityType, type Mention } from '../analysis';
import type { EngineResources } from '../resources';
import type { SideJob, SideReader } from '../side-reader';
import { inSteps, toTheEnd } from '../steps';
import type { Paragraph, SourceText } from '../text';
import { differenceOf } from '../text/paragraph-difference';
import { dictionaryOf, type Dictionary } from './dictionary';
import { FactReader, type FactSource } from './facts';
import type { HeldTitle } from './facts/titles';
import type { FoundMention } from './found-mention';
import { placesOf, type Places } from './gazetteers/places';
import { termsOf } from './gazetteers/terms';
import { Linker } from './linking';
import type { LinkedEntity } from './linking/linked-entity';
import type { TitlesOf } from './linking/person';
import { localMentionsBy } from './local-mentions';
import { MentionReader, type MentionSource } from './mention-reader';
import { recognizerOf, type Recognizer } from './recognizer';

export type { FoundMention } from './found-mention';
export type { LinkedEntity } from './linking/linked-entity';

/** The entities of one version of a text. Spans are those of the repaired text and move with it. */
export interface EntitiesOfText {
  /** all entities by their first mention; made when asked for */
  all(): readonly Entity[];
  /** the same in steps */
  allInSteps(): Generator<void, readonly Entity[]>;
  /** makes in steps what `entityOf` and the facts of entities of some types are told from, so that neither takes long afterwards */
  prepareInSteps(types: readonly EntityType[]): Generator<void, void>;
  /** the mentions in a paragraph, in text order */
  mentionsIn(paragraph: Paragraph): readonly FoundMention[];
  /** the titles that a paragraph sets beside persons' mentions, in text order */
  titlesIn(paragraph: Paragraph): readonly HeldTitle[];
  /** what a mention is of */
  entityOf(mention: FoundMention): Entity;
}

/** Finds the mentions of a text and links those of one entity, version after version: what an edit does not touch is not read again. */
export class EntitiesReader {
  readonly #dictionary: Dictionary | undefined;
  #mentions: MentionSource;
  #linker: Linker;
  #facts: FactReader | undefined;
  /** the text that was read last */
  #text: SourceText | undefined;
  /** the steps of reading another, as long as they are not all taken */
  #reading: Iterator<void, void> | undefined;
  /** what another thread reads of the text */
  #job: SideJob | undefined;

  /** @param source where mentions come from, if not from the recognizer and the grammar */
  constructor(private readonly resources: EngineResources, private readonly source?: () => MentionSource) {
    this.#dictionary = dictionaryOf(resources.dictionary);
    this.#mentions = this.#newMentions();
    this.#linker = this.#newLinker();
  }

  /** the divisions that places are looked up in */
  get places(): Places | undefined { return placesOf(this.resources.places); }

  /** How many paragraphs of a version have to be read. */
  newIn(text: SourceText): number { return this.#text && !this.#reading ? differenceOf(this.#text.paragraphs, text).come.length : text.paragraphs.length; }

  /** Lets the sentences of a long text that is soon to be read be read on another thread from now on, if the host has one. Answers that thread's reader. */
  *begin(text: SourceText): Generator<void, SideReader | undefined> {
    const { side } = this.resources;
    if (side) this.#job = yield* localMentionsBy(this.#recognizer).begin(text.paragraphs, side);
    return this.#job && side;
  }

  /** The text will not be read any more. */
  end(): void { this.#job?.end(); }

  /** Does in steps what reading the text after an edit would have to do first: when nobody asks for anything. */
  *prepareForEdits(): Generator<void, void> { if (!this.#reading) yield* this.#linker.prepareForEdits(); }

  /** Reads a version of the text. Never throws. */
  read(text: SourceText): EntitiesOfText {
    toTheEnd(this.readAhead(text));
    return new EntitiesOfVersion(text, this.#mentions, this.#facts = new FactReader(this.#factSource()), this.#dictionary);
  }

  /**
   * Reads a version of the text in small steps, for a host that must answer others meanwhile; `read` then has little left to do. Who does not take
   * all steps makes the next version be read from the beginning, but for what is known of its paragraphs.
   */
  *readAhead(text: SourceText): Generator<void, void> {
    if (this.#text === text) return;
    if (this.#reading) { this.#mentions = this.#newMentions(); this.#linker = this.#newLinker(); }
    const steps = this.#reading = this.#steps(this.#mentions, this.#linker, text);
    while (steps.next().done !== true) {
      yield;
      // somebody else has read on
      if (this.#reading !== steps) return;
    }
    this.#text = text;
    this.#reading = undefined;
  }

  *#steps(mentions: MentionSource, linker: Linker, text: SourceText): Generator<void, void> { yield* linker.link(yield* mentions.readInSteps(text)); }

  get #recognizer(): Recognizer | undefined { return recognizerOf(this.resources.recognizer); }

  #newMentions(): MentionSource { return this.source?.() ?? new MentionReader(this.#recognizer, this.#dictionary, this.resources.side); }

  #newLinker(): Linker {
    const titlesOf: TitlesOf = (person) => this.#mentions.of(person.paragraph).titles.flatMap((t) => (t.person === person ? t.title : []));
    return new Linker({ titlesOf, places: this.places, readFacts: (entity) => this.#facts?.read(entity) ?? {} });
  }

  #factSource(): FactSource {
    const mentions = this.#mentions, linker = this.#linker;
    return {
      mentions: () => mentions.mentions(), next: (m) => { const all = mentions.of(m.paragraph).mentions; return all[all.indexOf(m) + 1]; },
      titlesOf: (person) => mentions.of(person.paragraph).titles.filter((t) => t.person === person), holdersOf: (post) => mentions.of(post.paragraph).titles.flatMap((t) => (t.post === post ? t.person : [])),
      entities: (type) => linker.entities(type), places: this.places, terms: termsOf(this.resources.terms),
    };
  }
}

/** A class with methods in steps, since V8 keeps a generator function that is made anew for a text, and all that it sees, until it collects old objects too. */
class EntitiesOfVersion implements EntitiesOfText {
  readonly #text: SourceText;
  readonly #mentions: MentionSource;
  readonly #facts: FactReader;
  readonly #dictionary: Dictionary | undefined;
  #all: readonly Entity[] | undefined;
  #gathered: ReadonlyMap<Mention, Entity> | undefined;

  constructor(text: SourceText, mentions: MentionSource, facts: FactReader, dictionary: Dictionary | undefined) {
    this.#text = text;
    this.#mentions = mentions;
    this.#facts = facts;
    this.#dictionary = dictionary;
  }

  all(): readonly Entity[] { return this.#all ?? toTheEnd(this.allInSteps()); }

  *allInSteps(): Generator<void, readonly Entity[]> { return this.#all ??= yield* entitiesOf(this.#text, this.#mentions, this.#facts, this.#dictionary); }

  *prepareInSteps(types: readonly EntityType[]): Generator<void, void> {
    if (this.#dictionary) yield* this.#gatherInSteps();
    for (const type of types) yield* this.#facts.prepareInSteps(type);
  }

  mentionsIn(paragraph: Paragraph): readonly FoundMention[] { return this.#mentions.of(paragraph).mentions; }

  titlesIn(paragraph: Paragraph): readonly HeldTitle[] { return this.#mentions.of(paragraph).titles; }

  entityOf(mention: FoundMention): Entity { return (this.#dictionary ? this.#gathered ?? toTheEnd(this.#gatherInSteps()) : undefined)?.get(mention) ?? mention.entity!; }

  *#gatherInSteps(): Generator<void, ReadonlyMap<Mention, Entity>> { return this.#gathered ??= yield* entityByMention(yield* this.allInSteps()); }
}

/** All entities by their first mention, with those of the dictionary. */
function* entitiesOf(text: SourceText, mentions: MentionSource, facts: FactReader, dictionary: Dictionary | undefined): Generator<void, readonly Entity[]> {
  const entities: LinkedEntity[] = [];
  yield* inSteps(text.paragraphs, (paragraph) => { for (const mention of mentions.of(paragraph).mentions) if (mention.entity?.mentions[0] === mention) entities.push(mention.entity); });
  if (!dictionary) return entities;
  for (const type of ENTITY_TYPES) yield* facts.prepareInSteps(type);
  return yield* dictionary.gather(entities, text);
}

function* entityByMention(entities: readonly Entity[]): Generator<void, ReadonlyMap<Mention, Entity>> {
  const found = new Map<Mention, Entity>();
  yield* inSteps(entities, (entity) => { for (const mention of entity.mentions) found.set(mention, entity); });
  return found;
}
