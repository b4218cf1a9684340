import { inOwnProcess, progress } from './child';
import { Budget, collect, timed, type Time } from './clock';
import { loadEngine, outlineAlone, recognizerAlone, repairAlone, wholeAnalysis, type Reader } from './engine';
import { emptyResult, linear, type Gate, type PartResult, type Row } from './result';
import { segmenters, TAGGER } from './segmenters';
import { least, median } from './statistics';
import { Texts } from './texts';

interface Sized { name: string; runs: number; readBy?: readonly string[]; make: (texts: Texts, seed: number) => string }

/**
 * What is read, and by whom where that is not everybody: of ten megabytes only what growth is judged by. A run never reads what another has read: each has a seed of its own.
 * There are so many runs that what ratios are judged by is read for some seconds: a machine may be slow for one.
 */
const SIZES: readonly Sized[] = [
  { name: 'inspection', runs: 15, make: (texts, seed) => texts.inspection(seed) },
  { name: 'work report', runs: 25, make: (texts, seed) => texts.workReport(seed) },
  { name: '1 MB', runs: 9, make: (texts, seed) => texts.megabytes(1, seed) },
  { name: '10 MB', runs: 1, readBy: ['whole analysis', 'outline alone', TAGGER], make: (texts, seed) => texts.megabytes(10, seed) },
];
/** Readers that are loaded and run once in a process of their own, and on which texts. Over a long text a first run is a warm one. */
const COLD: readonly (readonly [reader: string, sizes: readonly string[]])[] = [
  ['whole analysis', ['inspection', 'work report']], ['outline alone', ['inspection', 'work report']], [TAGGER, ['inspection', 'work report']],
  ['@node-rs/jieba tag', ['inspection', 'work report']], ['Intl.Segmenter', ['inspection', 'work report']], ['whole analysis', ['1 MB']],
];
/** No cold reading begins later than this; one may take so long. */
const COLD_BUDGET_MS = 20_000;
const COLD_LIMIT_MS = 120_000;
/**
 * From so many characters on all garbage is collected before a reading and not only young objects, since the reading before left a gigabyte. Then V8 lets
 * hidden classes die that no object has at the moment, and with them goes all code compiled for them, which happens in no process that reads. So the
 * reader then reads a text of so many characters that does not count, to have it again.
 */
const HUGE = 1_000_000, AGAIN = 60_000;
/** What a look for damage may cost on a clean text, as a share of the whole analysis. */
const MOST_REPAIR = 0.05;
const WARM_UP = { seed: 9001, characters: 300_000, rounds: 2 };

/** How fast texts are read: our analysis beside others that only cut and tag words, in the same run on the same texts. */
export async function throughput(root: string): Promise<PartResult> {
  const result = emptyResult(), warm = await measureWarm(root);
  result.tables.push(
    { title: 'throughput, warm: nothing of the text was seen before', columns: [...COLUMNS, ...OF_TAGGER], rows: warm },
    { title: 'throughput, cold: the first text of a new process', columns: [...COLUMNS, { key: 'load', head: 'load ms', digits: 0 }], rows: await measureCold(result.notes) },
  );
  const of = (text: string, reader: string): Row => warm.find((row) => row['text'] === text && row['reader'] === reader) ?? {};
  const growth = (reader: string, less: string, more: string): Gate => linear(`${reader}: cost per character, ${more} over ${less}`, costOf(of(less, reader)), costOf(of(more, reader)));
  result.gates.push(growth('whole analysis', '1 MB', '10 MB'), growth('outline alone', '1 MB', '10 MB'), growth('recognizer alone', 'work report', '1 MB'));
  for (const text of ['work report', '1 MB']) {
    result.gates.push({ name: `whole analysis on ${text} as a multiple of ${TAGGER}`, shape: 'ratio', value: Number(of(text, 'whole analysis')['ofTagger']), limit: 0.5, bound: 'least' });
  }
  result.gates.push({ name: 'repair as a share of the whole analysis on 1 MB', shape: 'ratio', value: Number(of('1 MB', repairAlone.name)['processor']) / Number(of('1 MB', 'whole analysis')['processor']), limit: MOST_REPAIR, bound: 'most' });
  return result;
}

/** Processor time per character. */
const costOf = (row: Row): number => Number(row['processor']) / Number(row['characters']);

