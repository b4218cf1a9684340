// Bundles the training script and runs it: npm run train -- DATA…
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'train-')), outfile = path.join(folder, 'train.cjs');
await build({ entryPoints: ['scripts/train/index.ts'], bundle: true, platform: 'node', outfile, logLevel: 'warning' });
const { status } = spawnSync(process.execPath, ['--max-old-space-size=6000', outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
