import { openPlaces, type PlaceTable } from './places-format';

export type PlaceLevel = 'province' | 'city' | 'county' | 'township';

/** A division of GB/T 2260 or, below it, of the statistical division codes. */
export interface Place {
  /** nine digits: see `places-format.ts` */
  readonly code: number;
  readonly name: string;
  readonly level: PlaceLevel;
}

/** Nationalities as they stand inside names of divisions (延边|朝鲜族|自治州, 伊犁|哈萨克|自治州). */
const NATIONALITY = '(?:(?:蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔)族?|鄂伦春|(?:回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|怒|普米|鄂温克|独龙|裕固|保安|俄罗斯|各)族)';

/** What may follow the short name of a division: 余杭|区, 内蒙古|自治区, 香港|特别行政区. */
const SUFFIX = new RegExp(`^(?:${NATIONALITY}*自治[区州县旗]|${NATIONALITY}+乡|民族乡|特别行政区|省|市|地区|盟|区|县|旗|镇|乡|街道|苏木|林区|特区|矿区|新区)$`, 'u');

/** The administrative divisions, looked up by simplified names with or without 省/市/区/县/镇/街道 …; Traditional text is folded before. */
export class Places {
  readonly #table: PlaceTable;
  readonly #starts: Uint32Array;
  #longest: Uint8Array | undefined;
  /** for each three characters, by a hash of them: may a name begin with them? A bit each. */
  #threes: Uint8Array | undefined;
  /** the first two characters of each name, in the order of names */
  #inOrder: Uint32Array | undefined;

