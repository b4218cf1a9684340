import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { createEngine } from '../../../src/engine/analyze';
import { Methods, type EntitiesResult, type OutlineResult } from '../../../src/protocol';
import { inSlices } from '../../../src/server/slices';
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
    expect((await client.ask<EntitiesResult>(Methods.entities, { textDocument })).entities.PER!.length).toBeGreaterThan(5);
    await client.stop();
  });
});
