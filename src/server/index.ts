import '../node/v8-flags';
import { createConnection } from 'vscode-languageserver/node';
import { standBehindEditor } from '../node/thread-priority';
import { startServer } from './server';

// The program of the language server's own process: `--node-ipc` or `--stdio` says how it is spoken to.
standBehindEditor();
startServer(createConnection());