  private constructor(table: PlaceTable) {
    this.#table = table;
    this.#starts = new Uint32Array(table.lengths.length + 1);
    table.lengths.forEach((n, i) => { this.#starts[i + 1] = this.#starts[i]! + n; });
  }

  /** Opens the content of `data/places.bin`; nothing where the bytes are not such a table. */
  static read(bytes: Uint8Array): Places | undefined {
    const table = openPlaces(bytes);
    return table && new Places(table);
  }

  /** number of divisions */
  get size(): number { return this.#table.codes.length; }

  /** Length of the longest full name that may begin with the characters at an offset, 0 where surely none does. */
  longestFrom(text: string, at: number): number {
    const longest = (this.#longest ??= this.#readLongest())[pairOf(text, at)]!;
    return longest > 2 && !this.#mayGoOn(text, at) ? 2 : longest;
  }

  /** May a name begin with the three characters at an offset? */
  #mayGoOn(text: string, at: number): boolean {
    const three = threeOf(text, at);
    return ((this.#threes ??= this.#readThrees())[three >>> 3]! >> (three & 7) & 1) === 1;
  }

  #readThrees(): Uint8Array {
    const may = new Uint8Array(1 << (THREE_BITS - 3)), { names, lengths } = this.#table;
    lengths.forEach((length, i) => { if (length < 3) return; const three = threeOf(names, this.#starts[i]!); may[three >>> 3]! |= 1 << (three & 7); });
    return may;
  }

  #readLongest(): Uint8Array {
    const longest = new Uint8Array(1 << PAIR_BITS), { names, lengths } = this.#table;
    lengths.forEach((length, i) => { const pair = pairOf(names, this.#starts[i]!); longest[pair] = Math.max(longest[pair]!, length); });
    return longest;
  }

  /** Divisions of exactly this full name, in the order of their codes. */
  exact(name: string): Place[] {
    const found: Place[] = [];
    for (let i = this.#firstFrom(name); i < this.size && this.#nameAt(i) === name; i++) found.push(this.#place(this.#table.byName[i]!));
    return found;
  }

  /** Divisions of this name, full or without its suffix (at least two characters), widest level first. */
  find(name: string): Place[] {
    const found: Place[] = [];
    if (name.length < 2 || this.longestFrom(name, 0) < name.length) return found;
    for (let i = this.#firstFrom(name); i < this.size; i++) {
      const full = this.#nameAt(i);
      if (!full.startsWith(name)) break;
      if (full.length === name.length || SUFFIX.test(full.slice(name.length))) found.push(this.#place(this.#table.byName[i]!));
    }
    return found.sort((a, b) => rankOf(a.code) - rankOf(b.code) || a.code - b.code);
  }

  /** Is this the name of a division, full or, above townships, without its suffix? */
  isNamed(name: string): boolean {
    if (name.length < 2 || this.longestFrom(name, 0) < name.length) return false;
    for (let i = this.#firstFrom(name); i < this.size; i++) {
      const full = this.#nameAt(i);
      if (!full.startsWith(name)) return false;
      if (full.length === name.length || levelOf(this.#table.codes[this.#table.byName[i]!]!) !== 'township' && SUFFIX.test(full.slice(name.length))) return true;
    }
    return false;
  }

  /** The chain from the province down to the place itself; levels the table leaves out (市辖区) are not there. */
  path(place: Place): Place[] {
    const codes = new Set([place.code - (place.code % 10_000_000), place.code - (place.code % 100_000), place.code - (place.code % 1000), place.code]);
    return [...codes].flatMap((c) => this.byCode(c) ?? []);
  }

  /** The division of this nine-digit code. */
  byCode(code: number): Place | undefined {
    const { codes } = this.#table;
    let low = 0, high = codes.length;
    while (low < high) { const middle = (low + high) >> 1; if (codes[middle]! < code) low = middle + 1; else high = middle; }
    return codes[low] === code ? this.#place(low) : undefined;
  }

  #name(index: number): string { return this.#table.names.slice(this.#starts[index], this.#starts[index + 1]); }
  #nameAt(rank: number): string { return this.#name(this.#table.byName[rank]!); }
  #place(index: number): Place { const code = this.#table.codes[index]!; return { code, name: this.#name(index), level: levelOf(code) }; }

  /** First rank in the order of names that is not before `name`. */
  #firstFrom(name: string): number {
    const starts = this.#inOrder ??= this.#readStarts(), start = startOf(name, 0);
    let low = 0, high = this.size;
    while (low < high) { const middle = (low + high) >> 1; if (starts[middle]! < start || starts[middle] === start && this.#nameAt(middle) < name) low = middle + 1; else high = middle; }
    return low;
  }

  #readStarts(): Uint32Array {
    const { names, byName } = this.#table;
    return Uint32Array.from(byName, (index) => startOf(names, this.#starts[index]!));
  }
}

/** The two characters at an offset as a number, in the order of strings. */
const startOf = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** Two characters as a number of so many bits; others may share it. */
const PAIR_BITS = 16;
const pairOf = (text: string, at: number): number => ((text.charCodeAt(at) * 0x9e5) ^ text.charCodeAt(at + 1)) & ((1 << PAIR_BITS) - 1);

/** The same of three characters: ten names of eleven that are none are told by it. */
const THREE_BITS = 19;
const threeOf = (text: string, at: number): number => (Math.imul(Math.imul(text.charCodeAt(at), 0x9e5) ^ text.charCodeAt(at + 1), 0x9e5) ^ text.charCodeAt(at + 2)) & ((1 << THREE_BITS) - 1);

const LEVELS = ['province', 'city', 'county', 'township'] as const;
const rankOf = (code: number): number => (code % 10_000_000 === 0 ? 0 : code % 100_000 === 0 ? 1 : code % 1000 === 0 ? 2 : 3);
const levelOf = (code: number): PlaceLevel => LEVELS[rankOf(code)]!;

/** The code as GB/T 2260 writes it: six digits, nine for a township. */
export const writtenCode = (place: Place): string => (place.level === 'township' ? String(place.code) : String(place.code / 1000));

/** Does `upper` contain `lower`, by their codes? True for a place and itself. */
export function contains(upper: Place, lower: Place): boolean {
  const unit = { province: 10_000_000, city: 100_000, county: 1000, township: 1 }[upper.level];
  return Math.floor(upper.code / unit) === Math.floor(lower.code / unit);
}

const opened = new WeakMap<Uint8Array, Places | undefined>();

/** Opens a table once for as long as the host holds its bytes. */
export function placesOf(bytes: Uint8Array | undefined): Places | undefined {
  if (!bytes) return undefined;
  if (!opened.has(bytes)) opened.set(bytes, Places.read(bytes));
  return opened.get(bytes);
}
