import { afterEach, describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource, type DocumentSymbol } from 'vscode-languageserver/node';
import { createEngine } from '../../../src/engine/analyze';
import { oneStep } from '../../../src/engine/steps';
import { Methods, type EntitiesResult, type OutlineResult } from '../../../src/protocol';
import { fromNowInSlices, inSlices } from '../../../src/server/slices';
import { longText } from '../texts';
import { connect, type TestClient } from './client';

describe('long work in slices', () => {
  it('takes every step, and lets others in between', async () => {
    let steps = 0, turns = 0, isOver = false;
    const turn = (): void => { turns++; if (!isOver) setImmediate(turn); }, work = function* (): Generator<undefined> {
      for (; steps < 6; steps++) { for (const end = performance.now() + 5; performance.now() < end;); yield; }
    };
    setImmediate(turn);
    await inSlices(work(), () => true);
    isOver = true;
    expect(steps).toBe(6);
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it('ends where it is no longer wanted', async () => {
    let steps = 0;
    const endless = function* (): Generator<undefined> { for (;;) { steps++; yield; } };
    await inSlices(endless(), () => steps === 0);
    expect(steps).toBeGreaterThan(0);
  });
});

/** From now on every look at the clock is ten milliseconds later, so that every step fills a slice. */
function makeStepsLong(): void {
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
}

describe('an answer in slices', () => {
  afterEach(() => vi.restoreAllMocks());

  it('of less than a slice is made without a turn for others', async () => {
    let turns = 0;
    setImmediate(() => turns++);
    expect(await fromNowInSlices(oneStep(() => 'made'), () => true)).toBe('made');
    expect(turns).toBe(0);
  });

  it('takes no more steps once it is taken back', async () => {
    makeStepsLong();
    let steps = 0;
    const work = function* (): Generator<void, string> { for (; steps < 100; steps++) yield; return 'made'; };
    expect(await fromNowInSlices(work(), () => steps < 3)).toBeUndefined();
    expect(steps).toBe(3);
  });

  it('is none where it was taken back during its last slice', async () => {
    makeStepsLong();
    let isMade = false;
    const work = function* (): Generator<void, string> { yield; isMade = true; return 'made'; };
    expect(await fromNowInSlices(work(), () => !isMade)).toBeUndefined();
  });

  it('leaves turns to others between any two slices, also where several are made', async () => {
    makeStepsLong();
    const seen: string[] = [];
    let isOver = false;
    const turn = (): void => { seen.push('turn'); if (!isOver) setImmediate(turn); }, work = function* (): Generator<void, void> { for (let i = 0; i < 5; i++) { seen.push('slice'); yield; } };
    setImmediate(turn);
    await Promise.all([inSlices(work(), () => true), inSlices(work(), () => true), inSlices(work(), () => true)]);
    isOver = true;
    expect(seen.filter((what) => what === 'slice')).toHaveLength(15);
    expect(seen.join(' ')).not.toContain('slice slice');
  });
});

describe('a long answer', () => {
  const long = { uri: 'file:///reports/long.txt' }, small = { uri: 'file:///reports/small.txt' }, at = { line: 0, character: 0 };
  let client: TestClient;
  afterEach(async () => { vi.restoreAllMocks(); await client.stop(); });

  /** Opens two reports, asks for a long answer about one of them, and has a short one about the other when that has begun. */
  async function begin(method: string, token = new CancellationTokenSource().token): Promise<{ answer: Promise<unknown>; isThere: () => boolean }> {
    client = await connect();
    await client.open(long.uri, longText(20_000));
    await client.open(small.uri, longText(1_000));
    await client.until(() => client.analyzed.filter(({ stage }) => stage === 'entities').length === 2);
    makeStepsLong();
    let there = false;
    const answer = client.connection.sendRequest(method, { textDocument: long, ...(method === Methods.exportDirectives && { format: 'csv' }) }, token).catch(() => 'cancelled').finally(() => { there = true; });
    await client.ask(Methods.entityAt, { textDocument: small, range: { start: at, end: at } });
    return { answer, isThere: () => there };
  }

  it.each([Methods.outline, Methods.entities, Methods.outlineMarkdown, Methods.exportDirectives, 'textDocument/documentSymbol', 'textDocument/foldingRange'])('%s lets others be answered before it, and is made in the end', async (method) => {
    const { answer, isThere } = await begin(method);
    expect(isThere()).toBe(false);
    expect(await answer).toBeTypeOf('object');
  });

  it.each([Methods.outline, Methods.entities, Methods.outlineMarkdown, Methods.exportDirectives, 'textDocument/documentSymbol', 'textDocument/foldingRange'])('%s is told to be cancelled when it is taken back', async (method) => {
    const source = new CancellationTokenSource(), { answer, isThere } = await begin(method, source.token);
    expect(isThere()).toBe(false);
    source.cancel();
    expect(await answer).toBe('cancelled');
  });

  it('is of the text as it is when it is ready, where that is edited meanwhile', async () => {
    const { answer, isThere } = await begin('textDocument/documentSymbol');
    expect(isThere()).toBe(false);
    await client.change(long.uri, 2, [{ range: { start: at, end: at }, text: '新' }]);
    vi.restoreAllMocks();
    const symbols = await answer as DocumentSymbol[];
    expect(symbols[0]!.name).toMatch(/^新/u);
    expect(symbols).toEqual(await client.ask('textDocument/documentSymbol', { textDocument: long }));
  });
});

describe('a long report that is read', () => {
  const small = { uri: 'file:///reports/small.txt' }, long = { uri: 'file:///reports/long.txt' };

  /** Opens a small report, and then a long one as soon as the small one is read. */
  async function openBoth(characters: number): Promise<TestClient> {
    const client = await connect();
    await client.open(small.uri, longText(1_000));
    await client.until(() => client.analyzed.some(({ stage }) => stage === 'entities'));
    await client.open(long.uri, longText(characters));
    return client;
  }
  const isOutlined = (client: TestClient): boolean => client.analyzed.some(({ uri, stage }) => uri === long.uri && stage === 'outline');

  it('lets requests about another report be answered before its outline is there', { timeout: 60_000 }, async () => {
    const client = await openBoth(400_000);
    let answers = 0;
    while (!isOutlined(client)) { expect((await client.ask<OutlineResult>(Methods.outline, { textDocument: small })).outline!.length).toBeGreaterThan(0); answers++; }
    expect(answers).toBeGreaterThan(5);
    await client.stop();
  });

  it('tells whoever asks for its outline meanwhile all of it', { timeout: 60_000 }, async () => {
    const client = await openBoth(400_000), { outline } = await client.ask<OutlineResult>(Methods.outline, { textDocument: long });
    expect(outline).toHaveLength(createEngine().outline(longText(400_000)).outline.length);
    await client.stop();
  });

  it('is told as it is then if it is edited meanwhile, and not at all if it is closed', { timeout: 60_000 }, async () => {
    const client = await openBoth(400_000), at = { line: 0, character: 0 };
    await client.ask(Methods.outline, { textDocument: small });
    await client.change(long.uri, 2, [{ range: { start: at, end: at }, text: '新' }]);
    await client.until(() => isOutlined(client));
    expect(client.analyzed.find(({ uri }) => uri === long.uri)!.version).toBe(2);
    expect((await client.ask<OutlineResult>(Methods.outline, { textDocument: long })).outline![0]!.label).toMatch(/^新/u);
    await client.open('file:///reports/other.txt', longText(400_000));
    await client.ask(Methods.outline, { textDocument: small });
    await client.close('file:///reports/other.txt');
    for (let i = 0; i < 50; i++) await client.ask(Methods.outline, { textDocument: small });
    expect(client.analyzed.filter(({ uri }) => uri.endsWith('other.txt'))).toEqual([]);
    await client.stop();
  });

  it('lets a request be taken back while it waits, and is then read as any other', { timeout: 60_000 }, async () => {
    const client = await connect(), uri = 'file:///reports/long.txt', textDocument = { uri };
    await client.open(uri, longText(200_000));
    await client.until(() => client.analyzed.some(({ stage }) => stage === 'outline'));
    const source = new CancellationTokenSource(), answer = client.connection.sendRequest(Methods.entities, { textDocument }, source.token).then(() => 'answered', () => 'cancelled');
    setTimeout(() => source.cancel(), 20);
    expect(await answer).toBe('cancelled');
    expect(client.analyzed.some(({ stage }) => stage === 'entities')).toBe(false);
    expect((await client.ask<EntitiesResult>(Methods.entities, { textDocument })).entities!.PER.length).toBeGreaterThan(5);
    await client.stop();
  });
});
