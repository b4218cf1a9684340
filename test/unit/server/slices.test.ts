import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { Methods, type EntitiesResult } from '../../../src/protocol';
import { inSlices } from '../../../src/server/slices';
import { longText } from '../texts';
import { connect } from './client';

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
