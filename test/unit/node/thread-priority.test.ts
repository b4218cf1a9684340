import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { buildSync } from 'esbuild';

interface Priorities { lowered: number; again: number; threads: { name: string; nice: number }[] }

/** What lowering says and does in a new process: the priorities of all its threads (field 19 of `stat`) by their names, and of one that is started later. */
function prioritiesAfter(lower: 'lowerHelperThreads' | 'standBehindEditor'): Priorities {
  const program = `
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { ${lower} } from './src/node/thread-priority';
const lowered = ${lower}(), worker = new Worker('', { eval: true });
worker.once('online', () => {
  const again = ${lower}(), threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map((thread) => readFileSync('/proc/self/task/' + thread + '/stat', 'utf8')) : [];
  console.log(JSON.stringify({ lowered, again, threads: threads.map((stat) => ({ name: /\\((.*)\\)/.exec(stat)[1], nice: Number(stat.slice(stat.lastIndexOf(')')).split(' ')[17]) })) }));
});
`;
  const bundle = buildSync({ stdin: { contents: program, resolveDir: '.', loader: 'ts' }, bundle: true, platform: 'node', write: false }).outputFiles[0]!.text;
  return JSON.parse(execFileSync(process.execPath, ['-e', bundle], { encoding: 'utf8' })) as Priorities;
}

describe('the priority of threads', () => {
  it("of V8's helpers is lowered and of no other", () => {
    const { lowered, threads } = prioritiesAfter('lowerHelperThreads'), before = Math.min(...threads.map(({ nice }) => nice), 19), lower = threads.filter(({ nice }) => nice > before);
    expect(lower.map(({ name }) => name)).toEqual(Array.from({ length: lowered }, () => 'V8Worker'));
    expect(threads.filter(({ name }) => name === 'V8Worker')).toHaveLength(lowered);
  });

  it('of a server is behind that of its editor, of all its threads and those to come', () => {
    const { lowered, again, threads } = prioritiesAfter('standBehindEditor'), isLinux = process.platform === 'linux';
    expect(lowered).toBeGreaterThan(isLinux ? 1 : 0);
    expect(again).toBe(process.platform === 'win32' ? lowered : 0); // Windows has no priority in between
    expect(threads.filter(({ nice }) => nice !== 5)).toEqual([]);
    expect(threads.length).toBeGreaterThan(isLinux ? lowered : -1);
  });
});
