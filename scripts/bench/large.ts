import type { Position } from 'vscode-languageserver/node';
import { Methods } from '../../src/protocol';
import { progress } from './child';
import { Client } from './client';
import { pause } from './clock';
import { Edited, EDITS } from './edits';
import { emptyResult, type PartResult, type Row } from './result';
import { Server } from './server';
import { latencies, most } from './statistics';
import { Texts } from './texts';

const MEGABYTES = 10;
/** Between two questions about the small report, in milliseconds: a hand that moves the mouse. */
const EVERY_MS = 40;
/** A request is taken back after so many milliseconds (after an edit: when that was read and the answer is made), and so many requests are. */
const CANCEL = { after: 15, afterEdit: 60, times: 4, goal: 10 };
/** What a person takes for at once, in milliseconds. */
const AT_ONCE = 100;
const BIG = 'file:///big.txt', SMALL = 'file:///small.txt';

/** A text of ten megabytes: its whole analysis, how the server answers about another report meanwhile, and how soon it lets go of what is taken back. */
export async function large(root: string): Promise<PartResult> {
  const result = emptyResult(), texts = new Texts(root), text = texts.megabytes(MEGABYTES, 41), small = texts.inspection(42), server = await Server.start(root);
  await server.read(SMALL, small);
  progress(`opening ${MEGABYTES} MB`);
  const waits = new Waits(server, whereNamed(small)), from = performance.now();
  await server.open(BIG, text);
  const during = waits.until(server.analyzed(BIG, 1, 'entities')), outline = (await server.analyzed(BIG, 1, 'outline')).at - from, entities = (await server.analyzed(BIG, 1, 'entities')).at - from;
  await during;
  const client = new Client(server, BIG);
  await client.askOutline();
  result.tables.push(
    { title: `${MEGABYTES} MB in the server, everything on`, columns: WHOLE_COLUMNS, rows: [{ outline, entities, nodes: [...client.outline.nodes()].length, characters: text.length, resident: server.residentSet }] },
    { title: 'answers about a small report meanwhile, ms', columns: MEANWHILE_COLUMNS, rows: waits.rows() },
  );
  result.goals.push({ name: `worst answer about a small report while ${MEGABYTES} MB are read`, value: most(waits.all), unit: 'ms', most: AT_ONCE });
  progress('taking requests back');
  const { rows: cancels, ours } = await cancellations(server, new Edited(BIG, text, texts));
  result.tables.push({ title: 'from taking a request back to the answer, ms', columns: CANCEL_COLUMNS, rows: cancels });
  result.goals.push({ name: 'worst time from taking a request back to the answer', value: ours, unit: 'ms', most: CANCEL.goal });
  await server.stop();
  return result;
}

const WHOLE_COLUMNS = [
  { key: 'characters', head: 'characters', digits: 0 }, { key: 'outline', head: 'outline ms', digits: 0 }, { key: 'entities', head: 'entities ms', digits: 0 },
  { key: 'nodes', head: 'nodes', digits: 0 }, { key: 'resident', head: 'resident MB', digits: 0 },
];
const MEANWHILE_COLUMNS = [
  { key: 'request', head: 'request' }, { key: 'n', head: 'answers', digits: 0 }, { key: 'p50', head: 'p50', digits: 1 }, { key: 'p95', head: 'p95', digits: 1 }, { key: 'worst', head: 'worst', digits: 1 },
];
const CANCEL_COLUMNS = [
  { key: 'when', head: 'request' }, { key: 'n', head: 'times', digits: 0 }, { key: 'cancelled', head: 'said cancelled', digits: 0 }, { key: 'p50', head: 'p50', digits: 1 }, { key: 'worst', head: 'worst', digits: 1 },
];

/** Asks about a small report again and again, and notes how long each answer takes. */
class Waits {
  readonly #server: Server;
  readonly #client: Client;
  readonly #name: Position;
  readonly #times = new Map<string, number[]>([['hover', []], ['outline', []]]);

  constructor(server: Server, name: Position) {
    this.#server = server;
    this.#client = new Client(server, SMALL);
    this.#name = name;
  }

  get all(): number[] { return [...this.#times.values()].flat(); }

  /** Asks until the promise is there. */
  async until(end: Promise<unknown>): Promise<void> {
    const turn = { last: false };
    void end.finally(() => { turn.last = true; });
    while (!turn.last) {
      await this.#time('hover', this.#server.ask('textDocument/hover', SMALL, { position: this.#name }));
      await this.#time('outline', this.#client.askOutline());
      await pause(EVERY_MS);
    }
  }

  rows(): Row[] {
    return [...this.#times].map(([request, times]) => ({ request, ...latencies(times) }));
  }

  async #time(request: string, answer: Promise<unknown>): Promise<void> {
    const from = performance.now();
    await answer;
    this.#times.get(request)!.push(performance.now() - from);
  }
}

/** What is taken back: as the extension asks, but for the symbols, which only other editors ask for. */
const TAKEN: readonly { name: string; method: string; params: object; isOurs: boolean }[] = [
  { name: '1,000 nodes of the outline', method: Methods.outline, params: { most: 1_000 }, isOurs: true },
  { name: 'all entities', method: Methods.entities, params: {}, isOurs: true },
  { name: 'all symbols, for another editor', method: 'textDocument/documentSymbol', params: {}, isOurs: false },
];

/** Takes requests about the large text back: after an edit, and when its analysis is there and only the answer is long. */
async function cancellations(server: Server, document: Edited): Promise<{ rows: Row[]; ours: number }> {
  const rows: Row[] = [], ours: Taken[] = [];
  const note = (when: string, taken: readonly Taken[], isOurs: boolean): void => { rows.push(cancelRow(when, taken)); if (isOurs) ours.push(...taken); };
  for (const { name, method, params, isOurs } of TAKEN) note(`${name}, the analysis is there`, await series(server, method, params), isOurs);
  const change = document.apply(EDITS[0]!, 1);
  await server.change(BIG, document.version, [change]);
  note('all entities, after an edit', [await server.askAndCancel(Methods.entities, BIG, {}, CANCEL.afterEdit)], true);
  return { rows, ours: most(ours.map(({ milliseconds }) => milliseconds)) };
}

interface Taken { milliseconds: number; cancelled: boolean }

async function series(server: Server, method: string, params: object): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let i = 0; i < CANCEL.times; i++) taken.push(await server.askAndCancel(method, BIG, params, CANCEL.after));
  return taken;
}

const cancelRow = (when: string, taken: readonly Taken[]): Row => ({ when, cancelled: taken.filter(({ cancelled }) => cancelled).length, ...latencies(taken.map(({ milliseconds }) => milliseconds)) });

/** A name that a hover has something to say of: who emphasizes. */
function whereNamed(text: string): Position {
  const lines = text.split('\n'), line = lines.findIndex((each) => each.includes('强调，'));
  return { line, character: lines[line]!.indexOf('强调，') - 1 };
}
