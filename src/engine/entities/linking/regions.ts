import { StartMap } from '../../lexicon/start-map';
import type { Places } from '../gazetteers/places';

/** The leading place of an organization's or a place's name and what is left: 杭州市|教育局, 省|教育厅, 瑞和医院. */
export interface Regional {
  readonly region: string;
  readonly rest: string;
  /** the first two characters of the name, and of what is left behind each place of the chain: a place that is named or no more there changes the reading */
  readonly starts: readonly string[];
}

/** Words for the division a text speaks of, standing for its name. */
const LEVEL = /^(?:省|市|区|县|州|盟|旗|镇|乡|街道|全国|自治区)(?=.)/u;

/** A name that says by its end that it is a division. */
const DIVISION_END = /(?:[^城社园]区|省|市|县|自治州|镇|乡|街道)$/u;

/** Longest place that is told from the rest of a name. */
export const LONGEST_PLACE = 9;
/** Most wordings of which is remembered whether they are in the gazetteer. */
const MOST_KNOWN = 1 << 16;

/** Splits names at their leading place, by the places that a text names and the gazetteer. */
export class RegionReader {
  readonly #named = new Set<string>();
  /** by their first two characters, the length of the longest place that the text named so far */
  readonly #longest = new StartMap<number>();
  /** wordings that were looked up in the gazetteer */
  readonly #listed = new Map<string, boolean>();

  constructor(private readonly places: Places | undefined) {}

  /** The text names this place. */
  add(name: string): void {
    if (name.length <= 1) return;
    this.#named.add(name);
    this.#longest.set(name, Math.max(name.length, this.#longest.of(name) ?? 0));
  }

  /** The text does not name this place any more. */
  delete(name: string): void { this.#named.delete(name); }

  /** Is this wording a place: one of the text's, one of the gazetteer's? */
  isPlace(name: string): boolean {
    if (this.#named.has(name)) return true;
    let known = this.#listed.get(name);
    if (known === undefined) {
      known = name.length > 1 && name.length <= LONGEST_PLACE && (this.places?.isNamed(name) ?? false);
      if (this.#listed.size >= MOST_KNOWN) this.#listed.clear();
      this.#listed.set(name, known);
    }
    return known;
  }

  /** Is this the full name of a division of the gazetteer? */
  isDivision(name: string): boolean { return (this.places?.exact(name).length ?? 0) > 0; }

  /** The longest leading place (or chain of places) that leaves at least one character. */
  split(name: string): Regional {
    const tails = this.tails(name), rest = tails.at(-1) ?? name.replace(LEVEL, '');
    return { region: name.slice(0, name.length - rest.length), rest, starts: [name, ...tails].map((part) => part.slice(0, 2)) };
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
    const longest = Math.max(this.#longest.at(name, from) ?? 0, this.places?.longestFrom(name, from) ?? 0);
    for (let end = Math.min(name.length - 1, from + Math.min(longest, LONGEST_PLACE)); end > from + 1; end--) if (this.isPlace(name.slice(from, end))) return end;
    return from;
  }

  /** Can both leading places be the same place: 市 and 杭州市, 杭州 and 浙江省杭州市, or one unsaid? */
  agree(a: string, b: string): boolean {
    if (a === b || a === '' || b === '') return true;
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    if (long.endsWith(short) || long.startsWith(short) && DIVISION_END.test(long) && long.length - short.length <= 3) return true;
    if (short.length > 3 || !LEVEL.test(`${short}。`)) return false;
    return this.places?.find(long).some((p) => p.name.endsWith(short)) ?? false;
  }
}
