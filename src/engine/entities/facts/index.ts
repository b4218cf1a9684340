/**
 * What a hover says beyond a name. Keys are machine names, which a host puts into words; values are the text's own words (folded) or neutral codes.
 *
 * | type | keys |
 * |---|---|
 * | PER | `titles` (those held in this text, joined by 、), `titleCounts` (how often each stands beside the name) and `titlePlaces` (of which place a title without one is, empty where it says so or the text does not decide), in the same order; `aka` |
 * | POS | `holders` (persons it stands beside, joined by 、) |
 * | ORG | `aka` (other wordings in this text), `parent` (where the name says so) |
 * | LOC | `path` (province › city › county › township), `code` (GB/T 2260, six digits; nine for a township), `level` (province, city, county, township); `candidates` (joined by ；) where the text does not decide; `aka` |
 * | TIME | `iso` (ISO 8601 date, interval, `--09-07` without a year; `P5Y` for a duration), `inferred` = `year` where the year is the document's and not the mention's |
 * | NUM | `value` (plain decimal), `upTo`, `unit` (`%` for shares), `bound` (approx, nearly, moreThan, atLeast, lessThan, atMost, order) |
 * | DOC | `title`, `number`, `issuer`, `year`; `aka` |
 * | TERM | `definition`, `definitionEn`, `expansion` (joined by ；), `originYear`, `originOccasion`, `source`; `aka` |
 */
import type { Entity } from '../../analysis';
import { mapInSteps, toTheEnd } from '../../steps';
import type { FoundMention } from '../found-mention';
import type { Places } from '../gazetteers/places';
import type { Terms } from '../gazetteers/terms';
import type { LinkedEntity } from '../linking/linked-entity';
import { otherWordings } from '../other-wordings';
import { parentOf } from './body';
import { documentFacts } from './document';
import { documentYear } from './document-year';
import { placeFacts } from './place';
import { quantityFacts } from './quantity';
import { termFacts } from './term';
import { titlePlaceReader } from './title-places';
import { readTime } from './time';
import type { HeldTitle } from './titles';

type Facts = Record<string, string>;

/** What facts are read from. */
export interface FactSource {
  /** all mentions, in text order */
  mentions(): Iterable<FoundMention>;
  /** the mention behind one in its paragraph */
  next(mention: FoundMention): FoundMention | undefined;
  /** titles beside a person's mention */
  titlesOf(person: FoundMention): readonly HeldTitle[];
  /** persons beside a post's mention */
  holdersOf(post: FoundMention): readonly FoundMention[];
  /** entities of a type, in text order */
  entities(type: Entity['type']): readonly LinkedEntity[];
  readonly places: Places | undefined;
  readonly terms: Terms | undefined;
}

/** Bodies whose names are asked where the text is. */
const MOST_CONTEXT = 200;
/** Titles and other wordings listed at most. */
const MOST_LISTED = 8;

/** Reads facts of the entities of one version of a text, each when it is asked for and once. */
export class FactReader {
  readonly #known = new Map<LinkedEntity, Facts>();
  #year: { value: number | undefined } | undefined;
  #divisions: ReadonlyMap<LinkedEntity, Facts> | undefined;
  #placeOf: ((title: string) => string | undefined) | undefined;

  constructor(private readonly source: FactSource) {}

  read(entity: LinkedEntity): Facts {
    let facts = this.#known.get(entity);
    if (!facts) {
      const own = this.#own(entity), aka = akaOf(entity);
      this.#known.set(entity, facts = aka === undefined ? own : { ...own, aka });
    }
    return facts;
  }

  /** Reads in steps what the facts of all entities of a type need of the whole text. */
  *prepareInSteps(type: Entity['type']): Generator<void, void> {
    if (type === 'TIME') yield* this.#yearInSteps();
    if (type === 'PER' || type === 'LOC') yield* this.#placesInSteps();
  }

