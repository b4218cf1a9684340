import type { Position, Range } from 'vscode-languageserver/node';
import { Methods, type MentionsResult } from '../../src/protocol';
import { progress } from './child';
import { pause } from './clock';
import { Client } from './client';
import { Edited, EDITS, type EditKind } from './edits';
import { emptyResult, flat, linear, type Gate, type PartResult, type Row } from './result';
import { Server } from './server';
import { latencies, least } from './statistics';
import { Texts } from './texts';

/** One time and eight times: the shorter one already has a report of every kind. */
const SIZES = [50_000, 400_000] as const;
const TIMES = SIZES[1] / SIZES[0];
/** Time in which the server tells all that it has to tell after an edit, in milliseconds. */
const SETTLE_MS = 600;
/**
 * A request is made so often, in so many batches; one whose answer is as long as the text, less often, and all at once: then what it leaves to be
 * collected is part of what it costs.
 */
interface Rounds { warm: number; timed: number; batches: number }
const ROUNDS: Record<Shape, Rounds> = { flat: { warm: 10, timed: 40, batches: 4 }, linear: { warm: 4, timed: 12, batches: 1 } };
/** Most that a flat request may cost more on a text eight times as long. Less than half a millisecond of processor time is lost in noise. */
const FLAT = { limit: 2.5, noise: 0.5 };
/** Characters of the page that every text ends with, and a name that stands in it. */
const PAGE = { characters: 3_000, name: '沈望川', sentence: '市委书记沈望川强调，要压实责任。' };

type Shape = 'flat' | 'linear';
/** A text that ends with a page which is the same at every length, places in that page, and what the extension holds of it. */
interface Probed { document: Edited; client: Client; name: Position; word: Position; window: Range }
interface Asked { name: string; shape: Shape; ask: (server: Server, probed: Probed) => Promise<unknown> }

/** What the extension asks: at every key, at every scroll, at every move of the mouse; and whether its cost may grow with the text. */
const REQUESTS: readonly Asked[] = [
  { name: 'hover', shape: 'flat', ask: async (server, { document, name }) => found(await server.ask<object | null>('textDocument/hover', document.uri, { position: name })) },
  { name: 'mentions of a window', shape: 'flat', ask: async (server, { document, window }) => found((await server.ask<MentionsResult | null>(Methods.mentions, document.uri, { ranges: [window] }))?.mentions.PER) },
  {
    name: 'completion', shape: 'flat',
    ask: async (server, { document, word }) => found((await server.ask<{ items: object[] } | null>('textDocument/completion', document.uri, { position: word }))?.items[0]),
  },
  { name: 'code actions', shape: 'flat', ask: (server, { document, name }) => server.ask('textDocument/codeAction', document.uri, { range: { start: name, end: name }, context: { diagnostics: [] } }) },
  { name: 'outline, the first 1,000 nodes', shape: 'flat', ask: (_, { client }) => client.beginOutline(false) },
  { name: 'outline, all of it', shape: 'linear', ask: (_, { client }) => client.beginOutline(true) },
  { name: 'outline, nothing new', shape: 'flat', ask: (_, { client }) => client.askOutline() },
  { name: 'tooltip of a node', shape: 'flat', ask: async (server, { document, client, name }) => found(await server.ask(Methods.outlineDetails, document.uri, { id: client.outline.at(name)!.key })) },
  { name: 'entities, all of them', shape: 'linear', ask: (_, { client }) => client.beginEntities() },
  { name: 'entities, nothing new', shape: 'linear', ask: (_, { client }) => client.askEntities() },
  { name: 'mentions of an entity', shape: 'flat', ask: async (server, { document, client }) => found(await server.ask(Methods.entityMentions, document.uri, { id: client.entities.of('PER').find(({ name }) => name === PAGE.name)!.id })) },
  // other editors ask for these; the extension makes them of the outline that it has. What leaves most garbage comes last, so that nobody pays for it
  { name: 'folding', shape: 'linear', ask: (server, { document }) => server.ask('textDocument/foldingRange', document.uri) },
  { name: 'symbols', shape: 'linear', ask: (server, { document }) => server.ask('textDocument/documentSymbol', document.uri) },
];

/** Edits of which it is told how much the server sends after one of them. */
const EDITED = ['middle', 'new line', 'inside a name'];

/** An answer without content would be fast for nothing. */
function found(answer: object | null | undefined): void {
  if (!answer) throw new Error('the answer is empty');
}

interface Times { p50: number; p95: number; processor: number }
interface Figures extends Times { bytes: number }

