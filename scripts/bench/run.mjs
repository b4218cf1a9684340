// Builds the product and the benchmark, and runs it: npm run bench [-- PART…].
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..'), outfile = path.join(root, 'out/bench/bench.cjs');
// what a user has is minified
const built = spawnSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) process.exit(1);
await build({ entryPoints: ['scripts/bench/index.ts'], absWorkingDir: root, bundle: true, platform: 'node', outfile, external: ['nodejieba'], mainFields: ['module', 'main'], logLevel: 'warning' });
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
