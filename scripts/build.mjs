// Bundles the extension, the language server and the command line tool into dist/. --watch rebuilds, --production minifies.
import { build, context } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';

const watch = process.argv.includes('--watch'), production = process.argv.includes('--production');
if (!watch && !existsSync('node_modules/nodejieba/build/Release/nodejieba.node')) spawnSync(process.execPath, ['scripts/build-native.mjs'], { stdio: 'inherit' });
/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true, platform: 'node', format: 'cjs', target: 'node20', sourcemap: true, minify: production, charset: 'utf8', outdir: 'dist', logLevel: 'info',
  mainFields: ['module', 'main'],
};
/** Parts that `import()` loads when they are needed: files of their own, so that starting does not even parse them. */
const lazyOfExtension = { session: 'src/extension/client/session.ts', pinyin: 'src/extension/pick/pinyin.ts', jsonc: 'src/extension/dictionary/jsonc.ts' };
const lazyOfEngine = { opencc: 'src/conversion/opencc.ts' };
const lazyOfThread = { 'side-outline': 'src/node/side-outline.ts' };
/** Programs of threads that the server and the command line start. */
const threads = { 'side-thread': 'src/node/side-thread.ts' };
/** @returns {import('esbuild').Plugin} */
const lazyParts = (lazy) => ({
  name: 'lazy-parts',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\// }, ({ path, kind }) => kind === 'dynamic-import' && path.slice(2) in lazy ? { path: `${path}.js`, external: true } : undefined),
});
/**
 * esbuild copies the properties of a CommonJS module for every file that imports all of it. VS Code's has hundreds, and a copy in every file of ours is
 * half of what loading the extension costs: so they share one.
 * @type {import('esbuild').Plugin}
 */
const oneCopyOfVSCode = {
  name: 'one-copy-of-vscode',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^vscode$/ }, ({ namespace, kind }) => (kind === 'import-statement' && namespace === 'file' ? { path: 'vscode', namespace: 'shared' } : { path: 'vscode', external: true }));
    onLoad({ filter: /^vscode$/, namespace: 'shared' }, () => ({ contents: "export * from 'vscode';" }));
  },
};
const bundles = [
  { ...common, entryPoints: { extension: 'src/extension/index.ts', ...lazyOfExtension }, plugins: [lazyParts(lazyOfExtension), oneCopyOfVSCode], supported: { 'dynamic-import': false } },
  { ...common, entryPoints: { server: 'src/server/index.ts', cli: 'src/cli/index.ts' }, external: ['nodejieba'], banner: { js: '#!/usr/bin/env node' }, plugins: [lazyParts(lazyOfEngine)], supported: { 'dynamic-import': false } },
  { ...common, entryPoints: threads, plugins: [lazyParts(lazyOfThread)], supported: { 'dynamic-import': false } },
  { ...common, entryPoints: { ...lazyOfEngine, ...lazyOfThread } },
];
if (watch) for (const b of bundles) await (await context(b)).watch();
else { await Promise.all(bundles.map((b) => build(b))); chmodSync('dist/cli.js', 0o755); }
