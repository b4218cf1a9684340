import { ENTITY_TYPES, type Entity, type EntityType, type Mention } from '../analysis';
import type { EngineResources } from '../resources';
import type { Paragraph, SourceText } from '../text';
import { dictionaryOf, type Dictionary } from './dictionary';
import { FactReader, type FactSource } from './facts';
import type { HeldTitle } from './facts/titles';
import type { FoundMention } from './found-mention';
import { placesOf, type Places } from './gazetteers/places';
import { termsOf } from './gazetteers/terms';
import { Linker } from './linking';
import type { LinkedEntity } from './linking/linked-entity';
import { MentionReader, type MentionSource } from './mention-reader';
import { recognizerOf } from './recognizer';

export type { FoundMention } from './found-mention';
export type { LinkedEntity } from './linking/linked-entity';

/** The entities of one version of a text. Spans are those of the repaired text and move with it. */
export interface EntitiesOfText {
  /** all entities by their first mention; made when asked for */
  all(): readonly Entity[];
  /** the mentions in a paragraph, in text order */
  mentionsIn(paragraph: Paragraph): readonly FoundMention[];
  /** the titles that a paragraph sets beside persons' mentions, in text order */
  titlesIn(paragraph: Paragraph): readonly HeldTitle[];
  /** what a mention is of */
  entityOf(mention: FoundMention): Entity;
}

/** Finds the mentions of a text and links those of one entity, version after version: what an edit does not touch is not read again. */
export class EntitiesReader {
  readonly #mentions: MentionSource;
  readonly #linker: Linker;
  readonly #dictionary: Dictionary | undefined;
  #facts: FactReader | undefined;

  /** @param mentions where mentions come from, if not from the recognizer and the grammar */
  constructor(private readonly resources: EngineResources, mentions?: MentionSource) {
    this.#dictionary = dictionaryOf(resources.dictionary);
    this.#mentions = mentions ?? new MentionReader(recognizerOf(resources.recognizer), this.#dictionary);
    this.#linker = new Linker((entity) => this.#facts?.read(entity) ?? {});
  }

  /** the divisions that places are looked up in */
  get places(): Places | undefined { return placesOf(this.resources.places); }

  /** Reads ahead what of these paragraphs does not depend on the rest of their text, one a step: for a host that must answer others meanwhile. */
  *prepare(paragraphs: readonly Paragraph[]): Generator<undefined> {
    for (const paragraph of paragraphs) { this.#mentions.prepare?.(paragraph); yield; }
  }

  /** Reads a version of the text. Never throws. */
  read(text: SourceText): EntitiesOfText {
    const mentions = this.#mentions, { places } = this, changed = mentions.read(text);
    this.#linker.link(changed, {
      mentions: () => mentions.mentions(), introductions: () => text.paragraphs.flatMap((p) => mentions.of(p).introductions),
      titlesOf: (person) => mentions.of(person.paragraph).titles.flatMap((t) => (t.person === person ? t.title : [])), places,
    });
    this.#facts = new FactReader(this.#factSource());
    let all: readonly Entity[] | undefined, gathered: ReadonlyMap<Mention, Entity> | undefined;
    const everything = (): readonly Entity[] => all ??= this.#all(text);
    return {
      all: everything, mentionsIn: (paragraph) => mentions.of(paragraph).mentions, titlesIn: (paragraph) => mentions.of(paragraph).titles,
      entityOf: (mention) => (this.#dictionary ? gathered ??= new Map(everything().flatMap((e) => e.mentions.map((m) => [m, e] as const))) : undefined)?.get(mention) ?? mention.entity!,
    };
  }

  #all(text: SourceText): readonly Entity[] {
    const entities: LinkedEntity[] = ENTITY_TYPES.flatMap((type: EntityType) => this.#linker.entities(type)).sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
    return this.#dictionary?.gather(entities, text) ?? entities;
  }

  #factSource(): FactSource {
    const mentions = this.#mentions;
    return {
      mentions: () => mentions.mentions(), next: (m) => { const all = mentions.of(m.paragraph).mentions; return all[all.indexOf(m) + 1]; },
      titlesOf: (person) => mentions.of(person.paragraph).titles.filter((t) => t.person === person), holdersOf: (post) => mentions.of(post.paragraph).titles.flatMap((t) => (t.post === post ? t.person : [])),
      entities: (type) => this.#linker.entities(type), places: this.places, terms: termsOf(this.resources.terms),
    };
  }
}
