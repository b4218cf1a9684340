// Runs test/integration/suite inside a real extension host, through @vscode/test-electron.
// VSCODE_EXECUTABLE names a VS Code, or is `download` for a desktop one; without it tools/vscode-headless.mjs is used.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { runTests } from '@vscode/test-electron';
import { makeWorkspace } from './workspace.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const suite = path.join(import.meta.dirname, 'suite');
const out = path.join(root, 'out/integration');
const executable = process.env.VSCODE_EXECUTABLE ?? path.join(root, 'tools/vscode-headless.mjs');

await build({
  entryPoints: fs.readdirSync(suite).filter((name) => /^index\.ts$|\.test\.ts$/.test(name)).map((name) => path.join(suite, name)),
  outdir: out, bundle: true, platform: 'node', format: 'cjs', sourcemap: 'inline', external: ['vscode', 'mocha'], logLevel: 'warning',
});
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-integration-'));
try {
  const workspace = makeWorkspace(path.join(home, 'workspace'));
  const code = await runTests({
    ...(executable !== 'download' && { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(out, 'index.js'),
    extensionTestsEnv: { TEST_REPORT: process.env.TEST_REPORT ?? path.join(home, 'report.json') },
    launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${path.join(home, 'user-data')}`],
  });
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = typeof error.code === 'number' ? error.code : 1;
} finally {
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
