// Attaches a Neovim to the built language server and checks what it gets; needs nvim and dist/cli.js. Exit code 1 when a check fails.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname, cli = join(here, '..', '..', 'dist', 'cli.js');
if (!existsSync(cli)) {
  console.error('dist/cli.js is missing: npm run build');
  process.exit(1);
}
const nvim = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(here, 'check.lua').replaceAll(' ', '\\ ')}`], {
  stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', timeout: 120_000,
  env: { ...process.env, DOC: join(here, 'report.txt'), CLI: cli, NODE_BIN: process.execPath, LANG: 'C.UTF-8' },
});
if (nvim.error) console.error(`nvim could not be run: ${nvim.error.message}`);
process.stdout.write(nvim.stdout ?? '');
const stats = { passes: (nvim.stdout ?? '').match(/^✓ /gmu)?.length ?? 0, failures: nvim.status === 0 ? 0 : 1 };
if (process.env.TEST_REPORT) writeFileSync(process.env.TEST_REPORT, JSON.stringify({ stats }));
process.exit(nvim.status ?? 1);
