// Attaches a Neovim to the built language server and checks what it gets; needs nvim and dist/cli.js. Exit code 1 when a check fails.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname, cli = join(here, '..', '..', 'dist', 'cli.js');
if (!existsSync(cli)) {
  console.error('dist/cli.js is missing: npm run build');
  process.exit(1);
}
const nvim = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(here, 'check.lua').replaceAll(' ', '\\ ')}`], {
  stdio: ['ignore', 'inherit', 'inherit'], timeout: 120_000,
  env: { ...process.env, DOC: join(here, 'report.txt'), CLI: cli, NODE_BIN: process.execPath, LANG: 'C.UTF-8' },
});
if (nvim.error) console.error(`nvim could not be run: ${nvim.error.message}`);
process.exit(nvim.status ?? 1);
