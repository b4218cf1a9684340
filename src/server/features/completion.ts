import * as l10n from '@vscode/l10n';
import { pinyin } from 'pinyin-pro';
import { CompletionItemKind, type CompletionItem, type CompletionList, type Position } from 'vscode-languageserver/node';
import type { Entity, EntityType } from '../../engine/analysis';
import type { DictionaryEntry } from '../../engine/resources';
import { findInSteps, inSteps, sortedInSteps } from '../../engine/steps';
import { entityTypeName } from '../../wording';
import type { PlacedText } from '../report-document';
import type { EntityView } from '../report-view';
import { dictionaryText, entityBlock, prepareEntityBlock } from './hover-entity';
import { render } from './hover-text';

/** Items in an answer at most. */
const MOST = 50;
/** Characters before the cursor that can be the beginning of a name. */
const REACH = 24;
/** Types whose names one writes again; a date or a figure one does not. */
const OFFERED: ReadonlySet<EntityType> = new Set(['PER', 'POS', 'ORG', 'LOC', 'DOC', 'TERM']);

const KINDS: Partial<Record<EntityType, CompletionItemKind>> = {
  PER: CompletionItemKind.Variable, POS: CompletionItemKind.Property, ORG: CompletionItemKind.Class, LOC: CompletionItemKind.Module, DOC: CompletionItemKind.File,
  TERM: CompletionItemKind.Constant,
};

/** A wording that can be written, and what `completionItem/resolve` finds it again by. */
interface Candidate { wording: string; type: EntityType; detail: string; weight: number; data: ItemData }
interface ItemData { uri?: string; entity?: string; entry?: number }

/** How what stands before the cursor begins a wording: its length, and what the editor is to compare it with. */
interface Begun { length: number; filterText: string }

/**
 * textDocument/completion: names and terms of the dictionaries and of the document that begin as what stands before the cursor does, in
 * characters or, behind a Han character, in pinyin (initials or syllables). A single character counts only where no other Han character
 * stands before it, so that nothing comes up in the middle of every word.
 */
export function* completions(document: PlacedText, position: Position, view: EntityView | undefined, dictionary: readonly DictionaryEntry[]): Generator<void, CompletionList | null> {
  const line = document.getText({ start: { line: position.line, character: Math.max(0, position.character - REACH) }, end: position });
  const letters = /(?<=\p{Script=Han}\P{L}?)[a-z]{2,}$/u.exec(line)?.[0];
  if (letters === undefined && !/\p{Script=Han}$/u.test(line)) return null;
  const items: CompletionItem[] = [], offered = yield* candidatesOf(document, view, dictionary);
  for (const candidate of letters === undefined ? beginningIn(line, offered) : offered.all) {
    const begun = letters === undefined ? begunIn(line, candidate.wording) : spelled(letters, candidate.wording);
    if (begun) items.push(itemOf(candidate, begun, position));
    if (items.length === MOST) break;
  }
  return { isIncomplete: true, items };
}

/** What can be written in a document, the likeliest first, and the same by first characters; and what it was gathered of. */
interface Candidates {
  readonly all: readonly Candidate[];
  readonly byStart: ReadonlyMap<string, readonly number[]>;
  readonly entities: readonly Entity[];
  readonly dictionary: readonly DictionaryEntry[];
}

const known = new WeakMap<PlacedText, Candidates>();

/** Gathered anew only where entities came or went: most keys leave them as they are. */
function* candidatesOf(document: PlacedText, view: EntityView | undefined, dictionary: readonly DictionaryEntry[]): Generator<void, Candidates> {
  const before = known.get(document), entities = view ? yield* view.entitiesInSteps() : [];
  if (before?.dictionary === dictionary && before.entities.length === entities.length && entities.every((e, i) => e === before.entities[i])) return before;
  const all = yield* gather(view, entities, dictionary), byStart = new Map<string, number[]>();
  yield* inSteps(all.entries(), ([i, { wording }]) => {
    const start = wording.charAt(0), places = byStart.get(start);
    if (places) places.push(i);
    else byStart.set(start, [i]);
  });
  const made = { all, byStart, entities, dictionary };
  known.set(document, made);
  return made;
}

