// `npm run data`: compiles the gazetteers of data/ from the packages and files named in data/README.md.
import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';

await build({
  entryPoints: ['scripts/data/places.ts'], outfile: 'out/data/places.mjs', bundle: true, platform: 'node', format: 'esm', logLevel: 'warning',
});
const { compilePlaces } = await import('../../out/data/places.mjs');
const bytes = compilePlaces();
writeFileSync('data/places.bin', bytes);
console.log(`data/places.bin: ${bytes.byteLength} bytes`);
