import { fork } from 'node:child_process';
import { within } from './clock';

/** Runs this program once more in a process of its own and gives back what it sends. An error tells of a crash or of running out of time. */
export async function inOwnProcess<T>(args: readonly string[], milliseconds: number): Promise<T> {
  const child = fork(process.argv[1]!, args, { execArgv: ['--expose-gc'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
  let result: { sent: T } | undefined;
  const ended = new Promise<T>((resolve, reject) => {
    child.on('message', (sent: T) => { result = { sent }; });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (result && code === 0) resolve(result.sent);
      else reject(new Error(`${args.join(' ')} ended with ${signal ?? `code ${code ?? '?'}`}`));
    });
  });
  try {
    return await within(milliseconds, args.join(' '), ended);
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

/** Does the work of a process that `inOwnProcess` started, sends what comes of it and ends the process; ends it also when nobody waits any more. */
export function serve(work: Promise<unknown>): void {
  process.on('disconnect', () => { process.exit(1); });
  work.then((result) => process.send?.(result, () => { process.exit(0); }), (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}

/** Tells on the error output what is being measured: the tables come when a part is done. */
export function progress(what: string): void {
  process.stderr.write(`  ${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
}
