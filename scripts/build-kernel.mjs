// Makes src/engine/entities/recognizer/kernel/kernel-code.ts of kernel.as beside it: the recognizer's inner loops as WebAssembly in base64.
//
//   node scripts/build-kernel.mjs [--check]     --check writes nothing and fails where the file is not what the source gives
import asc from 'assemblyscript/asc';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../src/engine/entities/recognizer/kernel'), TARGET = path.join(FOLDER, 'kernel-code.ts');

/** The module's bytes. Its memory is the host's, so the source holds no constant data and needs no runtime. */
async function compile() {
  const source = readFileSync(path.join(FOLDER, 'kernel.as'), 'utf8');
  let bytes;
  const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (name, content) => { if (name === 'kernel.wasm') bytes = content; },
    listFiles: () => [],
  });
  if (error || !bytes) throw new Error(`the kernel does not compile\n${stderr.toString()}`);
  return bytes;
}

const code = `/** kernel.as, compiled: made by scripts/build-kernel.mjs. */\nexport const KERNEL_CODE = '${Buffer.from(await compile()).toString('base64')}';\n`;
if (!process.argv.includes('--check')) writeFileSync(TARGET, code);
else if (readFileSync(TARGET, 'utf8') !== code) { console.error('kernel-code.ts is not what kernel.as gives: node scripts/build-kernel.mjs'); process.exitCode = 1; }
