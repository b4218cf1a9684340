import { Budget, pause } from './clock';
import { progress } from './child';
import { Edited, EDITS, PASTE, type EditKind } from './edits';
import { emptyResult, flat, type PartResult, type Row } from './result';
import { Server } from './server';
import { latencies, median } from './statistics';
import { Texts } from './texts';

/** Lengths in characters, and what of the time each may have. */
const SIZES = [
  { characters: 3_000, budget: 11_000, goal: 8 }, { characters: 30_000, budget: 11_000, goal: 8 },
  { characters: 300_000, budget: 14_000, goal: 16 }, { characters: 3_000_000, budget: 18_000, goal: 50 },
];
/** Edits of each kind at most. */
const TURNS = 40;
/** Edits that do not count, because they run code that nothing has run before; opening a very long text has warmed the server up as well. */
const WARM_UP = { edits: 28, below: 1_000_000 };
/** Milliseconds from the answer to one edit to the next: somebody who types fast. */
const KEY_MS = 60;
/** A burst of typing: so many keys without waiting for an answer. */
const BURST = { keys: 20, name: 'last of 20 keys' };
/** Most a one-character edit may cost more where the text is ten times as long: nothing is read anew but one paragraph, and the pass over summaries is small beside that. */
const TEN_TIMES = 3.2;

/** One edit: milliseconds from sending it to the outline and to the entities of the new version, processor time of the server, and time in which others had the processors. */
interface Sample { kind: string; outline: number; entities: number; processor: number; queued: number }

/** How long an edit takes to become a new analysis, in the language server over its own protocol. */
export async function keystroke(root: string): Promise<PartResult> {
  const result = emptyResult(), texts = new Texts(root), samples = new Map<number, Sample[]>();
  for (const { characters, budget } of SIZES) samples.set(characters, await measureSize(root, texts, characters, budget));
  const of = (characters: number, is: (sample: Sample) => boolean): Sample[] => samples.get(characters)!.filter(is);
  result.tables.push(
    { title: 'keystroke: from sending a key to the new analysis', columns: ALL_COLUMNS, rows: SIZES.map(({ characters }) => summary(characters, of(characters, isKey))) },
    { title: 'a page of 800 characters is pasted', columns: ALL_COLUMNS, rows: SIZES.map(({ characters }) => summary(characters, of(characters, isPaste))) },
    { title: 'keystroke by the kind of edit, medians', columns: KIND_COLUMNS, rows: SIZES.flatMap(({ characters }) => byKind(characters, samples.get(characters)!)) },
  );
  for (const { characters, goal } of SIZES) {
    const { p95 } = latencies(of(characters, isKey).map(({ entities }) => entities));
    result.goals.push({ name: `keystroke p95 at ${characters.toLocaleString('en-US')} characters`, value: p95, unit: 'ms', most: goal });
  }
  for (const [less, more] of [[30_000, 300_000], [300_000, 3_000_000]] as const) {
    result.gates.push(flat(`keystroke: computing of a key at ${more.toLocaleString('en-US')} over ${less.toLocaleString('en-US')} characters`, costOf(of(less, isKey)), costOf(of(more, isKey)), TEN_TIMES));
  }
  return result;
}

const ALL_COLUMNS = [
  { key: 'characters', head: 'characters', digits: 0 }, { key: 'n', head: 'edits', digits: 0 },
  { key: 'outline50', head: 'outline p50 ms', digits: 1 }, { key: 'outline95', head: 'p95', digits: 1 }, { key: 'outline99', head: 'p99', digits: 1 },
  { key: 'entities50', head: 'entities p50 ms', digits: 1 }, { key: 'entities95', head: 'p95', digits: 1 }, { key: 'entities99', head: 'p99', digits: 1 },
  { key: 'own50', head: 'less waiting for a processor p50 ms', digits: 1 }, { key: 'own95', head: 'p95', digits: 1 }, { key: 'processor', head: 'processor ms', digits: 1 },
];
const KIND_COLUMNS = [
  { key: 'characters', head: 'characters', digits: 0 }, { key: 'kind', head: 'edit' }, { key: 'n', head: 'edits', digits: 0 },
  { key: 'outline', head: 'outline ms', digits: 1 }, { key: 'entities', head: 'entities ms', digits: 1 }, { key: 'processor', head: 'processor ms', digits: 1 },
];

