import { PassThrough } from 'node:stream';
import {
  createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter, type InitializeParams, type ProtocolConnection,
} from 'vscode-languageserver/node';
import { startServer } from '../../../src/server/server';
import { Methods, type AnalyzedParams, type ClientOptions, type StatusParams } from '../../../src/protocol';

/** A language client over two streams in this process, with what the server told it. */
export interface TestClient {
  readonly analyzed: AnalyzedParams[];
  readonly status: StatusParams[];
  readonly log: string[];
  /** bytes that the server sent so far */
  received(): number;
  ask<T>(method: string, params: unknown): Promise<T>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, edits: unknown[]): Promise<void>;
  close(uri: string): Promise<void>;
  until(what: () => boolean): Promise<void>;
  connection: ProtocolConnection;
  stop(): Promise<void>;
}

export async function connect(options: Partial<ClientOptions> = { locale: 'en', trustClient: true }, capabilities: InitializeParams['capabilities'] = TREE): Promise<TestClient> {
  const up = new PassThrough(), down = new PassThrough();
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const analyzed: AnalyzedParams[] = [], status: StatusParams[] = [], log: string[] = [];
  connection.onNotification(Methods.analyzed, (p: AnalyzedParams) => { analyzed.push(p); });
  connection.onNotification(Methods.status, (p: StatusParams) => { status.push(p); });
  connection.onNotification('window/logMessage', (p: { message: string }) => { log.push(p.message); });
  let received = 0;
  down.on('data', (chunk: Buffer) => { received += chunk.length; });
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, initializationOptions: options });
  await connection.sendNotification('initialized', {});
  return {
    analyzed, status, log, connection, received: () => received,
    ask: (method, params) => connection.sendRequest(method, params),
    open: (uri, text, languageId = 'plaintext') => connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, contentChanges) => connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    until: async (what) => { while (!what()) await new Promise((r) => setTimeout(r, 5)); },
    stop: async () => { await connection.sendRequest('shutdown'); connection.dispose(); },
  };
}

const TREE: InitializeParams['capabilities'] = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, hover: { contentFormat: ['markdown'] } } };

/** An invented report of an inspection. */
export const REPORT = `陈立言在云岭县调研防汛备汛工作

5月12日，市委书记陈立言到云岭县调研防汛备汛工作。市领导周成、吴海参加。

陈立言强调，云岭县要坚持人民至上、生命至上，6月底前完成全部3座病险水库除险加固。

陈立言要求，一是压实防汛责任。各级各部门要严格落实包保责任制，加强值班值守。二是做好物资储备。要提前备足抢险物资，确保关键时刻用得上。三是强化宣传引导。要普及避险知识，提高群众自救能力。
`;
