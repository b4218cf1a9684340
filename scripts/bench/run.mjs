// Bundles the benchmark and runs it: npm run bench.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-')), outfile = path.join(folder, 'bench.cjs');
await build({ entryPoints: ['scripts/bench/index.ts'], bundle: true, platform: 'node', outfile, external: ['nodejieba'], mainFields: ['module', 'main'], logLevel: 'warning' });
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, NODE_PATH: path.resolve('node_modules') } });
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