const isPaste = ({ kind }: Sample): boolean => kind === PASTE;
const isKey = ({ kind }: Sample): boolean => kind !== PASTE && kind !== BURST.name;

/** Processor time of the middle key, where the system tells it; else its time by the clock. */
function costOf(keys: readonly Sample[]): number {
  const processor = median(keys.map((s) => s.processor));
  return Number.isNaN(processor) ? median(keys.map((s) => s.entities)) : processor;
}

async function measureSize(root: string, texts: Texts, characters: number, milliseconds: number): Promise<Sample[]> {
  progress(`${characters} characters: opening`);
  const server = await Server.start(root), document = new Edited('file:///keystroke.txt', texts.reports(characters, 11), texts);
  try {
    await server.read(document.uri, document.text);
    progress(`${characters} characters: editing`);
    const warm = new Budget(characters < WARM_UP.below ? milliseconds / 5 : 0), samples: Sample[] = [];
    for (let i = 0; i < WARM_UP.edits && warm.left; i++) await edit(server, document, EDITS[i % EDITS.length]!, 1000 + i);
    const budget = new Budget(milliseconds);
    for (let turn = 0; turn < TURNS; turn++) {
      for (const kind of EDITS) if (budget.left || samples.length === 0) samples.push(await edit(server, document, kind, turn));
      if (turn === 0 && budget.left) samples.push(await burst(server, document));
    }
    return samples;
  } finally {
    await server.stop();
  }
}

async function edit(server: Server, document: Edited, kind: EditKind, turn: number): Promise<Sample> {
  const change = document.apply(kind, turn), { uri, version } = document;
  await pause(KEY_MS);
  const before = server.processorTime, queued = server.queuedTime, from = performance.now();
  void server.change(uri, version, [change]);
  const [outline, entities] = await Promise.all([server.analyzed(uri, version, 'outline'), server.analyzed(uri, version, 'entities')]);
  return { kind: kind.name, outline: outline.at - from, entities: entities.at - from, processor: server.processorTime - before, queued: server.queuedTime - queued };
}

/** Types without waiting for an answer: what counts is the time after the last key. */
async function burst(server: Server, document: Edited): Promise<Sample> {
  const start = Math.floor(document.text.length / 2), before = server.processorTime, queued = server.queuedTime;
  let from = 0;
  for (let key = 0; key < BURST.keys; key++) {
    if (key > 0) await pause(KEY_MS);
    const change = document.insert(start + key, '好');
    from = performance.now();
    void server.change(document.uri, document.version, [change]);
  }
  const { uri, version } = document;
  const [outline, entities] = await Promise.all([server.analyzed(uri, version, 'outline'), server.analyzed(uri, version, 'entities')]);
  return { kind: BURST.name, outline: outline.at - from, entities: entities.at - from, processor: server.processorTime - before, queued: server.queuedTime - queued };
}

function summary(characters: number, samples: readonly Sample[]): Row {
  const outline = latencies(samples.map((s) => s.outline)), entities = latencies(samples.map((s) => s.entities)), own = latencies(samples.map((s) => s.entities - s.queued));
  return {
    characters, n: samples.length, outline50: outline.p50, outline95: outline.p95, outline99: outline.p99, entities50: entities.p50, entities95: entities.p95, entities99: entities.p99,
    own50: own.p50, own95: own.p95, processor: median(samples.map((s) => s.processor)),
  };
}

function byKind(characters: number, samples: readonly Sample[]): Row[] {
  return [...EDITS.map(({ name }) => name), BURST.name].flatMap((kind) => {
    const own = samples.filter((s) => s.kind === kind);
    if (own.length === 0) return [];
    return [{ characters, kind, n: own.length, outline: median(own.map((s) => s.outline)), entities: median(own.map((s) => s.entities)), processor: median(own.map((s) => s.processor)) }];
  });
}
