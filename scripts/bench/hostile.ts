import { createEngine, readReport } from '../../src/engine/analyze';
import { EntitiesReader } from '../../src/engine/entities';
import type { EngineResources } from '../../src/engine/resources';
import { Methods } from '../../src/protocol';
import { progress, stream } from './child';
import { Client } from './client';
import { collect, timed } from './clock';
import { loadEngine } from './engine';
import { hostileTexts, type HostileText } from './hostile-texts';
import { growth, profiled } from './profile';
import { emptyResult, linear, type PartResult, type Row } from './result';
import { Server } from './server';
import { least } from './statistics';
import { Texts } from './texts';

/** How much longer the second text is. */
const TIMES = 8;
/** Runs of which the least counts; a reading that takes `LONG_MS` is not repeated. */
const RUNS = 3, LONG_MS = 300;
/** A shorter text that is read faster than this counts as this, in milliseconds: below it the clock tells of anything but the text. */
const NOISE_MS = 3;
/** One text may take this long in all before it is given up. */
const LIMIT_MS = 40_000;
/** From which growth on a text is not made longer, and the profile is told. */
const TELL = 1.8, TRIES = 3;
/** Texts that become a large tree or many mentions: of the others the server has little to tell. */
const SERVED: ReadonlySet<string> = new Set(['one line of a report', 'paragraphs of three characters', 'markers on lines', 'nested brackets', 'people, each another', 'one person, again and again', 'documents, each another']);
const CULPRITS = 4, MOST_NAME = 110;

/** Texts made to be slow, at one and at eight times their length: the analysis, then the answers of the server. */
export async function hostile(root: string): Promise<PartResult> {
  const result = emptyResult(), names = hostileTexts(new Texts(root)).map(({ name }) => name), engine = await measureEach('hostile-engine', names, []);
  const lengths = engine.filter((_, i) => SERVED.has(names[i]!)).map(({ length }) => length);
  const server = await measureEach('hostile-server', names.filter((name) => SERVED.has(name)), lengths);
  result.tables.push(
    { title: 'hostile texts, analysis: growth is the cost per character of eight times the text over that of one', columns: COLUMNS, rows: engine.flatMap(({ rows }) => rows) },
    { title: 'hostile texts, server: outline, symbols, folding, mentions of a window and a hover at the end, together', columns: COLUMNS, rows: server.flatMap(({ rows }) => rows) },
  );
  result.notes.push(...engine.flatMap(({ culprits }) => culprits));
  for (const row of [...engine, ...server].flatMap(({ rows }) => rows)) result.gates.push(linear(`${String(row['text'])}: ${String(row['stage'])}`, 1, Number(row['growth'])));
  return result;
}

const COLUMNS = [
  { key: 'text', head: 'text' }, { key: 'characters', head: 'characters', digits: 0 }, { key: 'stage', head: 'stage' },
  { key: 'one', head: 'processor ms at ⅛', digits: 1 }, { key: 'eight', head: 'processor ms', digits: 1 }, { key: 'growth', head: 'growth', digits: 2 },
];

/** What is known of one text: the length it was read at, a row for each stage, and which functions grew too much. */
interface Found { length: number; rows: Row[]; culprits: string[] }

/** Lets a process of its own go through the texts; one that does not end is given up, and another process goes on with the next. */
async function measureEach(worker: string, names: readonly string[], lengths: readonly number[]): Promise<Found[]> {
  const found: Found[] = [];
  while (found.length < names.length) {
    try {
      await stream([worker, String(found.length), ...lengths.map(String)], LIMIT_MS, (one) => {
        progress(`${worker}: ${names[found.length]!}`);
        found.push(one as Found);
      });
    } catch (error) {
      progress(String(error));
      found.push({ length: 0, rows: [{ text: names[found.length]!, stage: `not within ${LIMIT_MS / 1000} s`, growth: Infinity }], culprits: [] });
    }
  }
  return found;
}

/** The work of a process: the analysis of each text from the one of this index on. */
export async function measureEngine(root: string, first: number, tell: (found: Found) => void): Promise<void> {
  const resources = await loadEngine(root), texts = new Texts(root);
  // all on one thread: what is asked is how the work grows, not who does it
  delete resources.side;
  createEngine(resources).analyze(texts.reports(100_000, 30));
  for (const text of hostileTexts(texts).slice(first)) tell(await measureStages(resources, text));
}

