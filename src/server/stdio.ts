import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './server';

/** Serves one client over standard input and output; the process ends with the client. */
export function serveStdio(): void {
  startServer(createConnection(process.stdin, process.stdout));
}
