import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReport } from '../engine/analyze';
import { EntitiesReader } from '../engine/entities';
import type { EngineResources } from '../engine/resources';
import { programRoot } from '../node/root';
import { inSlices } from './slices';

/** Pause after the last analysis or edit before the server warms up, in milliseconds. */
const PAUSE_MS = 400;
/** Most that warming up may work, in milliseconds. */
const MOST_MS = 300;
/** The samples that hold no damage: the repair has tables of its own, which take memory and half a second to make. */
const SAMPLES = ['inspection.txt', 'meeting.txt', 'notice.txt', 'speech.txt'];
/** Characters that are read at a time: of an engine that is still cold they take some five milliseconds. */
const PIECE = 120;

/**
 * Reads the samples that come with the program while nobody asks for anything, once, after the first report: V8 compiles functions only when
 * they were called a number of times, and one report is too few. The second report then takes as long as any later one.
 */
export class WarmUp {
  #timer: NodeJS.Timeout | undefined;
  #steps: Iterator<unknown> | undefined;
  #isDone = false;
  /** counts what happened, so that work that has begun sees that somebody is there */
  #moment = 0;

  /** @param resources what the reports were read with */
  constructor(private readonly resources: () => Promise<EngineResources>) {}

  /** A report was read: warms up when nothing else comes for a while. */
  afterReport(): void {
    if (!this.#isDone) this.#later();
  }

  /** Somebody is at work: later, if it was to be. */
  postpone(): void {
    if (this.#timer) this.#later();
  }

  dispose(): void {
    this.#moment++;
    this.#isDone = true;
    clearTimeout(this.#timer);
  }

  #later(): void {
    this.#moment++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run().catch(() => { this.dispose(); }), PAUSE_MS).unref();
  }

  async #run(): Promise<void> {
    const moment = ++this.#moment, isQuiet = (): boolean => this.#moment === moment;
    this.#steps ??= readInPieces(await readSamples(), await this.resources());
    await inSlices(this.#steps, isQuiet);
    if (isQuiet()) this.dispose();
  }
}

/** Reads the texts piece by piece, each as a report of its own, until all are read or it has taken long enough. */
function* readInPieces(texts: readonly string[], resources: EngineResources): Generator<undefined> {
  let spent = 0;
  for (const piece of texts.flatMap(piecesOf)) {
    if (spent > MOST_MS) return;
    const from = performance.now();
    readReport(piece).entities(new EntitiesReader(resources)).slips();
    spent += performance.now() - from;
    yield;
  }
}

/** Cuts a text between lines. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    const last = pieces.at(-1);
    if (last === undefined || last.length >= PIECE) pieces.push(line);
    else pieces[pieces.length - 1] = `${last}\n${line}`;
  }
  return pieces;
}

/** The samples of the package; none where they were left out. */
async function readSamples(): Promise<string[]> {
  const texts = await Promise.all(SAMPLES.map((name) => readFile(join(programRoot(), 'samples', name), 'utf8').catch(() => '')));
  return texts.filter((text) => text !== '');
}
