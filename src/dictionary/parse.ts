import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { DictionaryEntry, DictionarySource } from '../engine/resources';
import { LIMITS, typeOfWord } from './format';

/** What can be wrong with a dictionary file. `double` and `tooShort` are beyond what the schema or the syntax can say. */
export type ProblemCode =
  | 'syntax' | 'tooLong' | 'notObject' | 'noEntries' | 'unknownKey' | 'entryNotObject' | 'noName' | 'noType' | 'unknownType' | 'notText' | 'notTexts'
  | 'tooShort' | 'wordingTooLong' | 'double' | 'tooMany';

/** Something wrong in a dictionary file; offsets are UTF-16 code units. What it says is in `problem-text.ts`. */
export interface Problem { code: ProblemCode; start: number; end: number; word?: string }

export interface ParsedDictionary {
  /** every entry that can be used, also beside wrong ones */
  entries: DictionaryEntry[];
  problems: Problem[];
}

/** Reads a dictionary file (JSON with comments and trailing commas). Never throws: what cannot be used is told of and left out. */
export function parseDictionary(text: string, source: DictionarySource): ParsedDictionary {
  if (text.length > LIMITS.file) return { entries: [], problems: [{ code: 'tooLong', start: 0, end: 1 }] };
  const errors: ParseError[] = [], root = treeOf(text, errors);
  const problems = [...errors, ...(root === null ? [{ offset: 0, length: 1 }] : [])].map(({ offset, length }): Problem => ({ code: 'syntax', start: offset, end: offset + Math.max(1, length) }));
  const reader = new Reader(source, problems);
  if (root) reader.readRoot(root);
  return { entries: reader.entries, problems: problems.sort((a, b) => a.start - b.start) };
}

/** The parser works by recursion, which a file of nothing but brackets exhausts: null. */
function treeOf(text: string, errors: ParseError[]): Node | undefined | null {
  try {
    return parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  } catch {
    return null;
  }
}

class Reader {
  readonly entries: DictionaryEntry[] = [];
  readonly #wordings = new Set<string>();

  constructor(readonly source: DictionarySource, readonly problems: Problem[]) {}

  readRoot(root: Node): void {
    if (root.type !== 'object') return this.#tell('notObject', root);
    const fields = this.#fields(root, ['$schema', 'entries']), list = fields.get('entries');
    if (!list) return this.#tell('noEntries', root, 1);
    if (list.type !== 'array') return this.#tell('noEntries', list);
    const items = list.children ?? [];
    if (items.length > LIMITS.entries) this.#tell('tooMany', items[LIMITS.entries]!);
    for (const item of items.slice(0, LIMITS.entries)) this.#readEntry(item);
  }

  #readEntry(node: Node): void {
    if (node.type !== 'object') return this.#tell('entryNotObject', node);
    const fields = this.#fields(node, ['type', 'name', 'aliases', 'note']);
    const type = this.#readType(node, fields.get('type')), name = this.#readName(node, fields.get('name'));
    const aliases = this.#readAliases(fields.get('aliases')), note = this.#readNote(fields.get('note'));
    if (type && name !== undefined) this.entries.push({ type, name, aliases, ...(note !== undefined && { note }), source: this.source });
  }

  #readType(entry: Node, node: Node | undefined): DictionaryEntry['type'] | undefined {
    if (!node) return this.#tell('noType', entry, 1);
    const type = typeOfWord(node.value);
    if (!type) this.#tell('unknownType', node);
    return type;
  }

  #readName(entry: Node, node: Node | undefined): string | undefined {
    return node ? this.#readWording(node) : this.#tell('noName', entry, 1);
  }

  #readAliases(node: Node | undefined): string[] {
    if (!node) return [];
    if (node.type !== 'array') {
      this.#tell('notTexts', node);
      return [];
    }
    return (node.children ?? []).slice(0, LIMITS.aliases).flatMap((child) => this.#readWording(child) ?? []);
  }

  #readNote(node: Node | undefined): string | undefined {
    if (!node) return undefined;
    if (typeof node.value !== 'string') return this.#tell('notText', node);
    return node.value.trim().slice(0, LIMITS.note) || undefined;
  }

  /** A wording of one character would be found everywhere; one that another entry of the file has would be out of reach. */
  #readWording(node: Node): string | undefined {
    if (typeof node.value !== 'string') return this.#tell('notText', node);
    const wording = node.value.trim();
    if (wording.length < LIMITS.shortest) return this.#tell('tooShort', node, undefined, wording);
    if (wording.length > LIMITS.wording) return this.#tell('wordingTooLong', node);
    if (this.#wordings.has(wording)) return this.#tell('double', node, undefined, wording);
    this.#wordings.add(wording);
    return wording;
  }

  #fields(node: Node, known: readonly string[]): Map<string, Node> {
    const fields = new Map<string, Node>();
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (!key) continue;
      if (!known.includes(String(key.value))) this.#tell('unknownKey', key, undefined, String(key.value));
      else if (value) fields.set(String(key.value), value);
    }
    return fields;
  }

  /** `most` is how much to underline where the whole node would be too much. */
  #tell(code: ProblemCode, { offset, length }: Node, most?: number, word?: string): undefined {
    this.problems.push({ code, start: offset, end: offset + Math.min(length, most ?? length), ...(word !== undefined && { word }) });
    return undefined;
  }
}