/** Those whose first character the line has, in their order. */
function beginningIn(line: string, { all, byStart }: Candidates): Candidate[] {
  return [...new Set(line.split(''))].flatMap((unit) => byStart.get(unit) ?? []).sort((a, b) => a - b).map((i) => all[i]!);
}

/** Every wording once: those of the dictionaries, then those of the document by number of mentions. */
function* gather(view: EntityView | undefined, entities: readonly Entity[], dictionary: readonly DictionaryEntry[]): Generator<void, Candidate[]> {
  const found = new Map<string, Candidate>();
  const add = (candidate: Candidate): void => { if (!found.has(candidate.wording)) found.set(candidate.wording, candidate); };
  dictionary.forEach(({ type, name, aliases, source }, entry) => {
    for (const wording of [name, ...aliases]) add({ wording, type, detail: `${entityTypeName(type)} · ${dictionaryText(source)}`, weight: Infinity, data: { entry } });
  });
  yield* inSteps(entities, ({ id, type, name, mentions }) => {
    if (OFFERED.has(type) && name.length > 1) add({ wording: name, type, detail: entityTypeName(type), weight: mentions.length, data: { uri: view!.uri, entity: id } });
  });
  return yield* sortedInSteps([...found.values()], ({ weight }) => -weight);
}

/** The longest end of the line that begins the wording and is not all of it. */
function begunIn(line: string, wording: string): Begun | undefined {
  for (let length = Math.min(line.length, wording.length - 1); length > 0; length--) {
    if (!wording.startsWith(line.slice(-length))) continue;
    return length > 1 || !/\p{Script=Han}/u.test(line.at(-2) ?? '') ? { length, filterText: wording } : undefined;
  }
  return undefined;
}

const readings = new Map<string, { initials: string; syllables: string }>();

/** Whether letters are the beginning of the wording in pinyin. */
function spelled(letters: string, wording: string): Begun | undefined {
  const reading = readings.get(wording) ?? read(wording), length = letters.length;
  if (reading.initials.startsWith(letters)) return { length, filterText: reading.initials };
  return reading.syllables.startsWith(letters) ? { length, filterText: reading.syllables } : undefined;
}

function read(wording: string): { initials: string; syllables: string } {
  const parts = pinyin(wording, { toneType: 'none', type: 'array', nonZh: 'removed' });
  const reading = { initials: parts.map((part) => part.charAt(0)).join(''), syllables: parts.join('') };
  if (readings.size > 10_000) readings.clear();
  readings.set(wording, reading);
  return reading;
}

function itemOf({ wording, type, detail, data }: Candidate, { length, filterText }: Begun, position: Position): CompletionItem {
  const start = { line: position.line, character: position.character - length };
  return { label: wording, kind: KINDS[type] ?? CompletionItemKind.Text, detail, filterText, textEdit: { range: { start, end: position }, newText: wording }, data };
}

/** completionItem/resolve: what a hover would say of it. */
export function* describeItem(item: CompletionItem, viewOf: (uri: string) => EntityView | undefined, dictionary: readonly DictionaryEntry[], markdown: boolean): Generator<void, CompletionItem> {
  const { uri = '', entity: id, entry: at } = Object(item.data) as ItemData, view = viewOf(uri);
  const entity = view && (yield* findInSteps(yield* view.entitiesInSteps(), (e) => e.id === id)), mention = entity?.mentions[0];
  if (view && entity) yield* prepareEntityBlock(view, entity);
  if (view && entity && mention) return { ...item, documentation: render([entityBlock(view, { entity, mention })], markdown) };
  const entry = at === undefined ? undefined : dictionary[at];
  if (!entry) return item;
  const { name, aliases, note, type } = entry;
  const lines = [...(note ? [note] : []), ...(aliases.length > 0 ? [l10n.t('also written {0}', aliases.join(l10n.t(', ')))] : [])];
  return { ...item, documentation: render([{ head: name, kind: entityTypeName(type), lines }], markdown) };
}
