import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { buildSync } from 'esbuild';

/** Prints how many threads stand back, and the priorities of all threads of the process (field 19 of `stat`) by their names. */
const PROGRAM = `
import { readdirSync, readFileSync } from 'node:fs';
import { lowerHelperThreads } from './src/node/helper-threads';
const lowered = lowerHelperThreads(), threads = process.platform === 'linux' ? readdirSync('/proc/self/task').map((thread) => readFileSync('/proc/self/task/' + thread + '/stat', 'utf8')) : [];
console.log(JSON.stringify({ lowered, threads: threads.map((stat) => ({ name: /\\((.*)\\)/.exec(stat)[1], nice: Number(stat.slice(stat.lastIndexOf(')')).split(' ')[17]) })) }));
`;

it("lowers the priority of V8's helper threads and of no other", () => {
  const bundle = buildSync({ stdin: { contents: PROGRAM, resolveDir: '.', loader: 'ts' }, bundle: true, platform: 'node', write: false }).outputFiles[0]!.text;
  const { lowered, threads } = JSON.parse(execFileSync(process.execPath, ['-e', bundle], { encoding: 'utf8' })) as { lowered: number; threads: { name: string; nice: number }[] };
  const before = Math.min(...threads.map(({ nice }) => nice), 19), lower = threads.filter(({ nice }) => nice > before);
  expect(lower.map(({ name }) => name)).toEqual(Array.from({ length: lowered }, () => 'V8Worker'));
  expect(threads.filter(({ name }) => name === 'V8Worker')).toHaveLength(lowered);
});