/** What answers cost when the analysis is there already, and what goes over the wire. */
export async function requests(root: string): Promise<PartResult> {
  const result = emptyResult(), texts = new Texts(root), rows: Row[] = [], figures = new Map<string, Figures>();
  for (const characters of SIZES) {
    progress(`${characters} characters`);
    const server = await Server.start(root), probed = probe(server, texts, characters), { uri, text } = probed.document;
    await server.read(uri, text);
    await server.rest();
    const times = new Map<string, Times>();
    for (const { name, shape, ask } of REQUESTS) times.set(name, await measure(server, ROUNDS[shape], () => ask(server, probed)));
    server.countBytes();
    for (const { name, ask } of REQUESTS) figures.set(`${name} ${characters}`, { ...times.get(name)!, bytes: await bytesOf(server, () => ask(server, probed)) });
    for (const kind of EDITS.filter((e) => EDITED.includes(e.name))) figures.set(`an edit: ${kind.name} ${characters}`, { p50: NaN, p95: NaN, processor: NaN, bytes: await bytesOf(server, () => edit(server, probed, kind)) });
    await server.stop();
  }
  const all = [...REQUESTS, ...EDITED.map((name) => ({ name: `an edit: ${name}`, shape: 'flat' as const }))];
  for (const { name, shape } of all) for (const characters of SIZES) rows.push({ name, shape, characters, ...figures.get(`${name} ${characters}`)! });
  result.tables.push({ title: 'requests: answers when the analysis is there', columns: COLUMNS, rows });
  for (const { name, shape } of all) result.gates.push(...gates(name, shape, figures.get(`${name} ${SIZES[0]}`)!, figures.get(`${name} ${SIZES[1]}`)!));
  return result;
}

function probe(server: Server, texts: Texts, characters: number): Probed {
  const page = `${PAGE.sentence}\n${texts.reports(PAGE.characters - PAGE.sentence.length - 1, 999)}`;
  const before = `${texts.reports(characters - PAGE.characters - 1, 21)}\n`, document = new Edited('file:///requests.txt', before + page, texts);
  const line = before.split('\n').length - 1, character = PAGE.sentence.indexOf(PAGE.name), window = { start: { line, character: 0 }, end: { line: line + page.split('\n').length, character: 0 } };
  // the first characters of the name stand before the cursor: completion knows how it goes on
  return { document, client: new Client(server, document.uri), name: { line, character: character + 1 }, word: { line, character: character + 2 }, window };
}

const COLUMNS = [
  { key: 'name', head: 'request' }, { key: 'shape', head: 'shape' }, { key: 'characters', head: 'characters', digits: 0 },
  { key: 'p50', head: 'p50 ms', digits: 2 }, { key: 'p95', head: 'p95 ms', digits: 2 }, { key: 'processor', head: 'processor ms', digits: 2 }, { key: 'bytes', head: 'bytes back', digits: 0 },
];

/** Times of a request. Its processor time is that of the quickest batch: what comes now and then would come in the one text and not in the other. */
async function measure(server: Server, { warm, timed, batches: count }: Rounds, ask: () => Promise<unknown>): Promise<Times> {
  for (let i = 0; i < warm; i++) await ask();
  const times: number[] = [], batches: number[] = [], size = timed / count;
  for (let batch = 0; batch < count; batch++) {
    const before = server.processorTime;
    for (let i = 0; i < size; i++) {
      const from = performance.now();
      await ask();
      times.push(performance.now() - from);
    }
    batches.push((server.processorTime - before) / size);
  }
  const { p50, p95 } = latencies(times);
  return { p50, p95, processor: least(batches) };
}

/** Bytes that come back while something is done, and shortly after: problems are told in a pause. */
async function bytesOf(server: Server, work: () => Promise<unknown>): Promise<number> {
  const before = server.received;
  await work();
  await pause(SETTLE_MS);
  return server.received - before;
}

/** What one edit makes the extension ask for, with the view of entities open; the server sends its notices and problems beside that. */
async function edit(server: Server, { document, client, window }: Probed, kind: EditKind): Promise<void> {
  const change = document.apply(kind, 1), { uri, version } = document;
  await server.change(uri, version, [change]);
  await server.analyzed(uri, version, 'outline');
  await client.askOutline();
  await server.analyzed(uri, version, 'entities');
  await server.ask(Methods.mentions, uri, { ranges: [window] });
  await client.askEntities();
}

function gates(name: string, shape: Shape, one: Figures, eight: Figures): Gate[] {
  const above = (cost: number): number => Math.max(FLAT.noise, cost), of = Number.isNaN(one.processor) ? 'p50' : 'processor';
  if (shape === 'linear') return [linear(`${name}: cost a character, eight times the text`, above(one[of]), above(eight[of]) / TIMES)];
  const bytes = flat(`${name}: bytes back, eight times the text`, one.bytes, eight.bytes, FLAT.limit);
  return Number.isNaN(one.p50) ? [bytes] : [flat(`${name}: cost, eight times the text`, above(one[of]), above(eight[of]), FLAT.limit), bytes];
}
