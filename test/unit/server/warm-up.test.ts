import { describe, expect, it, vi } from 'vitest';
import { WarmUp } from '../../../src/server/warm-up';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

describe('warming up', () => {
  it('begins some time after the first report, not while somebody is at work, and happens once', async () => {
    const resources = vi.fn(() => Promise.resolve({})), warmUp = new WarmUp(resources);
    warmUp.postpone();
    await pause(600);
    expect(resources).not.toHaveBeenCalled(); // there was no report yet
    warmUp.afterReport();
    await pause(250);
    warmUp.postpone();
    await pause(250);
    expect(resources).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(resources).toHaveBeenCalledOnce(), 5_000);
    await pause(1_500);
    warmUp.afterReport();
    await pause(600);
    expect(resources).toHaveBeenCalledOnce();
    warmUp.dispose();
  });

  it('does nothing when the server ends before', async () => {
    const resources = vi.fn(() => Promise.resolve({})), warmUp = new WarmUp(resources);
    warmUp.afterReport();
    warmUp.dispose();
    await pause(600);
    expect(resources).not.toHaveBeenCalled();
  });
});
