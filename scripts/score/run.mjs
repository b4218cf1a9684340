// `npm run score -- FOLDER`: bundles scripts/score and runs it.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';

await build({
  entryPoints: { score: 'scripts/score/index.ts' }, outdir: 'out/score', outExtension: { '.js': '.cjs' }, bundle: true, platform: 'node', format: 'cjs',
  mainFields: ['module', 'main'], external: ['nodejieba'], logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, ['out/score/score.cjs', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
