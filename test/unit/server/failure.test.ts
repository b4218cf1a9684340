import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LongString } from '../../../src/engine/text';
import { Methods, type FailedParams } from '../../../src/protocol';
import { connect, REPORT, type TestClient } from './client';

const broken = vi.hoisted(() => ({ word: '坏文本' }));
vi.mock('../../../src/engine/analyze', async (original) => {
  const real = await original<typeof import('../../../src/engine/analyze')>();
  return { ...real, readReport: (text: LongString) => { if (text.indexOf(broken.word) >= 0) throw new Error('no'); return real.readReport(text); } };
});

let client: TestClient | undefined;
afterEach(() => client?.stop());

describe('an analysis that fails', () => {
  it('is told to the client and in the log, and the next one works', async () => {
    client = await connect();
    const failed: FailedParams[] = [], uri = 'file:///reports/a.txt';
    client.connection.onNotification(Methods.failed, (params: FailedParams) => { failed.push(params); });
    await client.open(uri, `${REPORT}${broken.word}`);
    await client.until(() => failed.length > 0);
    expect(failed).toEqual([{ uri, version: 1 }]);
    expect(client.log.join('\n')).toContain('analysis failed: Error: no');
    expect(client.analyzed).toEqual([]);
    await client.change(uri, 2, [{ text: REPORT }]);
    await client.until(() => client!.analyzed.some((a) => a.version === 2 && a.stage === 'entities'));
  });
});