const COLUMNS = [
  { key: 'text', head: 'text' }, { key: 'reader', head: 'reader' }, { key: 'characters', head: 'characters', digits: 0 }, { key: 'runs', head: 'runs', digits: 0 },
  { key: 'milliseconds', head: 'ms', digits: 1 }, { key: 'own', head: 'less waiting', digits: 1 }, { key: 'processor', head: 'processor ms', digits: 1 }, { key: 'megabytes', head: 'MB/s', digits: 2 }, { key: 'speed', head: 'char/s', digits: 0 },
];
const OF_TAGGER = [{ key: 'ofTagger', head: `× ${TAGGER}`, digits: 2 }, { key: 'clockOfTagger', head: 'by the clock', digits: 2 }, { key: 'processorOfTagger', head: 'in processor time', digits: 2 }];

/** Every reader reads every text; readers take turns, so that what disturbs the machine disturbs all of them. */
async function measureWarm(root: string): Promise<Row[]> {
  const resources = await loadEngine(root), texts = new Texts(root), rows: Row[] = [];
  const readers = [wholeAnalysis(resources), repairAlone, outlineAlone, recognizerAlone(resources), ...segmenters(root)];
  for (let round = 0; round < WARM_UP.rounds; round++) {
    for (const { prepare } of readers) prepare(texts.reports(WARM_UP.characters, WARM_UP.seed + round))();
  }
  for (const size of SIZES) rows.push(...measureSize(size, readers.filter(({ name }) => size.readBy?.includes(name) ?? true), texts));
  return rows;
}

function measureSize({ name, runs, make }: Sized, readers: readonly Reader[], texts: Texts): Row[] {
  const times = new Map(readers.map((reader) => [reader.name, [] as Time[]]));
  let text = '';
  progress(`${name}, warm`);
  for (let run = 0; run < runs; run++) {
    text = make(texts, 100 + run);
    for (const reader of readers) {
      const read = reader.prepare(text);
      if (text.length < HUGE) collect('minor');
      else { collect('major'); reader.prepare(texts.reports(AGAIN, WARM_UP.seed + 1 + run))(); }
      times.get(reader.name)!.push(timed(read));
    }
  }
  const tagger = times.get(TAGGER)!;
  return readers.map((reader) => {
    const own = times.get(reader.name)!, of = (what: keyof Time): number => least(own.map((time) => time[what])), ratio = (what: keyof Time): number => median(own.map((time, run) => tagger[run]![what] / time[what]));
    return { ...speed(name, reader.name, text, { clock: of('clock'), own: of('own'), processor: of('processor') }), runs, ...(reader.name !== TAGGER && { ofTagger: ratio('own'), clockOfTagger: ratio('clock'), processorOfTagger: ratio('processor') }) };
  });
}

/** A row; speeds are by the clock, less waiting for a processor. */
function speed(text: string, reader: string, content: string, { clock, own, processor }: Time): Row {
  return { text, reader, characters: content.length, milliseconds: clock, own, processor, megabytes: Buffer.byteLength(content) / 1000 / own, speed: content.length * 1000 / own };
}

async function measureCold(notes: string[]): Promise<Row[]> {
  const rows: Row[] = [], budget = new Budget(COLD_BUDGET_MS);
  for (const [reader, sizes] of COLD) {
    for (const size of sizes) {
      progress(`${size}, cold: ${reader}`);
      if (budget.left) rows.push(await inOwnProcess<Row>(['cold', reader, size], COLD_LIMIT_MS));
      else notes.push(`No time was left for a cold ${reader} of ${size}.`);
    }
  }
  return rows;
}

/** What a process of `measureCold` does: load, read one text once. */
export async function measureOnce(root: string, reader: string, size: string): Promise<Row> {
  const sized = SIZES.find(({ name }) => name === size)!, text = sized.make(new Texts(root), 7), from = performance.now();
  // the others load at their first call
  const own = segmenters(root).find(({ name }) => name === reader) ?? await loadOwn(root, reader), load = performance.now() - from;
  return { ...speed(size, reader, text, timed(own.prepare(text))), runs: 1, load };
}

async function loadOwn(root: string, reader: string): Promise<Reader> {
  if (reader === outlineAlone.name) return outlineAlone;
  return wholeAnalysis(await loadEngine(root));
}
