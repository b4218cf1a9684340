import { applyEdits, modify, parseTree, type Edit } from 'jsonc-parser';
import type { EntityType } from '../engine/analysis';
import { EMPTY_DICTIONARY, TYPE_WORDS, typeOfWord } from './format';
import { parseDictionary } from './parse';

/** What "Add to Dictionary…" adds. */
export interface NewEntry { type: EntityType; name: string; aliases: readonly string[]; note?: string }

/**
 * The dictionary file with an entry more. An entry of the same type and name gets the aliases it did not have, and the note if one is given.
 * Comments and layout of the rest stay. Nothing where the text is broken or holds no list: what a person wrote is not to be guessed at.
 */
export function addEntry(text: string, entry: NewEntry): string | undefined {
  const before = text.trim() === '' ? EMPTY_DICTIONARY : text;
  if (parseDictionary(before, 'user').problems.some(({ code }) => code === 'syntax' || code === 'notObject' || code === 'noEntries' || code === 'tooLong')) return undefined;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: before.includes('\r\n') ? '\r\n' : '\n' };
  const change = (on: string, path: (string | number)[], value: unknown, isInsertion = false): string =>
    applyEdits(on, modify(on, path, value, { formattingOptions, isArrayInsertion: isInsertion }) satisfies Edit[]);
  const at = indexOf(before, entry);
  if (at === undefined) return change(before, ['entries', countOf(before)], valueOf(entry), true);
  const known = listed(before)[at]!, aliases = [...new Set([...texts(known['aliases']), ...entry.aliases])].filter((a) => a !== entry.name);
  const withAliases = aliases.length > 0 ? change(before, ['entries', at, 'aliases'], aliases) : before;
  return entry.note ? change(withAliases, ['entries', at, 'note'], entry.note) : withAliases;
}

function valueOf({ type, name, aliases, note }: NewEntry): Record<string, unknown> {
  const others = [...new Set(aliases)].filter((a) => a !== name);
  return { type: TYPE_WORDS[type], name, ...(others.length > 0 && { aliases: others }), ...(note && { note }) };
}

type Raw = Record<string, unknown>;

/** The entries as they stand, with an empty object where there is none. */
function listed(text: string): Raw[] {
  const list = parseTree(text, [], { allowTrailingComma: true })?.children?.find(({ children }) => children?.[0]?.value === 'entries')?.children?.[1];
  return (list?.children ?? []).map((item) => Object.fromEntries((item.children ?? []).map(({ children: [key, value] = [] }) =>
    [String(key?.value), value?.type === 'array' ? (value.children ?? []).map((c): unknown => c.value) : value?.value])));
}

const countOf = (text: string): number => listed(text).length;

function indexOf(text: string, { type, name }: NewEntry): number | undefined {
  const at = listed(text).findIndex((raw) => typeOfWord(raw['type']) === type && raw['name'] === name);
  return at < 0 ? undefined : at;
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);
