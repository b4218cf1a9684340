// Bundles the extension, the language server and the command line tool into dist/. --watch rebuilds, --production minifies.
import { build, context } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';

const watch = process.argv.includes('--watch'), production = process.argv.includes('--production');
if (!watch && !existsSync('node_modules/nodejieba/build/Release/nodejieba.node')) spawnSync(process.execPath, ['scripts/build-native.mjs'], { stdio: 'inherit' });
/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true, platform: 'node', format: 'cjs', target: 'node20', sourcemap: true, minify: production, outdir: 'dist', logLevel: 'info',
  mainFields: ['module', 'main'],
};
/** Parts of the extension that `import()` loads when they are needed: files of their own, so that starting does not even parse them. */
const lazy = { session: 'src/extension/client/session.ts', pinyin: 'src/extension/pick/pinyin.ts', jsonc: 'src/extension/dictionary/jsonc.ts' };
/** @type {import('esbuild').Plugin} */
const lazyParts = {
  name: 'lazy-parts',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\// }, ({ path, kind }) => kind === 'dynamic-import' && path.slice(2) in lazy ? { path: `${path}.js`, external: true } : undefined),
};
const bundles = [
  { ...common, entryPoints: { extension: 'src/extension/index.ts', ...lazy }, external: ['vscode'], plugins: [lazyParts], supported: { 'dynamic-import': false } },
  { ...common, entryPoints: { server: 'src/server/index.ts', cli: 'src/cli/index.ts' }, external: ['nodejieba'], banner: { js: '#!/usr/bin/env node' } },
];
if (watch) for (const b of bundles) await (await context(b)).watch();
else { await Promise.all(bundles.map((b) => build(b))); chmodSync('dist/cli.js', 0o755); }
