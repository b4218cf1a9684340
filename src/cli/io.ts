/** What a command sees of the world, so that a test can be the world. */
export interface Io {
  env: NodeJS.ProcessEnv;
  /** may standard output be coloured? */
  colour: boolean;
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  writeFile(path: string, text: string): Promise<void>;
  out(text: string): void;
  err(text: string): void;
}

/** A mistake in how the command was called: exit code 2. */
export class UsageError extends Error {}

/** Exit codes of the command line. */
export const Exit = { ok: 0, failed: 1, usage: 2 } as const;