  #own(entity: LinkedEntity): Facts {
    const { terms } = this.source, written = entity.mentions[0]!.folded;
    switch (entity.type) {
      case 'PER': return this.#titles(entity);
      case 'POS': return this.#holders(entity);
      case 'ORG': { const parent = parentOf(wordingsOf(entity)[0]!); return parent ? { parent } : {}; }
      case 'LOC': return this.#places().get(entity) ?? {};
      case 'TIME': { const time = readTime(written, this.#documentYear()); return time ? { iso: time.iso, ...(time.inferred && { inferred: 'year' }) } : {}; }
      case 'NUM': return quantityFacts(written);
      case 'DOC': return documentFacts(wordingsOf(entity)[0]!, this.#numberBehind(entity));
      case 'TERM': return terms ? termFacts(wordingsOf(entity), terms) : {};
    }
  }

  #documentYear(): number | undefined { return (this.#year ?? toTheEnd(this.#yearInSteps())).value; }

  #places(): ReadonlyMap<LinkedEntity, Facts> { return this.#divisions ?? toTheEnd(this.#placesInSteps()); }

  *#yearInSteps(): Generator<void, { value: number | undefined }> { return this.#year ??= { value: yield* documentYear(this.source.mentions()) }; }

  *#placesInSteps(): Generator<void, ReadonlyMap<LinkedEntity, Facts>> {
    if (this.#divisions) return this.#divisions;
    const { source } = this, { places } = source, located = source.entities('LOC'), divisions = new Map<LinkedEntity, Facts>();
    if (places) {
      const names = yield* mapInSteps(located, (e) => wordingsOf(e)[0]!), context = source.entities('ORG').slice(0, MOST_CONTEXT).map((e) => wordingsOf(e)[0]!);
      (yield* placeFacts(names, context, places)).forEach((f, i) => divisions.set(located[i]!, f));
    }
    return this.#divisions = divisions;
  }

  #holders(entity: LinkedEntity): Facts {
    const names = new Set(entity.mentions.flatMap((m) => this.source.holdersOf(m).flatMap((person) => person.entity?.name ?? [])));
    return names.size > 0 ? { holders: [...names].slice(0, MOST_LISTED).join('、') } : {};
  }

  #titles(entity: LinkedEntity): Facts {
    const all = entity.mentions.flatMap((m) => this.source.titlesOf(m).map((t) => t.title)), held = [...new Set(all)];
    const fullest = held.filter((t) => !held.some((other) => other !== t && other.endsWith(t)));
    if (fullest.length === 0) return {};
    const placeOf = this.#placeOf ??= titlePlaceReader(this.source.entities('LOC').map(({ name }, i, located) => ({ name, facts: this.#places().get(located[i]!) ?? {} })));
    const listed = fullest.slice(0, MOST_LISTED), counts = listed.map((t) => all.filter((other) => t.endsWith(other)).length), places = listed.map((t) => placeOf(t) ?? '');
    return { titles: listed.join('、'), titleCounts: counts.join('、'), ...(places.some((p) => p) && { titlePlaces: places.join('、') }) };
  }

  /** The document number in brackets directly behind a title. */
  #numberBehind(entity: LinkedEntity): string | undefined {
    for (const m of entity.mentions) {
      const next = this.source.next(m);
      if (next?.type === 'DOC' && /^[（(]$/u.test(m.paragraph.folded.slice(m.to, next.from))) return next.folded;
    }
    return undefined;
  }
}

/** The folded wordings of an entity, the fullest first. */
function wordingsOf({ mentions }: LinkedEntity): string[] {
  // most entities are mentioned once
  if (mentions.length === 1) return [withoutSpace(mentions[0]!.folded)];
  const wordings = new Set(mentions.map((m) => withoutSpace(m.folded)));
  return wordings.size === 1 ? [...wordings] : [...wordings].sort((a, b) => b.length - a.length);
}

const withoutSpace = (wording: string): string => (/\s/u.test(wording) ? wording.replace(/\s+/gu, '') : wording);

function akaOf(entity: Entity): string | undefined {
  const others = entity.mentions.length > 1 && entity.type !== 'TIME' && entity.type !== 'NUM' && entity.type !== 'POS' ? otherWordings(entity) : [];
  return others.length > 0 ? others.slice(0, MOST_LISTED).join('、') : undefined;
}
