// Runs inside the extension host in place of tests: does there what the benchmark asks for over a socket, one JSON line a command and an answer.
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import { languageServers } from '../../../test/processes';
import { measureBlocks, memoryOfHost } from './host-measure';
import { editAlong } from './host-editing';

const EXTENSION = 'report-lens.report-lens';

/** Commands by name; each answers with what can be sent as JSON. */
const COMMANDS: Readonly<Record<string, (...args: string[]) => Promise<unknown>>> = {
  /** activates the extension while nothing is open, and tells what that cost */
  activate: () => measureBlocks(async () => { await vscode.extensions.getExtension(EXTENSION)?.activate(); }),
  /** the same for nothing at all: what the host does by itself meanwhile */
  idle: () => measureBlocks(() => Promise.resolve()),
  /** opens a file and answers with the time when it was asked to, in milliseconds since 1970 */
  open: (file = '') => open(file),
  'open-measured': (file = '') => measureBlocks(async () => { await open(file); }),
  edit: () => measureBlocks(editAlong),
  'close-all': async () => { await vscode.commands.executeCommand('workbench.action.closeAllEditors'); },
  revert: async () => { await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'); },
  memory: memoryOfHost,
  servers: () => Promise.resolve(languageServers(process.pid)),
};

async function open(file: string): Promise<number> {
  const at = performance.timeOrigin + performance.now(), uri = vscode.Uri.file(file);
  // as a click in the explorer does: the document closes with its editor
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return at;
}

/** What VS Code calls. Ends when the benchmark closes the socket. */
export async function run(): Promise<void> {
  const socket = createConnection(Number(process.env['BENCH_PORT']), '127.0.0.1');
  for await (const line of createInterface({ input: socket })) {
    const { command, args } = JSON.parse(line) as { command: string; args: string[] };
    const answer = await (COMMANDS[command]?.(...args) ?? Promise.reject(new Error(`unknown command ${command}`)))
      .then((result) => ({ result: result ?? null }), (error: unknown) => ({ error: String(error) }));
    socket.write(`${JSON.stringify(answer)}\n`);
  }
}
