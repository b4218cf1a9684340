import { StartMap } from '../../lexicon/start-map';
import type { Places } from '../gazetteers/places';

/** The leading place of an organization's or a place's name and what is left: 杭州市|教育局, 省|教育厅, 瑞和医院. */
export interface Regional { readonly region: string; readonly rest: string }

/** Words for the division a text speaks of, standing for its name. */
const LEVEL = /^(?:省|市|区|县|州|盟|旗|镇|乡|街道|全国|自治区)(?=.)/u;

/** A name that says by its end that it is a division. */
const DIVISION_END = /(?:[^城社园]区|省|市|县|自治州|镇|乡|街道)$/u;

const LONGEST_PLACE = 9;

/** Splits names at their leading place; remembers what it was asked within one text. */
export class RegionReader {
  readonly #known = new Map<string, boolean>();
  readonly #places: Places | undefined;
  /** by their first two characters, the length of the longest place of the text */
  readonly #longest = new StartMap<number>();

  /** `documentPlaces`: folded wordings of the places mentioned in this text. */
  constructor(documentPlaces: Iterable<string>, places: Places | undefined) {
    this.#places = places;
    for (const name of documentPlaces) {
      if (name.length <= 1) continue;
      this.#known.set(name, true);
      this.#longest.set(name, Math.max(name.length, this.#longest.at(name, 0) ?? 0));
    }
  }

  /** Is this wording a place: one of the text's, one of the gazetteer's? */
  isPlace(name: string): boolean {
    let known = this.#known.get(name);
    if (known === undefined) {
      known = name.length > 1 && name.length <= LONGEST_PLACE && (this.#places?.find(name).some((p) => p.level !== 'township' || p.name === name) ?? false);
      this.#known.set(name, known);
    }
    return known;
  }

  /** Is this the full name of a division of the gazetteer? */
  isDivision(name: string): boolean { return (this.#places?.exact(name).length ?? 0) > 0; }

  /** The longest leading place (or chain of places) that leaves at least one character. */
  split(name: string): Regional {
    const rest = this.tails(name).at(-1) ?? name.replace(LEVEL, '');
    return { region: name.slice(0, name.length - rest.length), rest };
  }

  /** What is left of the name behind each place of its leading chain: 浙江省|杭州市|高新区. */
  tails(name: string): string[] {
    const tails: string[] = [];
    for (let at = 0; tails.length < 3;) {
      const next = this.#placeEnd(name, at);
      if (next === at) break;
      tails.push(name.slice(next));
      at = next;
    }
    return tails;
  }

  #placeEnd(name: string, from: number): number {
    const longest = Math.max(this.#longest.at(name, from) ?? 0, this.#places?.longestFrom(name, from) ?? 0);
    for (let end = Math.min(name.length - 1, from + Math.min(longest, LONGEST_PLACE)); end > from + 1; end--) if (this.isPlace(name.slice(from, end))) return end;
    return from;
  }

  /** Can both leading places be the same place: 市 and 杭州市, 杭州 and 浙江省杭州市, or one unsaid? */
  agree(a: string, b: string): boolean {
    if (a === b || a === '' || b === '') return true;
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    if (long.endsWith(short) || long.startsWith(short) && DIVISION_END.test(long) && long.length - short.length <= 3) return true;
    if (short.length > 3 || !LEVEL.test(`${short}。`)) return false;
    return this.#places?.find(long).some((p) => p.name.endsWith(short)) ?? false;
  }
}
