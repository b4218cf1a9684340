/** One entry of `data/terms.json`. */
export interface Term {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** in Chinese, one or two sentences */
  readonly definition: string;
  readonly definitionEn?: string;
  /** what the six, four, two things are */
  readonly expansion?: readonly string[];
  /** when and where the wording first stood */
  readonly origin?: { readonly year?: number; readonly occasion?: string };
  /** text that the entry was checked against */
  readonly source: string;
}

const MARKS = /[\s“”‘’"'「」『』]/gu;

/** Wording by which a term is looked up: folded, without quotation marks and white space. */
export const termKey = (wording: string): string => wording.replace(MARKS, '');

/** The glossary of policy terms, looked up by folded wording with or without quotation marks. */
export class Terms {
  readonly #byKey = new Map<string, Term>();

  constructor(terms: readonly Term[]) {
    for (const term of terms) for (const wording of [term.name, ...(term.aliases ?? [])]) this.#byKey.set(termKey(wording), term);
  }

  /** Reads the content of `data/terms.json`; entries that are none, or all of a broken file, are left out. */
  static read(json: string): Terms {
    try {
      const parsed: unknown = JSON.parse(json);
      return new Terms(Array.isArray(parsed) ? parsed.filter(isTerm) : []);
    } catch {
      return new Terms([]);
    }
  }

  get size(): number { return new Set(this.#byKey.values()).size; }

  find(wording: string): Term | undefined { return this.#byKey.get(termKey(wording)); }
}

/** Is this value a sound entry? Also what the schema test of the file asks. */
export function isTerm(value: unknown): value is Term {
  if (typeof value !== 'object' || value === null) return false;
  const { name, aliases = [], definition, definitionEn = '-', expansion = ['-'], origin = {}, source } = value as Record<string, unknown>;
  const texts = (list: unknown): boolean => Array.isArray(list) && list.every((x) => typeof x === 'string' && x !== '');
  return [name, definition, definitionEn, source].every((x) => typeof x === 'string' && x !== '') && texts(aliases) && texts(expansion) && isOrigin(origin);
}

function isOrigin(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { year, occasion } = value as Record<string, unknown>;
  return (year === undefined || Number.isInteger(year)) && (occasion === undefined || (typeof occasion === 'string' && occasion !== ''));
}

let last: { json: string; terms: Terms } | undefined;

/** Reads a glossary once for as long as the host gives the same. */
export function termsOf(json: string | undefined): Terms | undefined {
  if (json === undefined) return undefined;
  if (last?.json !== json) last = { json, terms: Terms.read(json) };
  return last.terms;
}
