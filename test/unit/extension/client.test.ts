import { describe, expect, it } from 'vitest';
import { CrashLog } from '../../../src/extension/client/crashes';
import { Latest } from '../../../src/extension/client/latest';
import { exportName } from '../../../src/extension/commands/export-name';
import { Overrules } from '../../../src/extension/reports/overrules';
import { isTreatedAsReport } from '../../../src/extension/reports/treatment';
import { escapeMarkdown } from '../../../src/extension/shared/markdown';
import { debounce, paced, throttle, type Clock } from '../../../src/extension/shared/schedule';
import { shorten } from '../../../src/extension/shared/text';

describe('crashes', () => {
  it('start the server again four times in three minutes, and are told of once', () => {
    const log = new CrashLog();
    const verdicts = [0, 10, 20, 30, 40].map((second) => log.crashed(second * 1000));
    expect(verdicts.map(({ restart }) => restart)).toEqual([true, true, true, true, false]);
    expect(verdicts.map(({ tell }) => tell)).toEqual([true, false, false, false, false]);
  });

  it('are forgotten after three minutes, or when the user restarts', () => {
    const log = new CrashLog();
    for (const second of [0, 1, 2, 3]) log.crashed(second * 1000);
    expect(log.crashed(200_000)).toEqual({ restart: true, tell: true });
    log.clear();
    expect(log.crashed(200_001)).toEqual({ restart: true, tell: true });
  });
});

describe('treatment', () => {
  const reads = (isReport: boolean) => () => isReport;
  it.each([
    ['plain text that reads like a report', { languageId: 'plaintext', readsLikeReport: reads(true) }, true],
    ['other plain text', { languageId: 'plaintext', readsLikeReport: reads(false) }, false],
    ['any text of the language report', { languageId: 'report', readsLikeReport: reads(false) }, true],
    ['what the user called a report', { languageId: 'plaintext', overrule: true, readsLikeReport: reads(false) }, true],
    ['what the user called none', { languageId: 'report', overrule: false, readsLikeReport: reads(true) }, false],
    ['another language', { languageId: 'markdown', overrule: true, readsLikeReport: reads(true) }, false],
  ])('%s', (_, evidence, expected) => expect(isTreatedAsReport(evidence)).toBe(expected));

  it('remembers the last word on each file', async () => {
    const store = new Map<string, unknown>();
    const memory = { get: (key: string) => store.get(key), update: (key: string, value: unknown) => { store.set(key, value); return Promise.resolve(); } };
    await new Overrules(memory).set('file:///a.txt', true);
    await new Overrules(memory).set('file:///b.txt', false);
    await new Overrules(memory).set('file:///a.txt', false);
    const overrules = new Overrules(memory);
    expect([overrules.get('file:///a.txt'), overrules.get('file:///b.txt'), overrules.get('file:///c.txt')]).toEqual([false, false, undefined]);
  });
});

describe('latest answers', () => {
  it('gather the questions that come while one is under way', async () => {
    const waiting: ((value: number) => void)[] = [], heard: number[] = [];
    const latest = new Latest<number>(() => new Promise((resolve) => { waiting.push(resolve); }), (_, value) => heard.push(value));
    const done = latest.refresh('a');
    void latest.refresh('a');
    void latest.refresh('a');
    waiting[0]!(1);
    await expect.poll(() => waiting.length).toBe(2);
    waiting[1]!(2);
    await done;
    expect(heard).toEqual([1, 2]);
    expect(latest.get('a')).toBe(2);
  });

  it('keep the old answer when a question fails, and drop one for a text that is gone', async () => {
    let answer = (): Promise<number | null> => Promise.resolve(1);
    const latest = new Latest<number>(() => answer(), () => undefined);
    await latest.refresh('a');
    answer = () => Promise.reject(new Error('the server ended'));
    await latest.refresh('a');
    expect(latest.get('a')).toBe(1);
    let late: ((value: number) => void) | undefined;
    answer = () => new Promise((resolve) => { late = resolve; });
    const done = latest.refresh('a');
    latest.delete('a');
    late!(2);
    await done;
    expect(latest.get('a')).toBeUndefined();
  });
});

describe('schedule', () => {
  function fakeClock(): Clock & { tick(): void } {
    const timers = new Map<number, () => void>();
    let next = 1;
    return {
      set: (run) => { timers.set(next, run); return next++; },
      clear: (handle) => { timers.delete(handle as number); },
      tick: () => { const due = [...timers.values()]; timers.clear(); for (const run of due) run(); },
    };
  }

  it.each([['debounce', debounce], ['throttle', throttle]])('%s makes one run of many calls, and none after dispose', (_, make) => {
    const clock = fakeClock();
    let runs = 0;
    const call = make(() => { runs++; }, 100, clock);
    call(); call(); call();
    clock.tick();
    expect(runs).toBe(1);
    call();
    clock.tick();
    expect(runs).toBe(2);
    call();
    call.dispose();
    clock.tick();
    expect(runs).toBe(2);
  });
});

describe('a pace', () => {
  it('runs at once the first time, then as seldom as what it costs wants it', () => {
    let now = 1000, runs = 0, due: (() => void) | undefined;
    const waits: number[] = [], clock: Clock = { set: (run, wait) => { due = run; waits.push(wait); return 1; }, clear: () => { due = undefined; } };
    const call = paced(() => { runs++; }, () => 300, clock, () => now), tick = (): void => due?.();
    call(); call();
    expect(waits).toEqual([0]);
    tick();
    now += 100;
    call(); call();
    expect(waits).toEqual([0, 200]);
    now += 200;
    tick();
    now += 1000;
    call();
    expect([runs, waits]).toEqual([2, [0, 200, 0]]);
  });
});

describe('texts', () => {
  it('leave no Markdown of the file alive', () => {
    expect(escapeMarkdown('[点击](command:x) <img src=x> **粗** `码`\n# 题 $(x)')).toBe('\\[点击\\]\\(command\\:x\\) \\<img src=x\\> \\*\\*粗\\*\\* \\`码\\` \\# 题 \\$\\(x\\)');
  });
  it('are cut between characters', () => {
    expect(shorten('青山绿水', 4)).toBe('青山绿水');
    expect(shorten('青山绿水好', 4)).toBe('青山绿…');
    expect(shorten('青𠮷𠮷水', 4)).toBe('青𠮷…');
  });
  it.each([['/a/工作报告.txt', 'csv', '工作报告.directives.csv'], ['Untitled-1', 'markdown', 'Untitled-1.directives.md'], ['/a/.txt', 'json', '.txt.directives.json'], ['/', 'json', 'report.directives.json']] as const)(
    'name the ledger of %s as %s', (path, format, expected) => expect(exportName(path, format)).toBe(expected));
});
