import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReportAnalysis } from '../../../src/engine/analysis';
import { createEngine } from '../../../src/engine/analyze';
import type { RawMention } from '../../../src/engine/entities/raw-mention';
import { recognizerOf } from '../../../src/engine/entities/recognizer';
import { mentionsOfSentences } from '../../../src/engine/entities/sentence-mentions';
import { unpackMentions } from '../../../src/engine/entities/packed-mentions';
import { readOutline } from '../../../src/engine/outline';
import type { SideJob, SideReader } from '../../../src/engine/side-reader';
import { toTheEnd } from '../../../src/engine/steps';
import { StructureReader } from '../../../src/engine/structure';
import { unpackOutline, type PackedOutline } from '../../../src/engine/packed-outline';
import { readText } from '../../../src/engine/text';
import { createSideReader, ThreadReader } from '../../../src/node/side-reader';
import { longText } from '../texts';

const recognizer = new Uint8Array(readFileSync('data/recognizer.bin')), SENTENCES = ['县长陆晨晖到云杉镇调研。', '没有', '会议要求，12月底前完成《防汛工作方案》。'];
const folder = mkdtempSync(join(tmpdir(), 'side-reader-')), threads: ThreadReader[] = [];

/** A reader with this program; without one with the real one. */
function readerOf(program?: string): ThreadReader {
  const path = join(folder, program === undefined ? 'side-thread.cjs' : `${threads.length}.cjs`);
  if (program !== undefined) writeFileSync(path, program);
  const reader = new ThreadReader(path, recognizer);
  threads.push(reader);
  return reader;
}

beforeAll(() => build({ entryPoints: ['src/node/side-thread.ts'], bundle: true, platform: 'node', format: 'cjs', outfile: join(folder, 'side-thread.cjs'), logLevel: 'error' }));
afterAll(() => {
  for (const thread of threads) thread.end();
  rmSync(folder, { recursive: true });
});

/** What a job answers of a pass, once its thread has read it. */
async function answerOf(job: SideJob, pass: number): Promise<(readonly RawMention[])[]> {
  for (;;) {
    const packed = job.take(pass, 50);
    if (packed) return unpackMentions(packed);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}

const read = (text: string, side?: SideReader): ReportAnalysis => createEngine({ recognizer, ...(side && { side }) }).analyze(text);

describe('a reader on a thread of its own', () => {
  it('reads what is read here, and leaves alone what is claimed here', async () => {
    const job = readerOf().begin(2)!;
    expect(job.claim(0)).toBe(true);
    for (const pass of [0, 1]) job.give(pass, SENTENCES);
    const found = await answerOf(job, 1);
    expect(found).toEqual(toTheEnd(mentionsOfSentences(SENTENCES, recognizerOf(recognizer))));
    expect(found.map((mentions) => mentions.map((m) => m.type))).toEqual([['POS', 'PER', 'LOC'], [], ['TIME', 'DOC']]);
    expect(job.claim(1)).toBe(false);
    expect(job.take(0, 1)).toBeUndefined();
  });

  it('reads a long text with the engine, which finds the same', async () => {
    const reader = readerOf(), first = reader.begin(1)!, text = longText(80_000), begin = vi.spyOn(reader, 'begin'), recognized = vi.spyOn(recognizerOf(recognizer)!, 'recognize');
    first.give(0, SENTENCES);
    await answerOf(first, 0); // the thread is up
    const together = read(text, reader), here = recognized.mock.calls.length;
    expect(begin).toHaveBeenCalledOnce();
    expect(together).toEqual(read(text));
    expect(recognized.mock.calls.length - here).toBeGreaterThan(here);
    recognized.mockRestore();
  });

  it('reads the outline of a text after its sentences, unless that is claimed here', async () => {
    const reader = readerOf(), text = longText(5_000), outline = reader.beginOutline(text)!;
    let packed: PackedOutline | undefined;
    await vi.waitFor(() => { packed = outline.take(20_000); expect(packed).toBeDefined(); }, 20_000);
    expect(unpackOutline(packed!, text)).toEqual(readOutline(readText(text)));
    expect(outline.claim()).toBe(false);
    const first = reader.begin(1)!;
    // the thread is busy with that for long
    first.give(0, Array.from({ length: 4_000 }, () => SENTENCES).flat());
    const other = reader.beginOutline(text)!;
    expect(other.claim()).toBe(true);
    await answerOf(first, 0);
    expect(other.take(1)).toBeUndefined();
  });

  it('spares the engine reading the outline of a long text, unless it is damaged', async () => {
    const reader = readerOf(), first = reader.begin(1)!, texts = [longText(40_000), `${longText(40_000)}\n${readFileSync('samples/inspection-damaged.txt', 'utf8')}`], structures = vi.spyOn(StructureReader.prototype, 'readInSteps');
    first.give(0, SENTENCES);
    await answerOf(first, 0);
    const together = texts.map((text) => { const found = read(text, reader), times = structures.mock.calls.length; structures.mockClear(); return { found, times }; });
    expect(together.map(({ times }) => times)).toEqual([0, 1]);
    expect(together.map(({ found }) => found)).toEqual(texts.map((text) => read(text)));
    structures.mockRestore();
  });

  it('is not needed for a short text', () => {
    const reader = readerOf(), begin = vi.spyOn(reader, 'begin'), text = longText(10_000);
    expect(read(text, reader)).toEqual(read(text));
    expect(begin).not.toHaveBeenCalled();
  });

  it.each([
    ['ends at once', ''], ['throws', 'throw new Error("broken");'], ['is no program', '%'],
    ['answers nothing', 'require("node:worker_threads").workerData.port.on("message", ({ pass, states }) => { Atomics.store(states, pass, 2); Atomics.notify(states, pass); });'],
    ['never answers', 'require("node:worker_threads").workerData.port.on("message", ({ pass, states }) => { Atomics.compareExchange(states, pass, 0, 1); });'],
  ])('changes nothing where its program %s', (_, program) => {
    const text = longText(40_000);
    expect(read(text, readerOf(program))).toEqual(read(text));
  });

  it.each([['throwing', 'throw new Error("broken");'], ['ending', '']])('is not asked again once its program broke by %s', async (_, program) => {
    const reader = readerOf(program);
    expect(reader.begin(1)).toBeDefined();
    await vi.waitFor(() => { expect(reader.begin(1)).toBeUndefined(); });
  });

  it('ends its thread when nothing is left to read, and starts another', async () => {
    const reader = readerOf(), terminated = vi.spyOn(Worker.prototype, 'terminate'), job = reader.begin(1)!;
    reader.end();
    expect(terminated).not.toHaveBeenCalled();
    job.give(0, SENTENCES);
    await answerOf(job, 0);
    reader.end();
    expect(terminated).toHaveBeenCalledOnce();
    const next = reader.begin(2)!;
    next.end();
    reader.end();
    expect(terminated).toHaveBeenCalledTimes(2);
    terminated.mockRestore();
  });

  it('is there where its program is', () => {
    expect(createSideReader(folder, recognizer)).toBeUndefined();
  });
});
