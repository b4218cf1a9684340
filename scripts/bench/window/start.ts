import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readReport } from '../../../src/engine/analyze';
import { progress } from '../child';
import { pause } from '../clock';
import { Client } from '../client';
import { emptyResult, type PartResult, type Row, type Table } from '../result';
import { Server } from '../server';
import { least, median } from '../statistics';
import { Texts } from '../texts';
import { BenchWindow, type Marks, type Seen } from './bench-window';
import type { Measured } from './host-measure';

/** Windows that are opened: in each the extension is activated once and the server started once. */
const WINDOWS = 2;
/** Servers that are started without a window; characters of the long report that one more reads. */
const SERVERS = 8, LONG = 300_000;
/** Pause before the second report of every other server, in milliseconds: the server warms up in it. The others open it at once. */
const REST_MS = 2_000;
const NO_REPORT = 'test/fixtures/negative/recipe.txt';
const GOALS = { activation: 30, noReport: 5, outline: 150, entities: 400, second: 50 };

/** What opening costs and how long it takes: in the extension host, in the window, and in the server alone. */
export async function start(root: string): Promise<PartResult> {
  const result = emptyResult(), texts = new Texts(root);
  await startServers(root, texts, result);
  await openWindows(root, texts, result);
  return result;
}

/** From starting the server to its first answers, as the protocol has them. */
async function startServers(root: string, texts: Texts, result: PartResult): Promise<void> {
  progress('servers');
  const runs: { up: number; outline: number; answer: number; entities: number; second?: number; atOnce?: number }[] = [], first = readFileSync(path.join(root, 'samples/inspection.txt'), 'utf8');
  for (let i = 0; i < SERVERS; i++) {
    const from = performance.now(), server = await Server.start(root), up = performance.now(), read = await openAsExtension(server, 'file:///first.txt', first), rests = i % 2 === 0;
    if (rests) await pause(REST_MS);
    const opened = performance.now();
    await server.read('file:///second.txt', texts.inspection(60 + i));
    runs.push({ up: up - from, ...read, [rests ? 'second' : 'atOnce']: performance.now() - opened });
    await server.stop();
  }
  const of = (key: keyof (typeof runs)[number]): number => median(runs.flatMap((run) => run[key] ?? [])), server = await Server.start(root), long = await openAsExtension(server, 'file:///long.txt', texts.reports(LONG, 65));
  await server.stop();
  result.tables.push({
    title: `the server alone, medians of ${SERVERS} cold starts`,
    columns: [{ key: 'what', head: 'from … to' }, { key: 'ms', head: 'ms', digits: 0 }],
    rows: [
      { what: 'starting the process to its being up', ms: of('up') },
      { what: 'opening a first report to its outline being announced', ms: of('outline') }, { what: '… to its first 1,000 nodes, which are asked for then', ms: of('answer') },
      { what: 'its outline being announced to its entities being announced', ms: of('entities') },
      { what: `opening a second report of 3,000 characters, ${REST_MS / 1000} s later, to its entities being announced`, ms: of('second') },
      { what: '… opening it at once', ms: of('atOnce') },
      { what: `opening a first report of ${LONG.toLocaleString('en-US')} characters to its outline being announced`, ms: long.outline }, { what: '… to its first 1,000 nodes, which are asked for then', ms: long.answer },
    ],
  });
  result.goals.push(
    { name: 'first outline after the server is up', value: of('outline'), unit: 'ms', most: GOALS.outline },
    { name: 'first entities after the outline', value: of('entities'), unit: 'ms', most: GOALS.entities },
    { name: `second report, ${REST_MS / 1000} s after the first`, value: of('second'), unit: 'ms', most: GOALS.second },
  );
}

/** Opens a document and asks for its outline as soon as that is announced; milliseconds from opening, for the entities from the outline. */
async function openAsExtension(server: Server, uri: string, text: string): Promise<{ outline: number; answer: number; entities: number }> {
  const from = performance.now();
  await server.open(uri, text);
  const outline = (await server.analyzed(uri, 1, 'outline')).at;
  await new Client(server, uri).askOutlineOnce();
  const answer = performance.now(), entities = (await server.analyzed(uri, 1, 'entities')).at;
  return { outline: outline - from, answer: answer - from, entities: entities - outline };
}

interface Opened { noReport: Measured; servers: number; activate: Measured; idle: Measured; first: Seen; second: Seen }

