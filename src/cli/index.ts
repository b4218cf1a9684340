import '../node/v8-flags';
import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Exit, type Io } from './io';
import { run } from './run';

const io: Io = {
  env: process.env,
  colour: process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  readFile: (path) => readFile(path),
  readStdin: () => buffer(process.stdin),
  writeFile: (path, text) => writeFile(path, text),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

// A reader that has seen enough (head, less) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? Exit.ok : Exit.failed));

run(process.argv.slice(2), io).then(
  // not process.exit, which would cut off what is still being written to a pipe
  (code) => { if (code !== undefined) process.exitCode = code; },
  (error: unknown) => {
    io.err(`report-lens: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = Exit.failed;
  },
);
