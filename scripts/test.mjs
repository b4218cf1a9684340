// npm test [-- --only unit,e2e] [-- --update-media]: sets up what is missing, runs every stage in turn, ends with a summary.
// The last line is `N passed, N failed`; a stage that is no test (lint, types, bundle, a missing tool) counts only when it fails.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNative, ensureSystem, ensureVSCode } from './setup.mjs';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
const bin = (name) => path.join(root, 'node_modules', name);
const node = (...args) => ({ command: process.execPath, args });

/** Counts of vitest's and mocha's JSON reports, null when none was written. */
function readCounts(file) {
  if (!fs.existsSync(file)) return null;
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  return report.stats ? { passed: report.stats.passes, failed: report.stats.failures } : { passed: report.numPassedTests, failed: report.numFailedTests };
}

const vitest = (stage, ...args) => {
  const json = path.join(results, `${stage}.json`);
  return { ...node(bin('vitest/vitest.mjs'), 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${json}`), json };
};
const mocha = (stage, script, ...args) => {
  const json = path.join(results, `${stage}.json`);
  return { ...node(script, ...args), env: { TEST_REPORT: json }, json };
};

/** Stages in order: what each needs, and how it is run. `json` names the report its counts are read from. */
const STAGES = {
  lint: { ...node(bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0') },
  types: { ...node(bin('typescript/bin/tsc'), '-p', '.') },
  unit: { native: true, ...vitest('unit') },
  build: { native: true, ...node('scripts/build.mjs') },
  integration: { native: true, vscode: true, needs: ['chromium'], ...mocha('integration', 'test/integration/run.mjs') },
  e2e: { native: true, vscode: true, needs: ['chromium', 'fonts'], ...vitest('e2e', '--config', 'test/e2e/vitest.config.mts') },
  neovim: { native: true, needs: ['neovim'], ...mocha('neovim', 'test/neovim/run.mjs') },
};

/** Runs one stage; says why in `note` when it could not. */
function runStage(name, stage) {
  console.log(`\n━━━ ${name}`);
  const began = Date.now();
  const done = (outcome) => ({ name, seconds: Math.round((Date.now() - began) / 1000), ...outcome });
  const missing = ensureSystem(stage.needs ?? []);
  if (missing.length > 0) return done({ passed: 0, failed: 1, note: `not run: ${missing.join(', ')} missing` });
  if (stage.native && !ensureNative()) return done({ passed: 0, failed: 1, note: 'not run: nodejieba could not be compiled' });
  if (stage.vscode && !ensureVSCode()) return done({ passed: 0, failed: 1, note: 'not run: the VS Code server could not be installed' });
  if (stage.json) fs.rmSync(stage.json, { force: true });
  const { status } = spawnSync(stage.command, stage.args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...stage.env } });
  const counts = (stage.json && readCounts(stage.json)) ?? { passed: 0, failed: 0 };
  if (status === 0 && stage.json && counts.passed === 0) return done({ passed: 0, failed: 1, note: 'no test ran' });
  // A stage can fail without a failed test: a crash, a time-out, an error while loading.
  return done(status === 0 ? counts : { passed: counts.passed, failed: Math.max(counts.failed, 1), note: `exit code ${status}` });
}

const { values } = parseArgs({ options: { only: { type: 'string' }, 'update-media': { type: 'boolean' } } });
const chosen = values.only?.split(',') ?? Object.keys(STAGES);
const unknown = chosen.filter((name) => !(name in STAGES));
if (unknown.length > 0) {
  console.error(`unknown stage: ${unknown.join(', ')}; there are ${Object.keys(STAGES).join(', ')}`);
  process.exit(2);
}
if (values['update-media']) process.env.UPDATE_MEDIA = '1';
fs.mkdirSync(results, { recursive: true });
// Windows and the Neovim check run what is in dist/.
if (values.only && ['integration', 'e2e', 'neovim'].some((name) => chosen.includes(name)) && !chosen.includes('build')) chosen.push('build');

const outcomes = Object.entries(STAGES).filter(([name]) => chosen.includes(name)).map(([name, stage]) => runStage(name, stage));
console.log('\n━━━ summary');
for (const { name, passed, failed, seconds, note } of outcomes) {
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)} ${passed + failed > 0 ? `${passed} passed, ${failed} failed` : 'ok'}, ${seconds} s${note ? ` (${note})` : ''}`);
}
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