async function openWindows(root: string, texts: Texts, result: PartResult): Promise<void> {
  const opened: Opened[] = [];
  for (let i = 0; i < WINDOWS; i++) {
    progress(`window ${i + 1}`);
    opened.push(await openWindow(root, texts, i));
  }
  const host = (name: string, of: (one: Opened) => Measured): Row => ({
    what: name, own: least(opened.map((o) => of(o).own)), longestOwn: least(opened.map((o) => of(o).longestOwn)),
    busy: least(opened.map((o) => of(o).busy)), longestDelay: least(opened.map((o) => of(o).longestDelay)), queued: least(opened.map((o) => of(o).queued)),
  });
  const rows = [host('activation, nothing open', (o) => o.activate), host('opening a text that is no report', (o) => o.noReport), host('nothing, for comparison', (o) => o.idle)];
  const shown = (name: string, of: (one: Opened) => Seen): Row => ({ what: name, text: least(opened.map((o) => of(o).text)), outline: least(opened.map((o) => of(o).outline)), entities: least(opened.map((o) => of(o).entities)) });
  result.tables.push(
    { title: `blocked time of the extension host, least of ${WINDOWS} windows`, columns: HOST_COLUMNS, rows },
    functionsTable('activation', opened[0]!.activate), functionsTable('a text that is no report', opened[0]!.noReport),
    { title: `from opening a report to what is seen in the window, least of ${WINDOWS} windows`, columns: SHOWN_COLUMNS, rows: [shown('first report, the server starts', (o) => o.first), shown('second report', (o) => o.second)] },
  );
  result.goals.push(
    { name: 'activation: blocked time of the extension host', value: Number(rows[0]!['own']), unit: 'ms', most: GOALS.activation },
    { name: 'a text that is no report: blocked time of the extension host', value: Number(rows[1]!['own']), unit: 'ms', most: GOALS.noReport },
  );
  result.gates.push({ name: 'servers that run for a text that is no report', shape: 'flat', value: Math.max(...opened.map(({ servers }) => servers)), limit: 0, bound: 'most' });
}

/** What of ours took the time, by its outermost function. */
export function functionsTable(what: string, { entries }: Measured): Table {
  return { title: `${what}: ours by its outermost function`, columns: [{ key: 'name', head: 'function' }, { key: 'milliseconds', head: 'ms', digits: 1 }], rows: entries.map((entry) => ({ ...entry })) };
}

export const HOST_COLUMNS = [
  { key: 'what', head: 'while' }, { key: 'own', head: 'ours ms', digits: 1 }, { key: 'longestOwn', head: 'longest of ours ms', digits: 1 },
  { key: 'busy', head: 'host busy ms', digits: 1 }, { key: 'longestDelay', head: 'longest delay in the host ms', digits: 1 }, { key: 'queued', head: 'others had the processors ms', digits: 1 },
];
const SHOWN_COLUMNS = [{ key: 'what', head: '' }, { key: 'text', head: 'text ms', digits: 0 }, { key: 'outline', head: 'outline ms', digits: 0 }, { key: 'entities', head: 'first mention underlined ms', digits: 0 }];

async function openWindow(root: string, texts: Texts, seed: number): Promise<Opened> {
  const first = texts.inspection(70 + seed), second = texts.workReport(80 + seed), noReport = readFileSync(path.join(root, NO_REPORT), 'utf8');
  const window = await BenchWindow.open(root, { 'recipe.txt': noReport, 'first.txt': first, 'second.txt': second });
  try {
    const idle = await window.ask('idle'), activate = await window.ask('activate');
    const measured = await window.ask('open-measured', path.join(window.folder, 'recipe.txt')), servers = (await window.ask('servers')).length;
    await window.showTree();
    return { idle, activate, noReport: measured, servers, first: await window.show('first.txt', marksOf(first)), second: await window.show('second.txt', marksOf(second)) };
  } finally {
    await window.close();
  }
}

/** Enough characters of a label to know its row by. */
const ENOUGH = 6;

/** How a text begins, and the first row of its outline. */
export function marksOf(text: string): Marks {
  const { outline: [first] } = readReport(text.slice(0, 20_000)).outline;
  if (!first) throw new Error('a text without an outline');
  return { start: text.trimStart().slice(0, ENOUGH), row: first.label.slice(0, ENOUGH) };
}
