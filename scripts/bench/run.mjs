// Builds the product and the benchmark, sees that a real VS Code is there, and runs it: npm run bench [-- PART…].
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureNative, ensureSystem, ensureVSCode } from '../setup.mjs';

/** Parts that open a window. */
const WINDOWS = ['start', 'editing', 'host-memory'];
const root = path.resolve(import.meta.dirname, '../..'), outdir = path.join(root, 'out/bench'), parts = process.argv.slice(2);

ensureNative();
// what is missing is said here, and the part that needs it fails
if (parts.length === 0 || parts.some((part) => WINDOWS.includes(part))) ensureSystem(['chromium', 'fonts']).length === 0 && ensureVSCode();
// what a user has is minified
const built = spawnSync(process.execPath, ['scripts/build.mjs', '--production'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
if (built.status !== 0) {
  console.error(built.stderr);
  process.exit(1);
}
/** @type {import('esbuild').BuildOptions} */
const common = { absWorkingDir: root, bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], logLevel: 'warning' };
await build({ ...common, entryPoints: ['scripts/bench/index.ts'], outfile: path.join(outdir, 'bench.cjs'), external: ['nodejieba'] });
await build({ ...common, entryPoints: ['scripts/bench/window/host.ts'], outfile: path.join(outdir, 'host.js'), external: ['vscode'] });
const { status } = spawnSync(process.execPath, [path.join(outdir, 'bench.cjs'), ...parts], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
