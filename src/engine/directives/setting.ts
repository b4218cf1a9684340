import type { Genre } from '../analysis';
import { inSteps } from '../steps';
import type { Structure } from '../structure';
import type { Paragraph, SourceText } from '../text';
import { addressesDeputies, documentContext, documentIssuer, enactorOf, yearOf, type Context, type Enactor, type Named } from './context';
import { paragraphsNaming, PeopleReader, type People } from './people';
import { PlaceNames, type IsPlace } from './place-names';
import { Writings } from './writings';

/** What holds in the whole of a text, however its parts are read. */
export interface Setting {
  readonly genre: Genre;
  /** news tell what somebody said; in other genres the text itself requires */
  readonly news: boolean;
  /** the latest year that the head of the document names, 0 if none */
  readonly year: number;
  readonly context: Context;
  /** who is named: the same object for all versions of the text (see `Version.renamed`) */
  readonly people: People;
  readonly isPlace: IsPlace;
  /** whose paper the news tells, where it tells of one */
  readonly enactor: Enactor | undefined;
  /** a name read in the folded text, in the characters of the document */
  readonly written: (name: string) => string;
  /** who requires where nobody else is named */
  readonly fallback: Named;
}

/** How much of a text tells its year, in UTF-16 code units. */
const YEAR_HEAD = 300;

/** The setting of a version: the same object as before where it is the same. */
export interface Version {
  readonly setting: Setting;
  /** paragraphs that may be read otherwise than before although they are the same, since others are named; in text order */
  readonly renamed: readonly Paragraph[];
}

/** Reads the setting of a text, version after version. */
export class SettingReader {
  readonly #people = new PeopleReader();
  readonly #places = new PlaceNames();
  readonly #writings = new Writings();
  /** how many paragraphs address deputies */
  #addresses = 0;
  #setting: Setting | undefined;

  *read(text: SourceText, { genre }: Structure): Generator<void, Version> {
    const known = this.#setting, others = [this.#places.update(text), this.#writings.update(text)].includes(true), news = ['inspection', 'meeting', 'other'].includes(genre), enactor = news ? enactorOf(text) : undefined;
    yield;
    const changed = yield* this.#people.read(text, enactor?.name), hasDeputies = (yield* this.#countAddresses(text)) > 0;
    yield;
    const setting: Setting = {
      genre, news, year: yearOf(text.folded.slice(0, YEAR_HEAD)), context: documentContext(genre, hasDeputies), isPlace: this.#places.isPlace, written: this.#writings.of, enactor, fallback: documentIssuer(genre, text),
      people: this.#people.people,
    };
    const isAsBefore = known && !others && isSame(setting, known);
    this.#setting = isAsBefore ? known : setting;
    return { setting: this.#setting, renamed: isAsBefore && changed.length > 0 ? paragraphsNaming(changed, text) : [] };
  }

  *#countAddresses({ paragraphs, edit }: SourceText): Generator<void, number> {
    if (!edit) this.#addresses = 0;
    yield* inSteps(edit?.added ?? paragraphs, (paragraph) => { if (addressesDeputies(paragraph)) this.#addresses++; });
    yield* inSteps(edit?.removed ?? [], (paragraph) => { if (addressesDeputies(paragraph)) this.#addresses--; });
    return this.#addresses;
  }
}

function isSame(a: Setting, b: Setting): boolean {
  return a.genre === b.genre && a.year === b.year && a.context === b.context && isSameName(a.enactor, b.enactor) && a.enactor?.mutual === b.enactor?.mutual && isSameName(a.fallback, b.fallback);
}

const isSameName = (a: Named | undefined, b: Named | undefined): boolean => a?.name === b?.name && (a?.span ? a.span.equals(b?.span) : b?.span === undefined);