/** Makes the text eight times as long until it has its full length or does not grow as it should: then even more would only take long. */
async function measureStages(resources: EngineResources, { name, full, make }: HostileText): Promise<Found> {
  const stages: readonly Stage[] = [
    { stage: 'outline', prepare: (text) => () => readReport(text) },
    { stage: 'entities', prepare: (text) => { const reading = readReport(text); return () => reading.entities(new EntitiesReader(resources)); } },
  ];
  for (let length = full / TIMES ** 2; ; length *= TIMES) {
    const less = make(length / TIMES), text = make(length), figures = stages.map(({ prepare }) => compare(prepare(less), prepare(text)));
    if (length < full && figures.every(({ growth }) => growth <= TELL)) continue;
    const found: Found = { length, rows: stages.map(({ stage }, i) => ({ text: name, characters: text.length, stage, ...figures[i] })), culprits: [] };
    for (const [i, { stage, prepare }] of stages.entries()) {
      if (figures[i]!.growth > TELL) found.culprits.push(await culpritsOf(`${name}, ${stage}, ${text.length} characters`, prepare(less), prepare(text)));
    }
    return found;
  }
}

interface Stage { stage: string; prepare: (text: string) => () => unknown }
interface Compared { one: number; eight: number; growth: number }

/** Times of both texts. One that seems to grow too much is measured again: the machine may have had something else to do. */
function compare(less: () => unknown, more: () => unknown): Compared {
  let best: Compared = { one: NaN, eight: NaN, growth: Infinity };
  for (let i = 0; i < TRIES && best.growth > TELL; i++) {
    const one = leastOf(less), eight = leastOf(more), growth = growthOf(one, eight);
    if (growth < best.growth) best = { one, eight, growth };
  }
  return best;
}

/** Cost per character of the longer text over that of the shorter one; what is read in next to no time has none. */
const growthOf = (one: number, eight: number): number => eight / TIMES / Math.max(NOISE_MS, one);

/** Processor time in milliseconds, the least of some runs. */
function leastOf(work: () => unknown): number {
  const first = paid(work);
  return first > LONG_MS ? first : least([first, ...Array.from({ length: RUNS - 1 }, () => paid(work))]);
}

/** Processor time of `work` with that of collecting the young objects it made: left alone the collector comes in the longer text and not in the shorter one. */
function paid(work: () => unknown): number {
  const kept: unknown[] = [];
  collect('minor');
  return timed(() => { kept.push(work()); collect('minor'); }).processor;
}

async function culpritsOf(what: string, one: () => unknown, eight: () => unknown): Promise<string> {
  const less = await profiled(one), more = await profiled(eight), sum = [...more.values()].reduce((a, b) => a + b, 0);
  const lines = growth(less, more, TIMES, CULPRITS).map(({ name, milliseconds, excess }) => `    ${milliseconds.toFixed(0).padStart(6)} ms, ${excess.toFixed(0)} too many: ${name.slice(0, MOST_NAME)}`);
  return `${what}: not linear; ${sum.toFixed(0)} ms in all\n${lines.join('\n')}`;
}

/** The work of a process: what the server answers about each text. */
export async function measureServer(root: string, first: number, lengths: readonly number[], tell: (found: Found) => void): Promise<void> {
  const server = await Server.start(root);
  for (const [i, { name, full, make }] of [...hostileTexts(new Texts(root)).filter((text) => SERVED.has(text.name)).entries()].slice(first)) {
    const length = lengths[i] || full / TIMES, opened = [`file:///${i}-one.txt`, `file:///${i}-eight.txt`] as const, [less, more] = [make(length / TIMES), make(length)] as const;
    await server.read(opened[0], less);
    await server.read(opened[1], more);
    await server.rest();
    const one = await answerTime(server, opened[0], less), eight = await answerTime(server, opened[1], more);
    for (const uri of opened) await server.close(uri);
    tell({ length, rows: [{ text: name, characters: more.length, stage: 'answers', one, eight, growth: growthOf(one, eight) }], culprits: [] });
  }
  await server.stop();
}

/** The server's processor time for all answers about an open document together in milliseconds, the better of two rounds; by the clock where the system does not tell. */
async function answerTime(server: Server, uri: string, text: string): Promise<number> {
  const line = text.split('\n').length - 1, ranges = [{ start: { line: Math.max(0, line - 60), character: 0 }, end: { line, character: 0 } }];
  const rounds: number[] = [], client = new Client(server, uri);
  for (let round = 0; round < 2; round++) {
    const from = performance.now(), before = server.processorTime;
    await client.beginOutline(true);
    await client.askOutline();
    for (const method of ['textDocument/documentSymbol', 'textDocument/foldingRange']) await server.ask(method, uri);
    await server.ask(Methods.mentions, uri, { ranges });
    await server.ask('textDocument/hover', uri, { position: { line: Math.max(0, line - 1), character: 1 } });
    const processor = server.processorTime - before;
    rounds.push(Number.isNaN(processor) ? performance.now() - from : processor);
  }
  return least(rounds);
}
