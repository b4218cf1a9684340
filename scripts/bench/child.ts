import { fork, type ChildProcess } from 'node:child_process';

/** Time between asking a process to end and making it. */
const END_MS = 1_000;

/** Runs this program once more in a process of its own and gives back what it sends. An error tells of a crash or of running out of time. */
export async function inOwnProcess<T>(args: readonly string[], milliseconds: number): Promise<T> {
  const sent: T[] = [];
  await stream(args, milliseconds, (result) => { sent.push(result as T); });
  return sent[0]!;
}

/** The same for a process that sends several results; it is ended when none comes for so many milliseconds. */
export async function stream(args: readonly string[], milliseconds: number, onResult: (result: unknown) => void): Promise<void> {
  const child = fork(process.argv[1]!, args, { execArgv: ['--expose-gc'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' }), what = args.join(' ');
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => { reject(new Error(`${what}: not within ${Math.round(milliseconds / 1000)} s`)); }, milliseconds);
      };
      wait();
      child.on('message', (result: unknown) => { onResult(result); wait(); });
      child.on('error', reject);
      child.on('close', (code, signal) => { if (code === 0) resolve(); else reject(new Error(`${what} ended with ${signal ?? `code ${code ?? '?'}`}`)); });
    });
  } finally {
    clearTimeout(timer);
    end(child);
  }
}

/** Lets a process end by itself, with all that it started, and sees that it does. */
function end(child: ChildProcess): void {
  if (child.exitCode !== null) return;
  if (child.connected) child.disconnect();
  setTimeout(() => { child.kill('SIGKILL'); }, END_MS).unref();
}

/** Does the work of a process that `stream` started and ends it; ends it also when nobody waits any more. */
export function serve(work: (send: (result: unknown) => void) => Promise<void>): void {
  process.on('disconnect', () => { process.exit(1); });
  const sent: Promise<void>[] = [], send = (result: unknown): void => { sent.push(new Promise((resolve) => process.send?.(result, () => { resolve(); }))); };
  work(send).then(() => Promise.all(sent)).then(() => { process.exit(0); }, (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}

/** Tells on the error output what is being measured: the tables come when a part is done. */
export function progress(what: string): void {
  process.stderr.write(`  ${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
}
