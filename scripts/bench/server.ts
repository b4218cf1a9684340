import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { CancellationTokenSource, createProtocolConnection, IPCMessageReader, IPCMessageWriter, type ProtocolConnection, type Range } from 'vscode-languageserver/node';
import { SERVER_PROCESS } from '../../src/extension/client/server-process';
import { Methods, type AnalyzedParams, type ClientOptions } from '../../src/protocol';
import { pause, within } from './clock';
import { processorTime, queuedTime, residentSet } from './process-figures';

export type Stage = AnalyzedParams['stage'];
/** When a stage was there, on this process's clock in milliseconds. */
export interface Arrival { at: number }
export interface Change { range: Range; text: string }

const LIMIT_MS = 240_000;
/** Time in which the server does what is left to do after reports were read or closed: problems are told, it warms up, it gives memory back. */
const REST_MS = 3_000;
/** Time between asking for the end and forcing it. */
const END_MS = 2_000;

/** The built language server in a process of its own, spoken to as the extension does: over Node's channel between processes. */
export class Server {
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #arrived = new Map<string, Arrival>();
  readonly #waiting = new Map<string, ((arrival: Arrival) => void)[]>();
  #received = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.pid = child.pid!;
    this.#connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    this.#connection.onNotification(Methods.analyzed, ({ uri, version, stage }: AnalyzedParams) => { this.#arrive(key(uri, version, stage), { at: performance.now() }); });
    this.#connection.listen();
    process.once('exit', () => child.kill('SIGKILL'));
  }

  /** Starts a server; `nodeOptions` are for its Node. */
  static async start(root: string, nodeOptions: readonly string[] = []): Promise<Server> {
    const child = fork(path.join(root, 'dist/server.js'), ['--node-ipc', `--clientProcessId=${process.pid}`], { execArgv: [...SERVER_PROCESS.execArgv, ...nodeOptions], env: { ...process.env, ...SERVER_PROCESS.env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const server = new Server(child), initializationOptions: ClientOptions = { locale: 'en', trustClient: true };
    const capabilities = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, hover: { contentFormat: ['markdown' as const] } } };
    await server.#connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, initializationOptions });
    await server.#connection.sendNotification('initialized', {});
    return server;
  }

  /** From now on counts what comes back; costs time, so not where the clock is read. */
  countBytes(): void {
    this.#child.on('message', (message) => { this.#received += Buffer.byteLength(JSON.stringify(message)); });
  }

  /** Bytes of all messages received since `countBytes`. */
  get received(): number { return this.#received; }

  /** Processor time so far, in milliseconds. */
  get processorTime(): number { return processorTime(this.pid); }

  /** Time that the server and this process were kept from running by others on the machine, in milliseconds. */
  get queuedTime(): number { return queuedTime(this.pid) + queuedTime(process.pid); }

  /** Resident set in megabytes. */
  get residentSet(): number { return residentSet(this.pid); }

  async open(uri: string, text: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
  }

  async change(uri: string, version: number, contentChanges: readonly Change[]): Promise<void> {
    await this.#connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Asks about a document; `params` beside it. */
  async ask<T>(method: string, uri: string, params: object = {}, limit = LIMIT_MS): Promise<T> {
    return within(limit, method, this.#connection.sendRequest<T>(method, { textDocument: { uri }, ...params }));
  }

  /** Asks, takes it back after so many milliseconds, and tells when the answer came: milliseconds after that, and whether it says "cancelled". */
  async askAndCancel(method: string, uri: string, params: object, after: number): Promise<{ milliseconds: number; cancelled: boolean }> {
    const source = new CancellationTokenSource(), answer = this.#connection.sendRequest(method, { textDocument: { uri }, ...params }, source.token);
    let from = performance.now() + after;
    setTimeout(() => { from = performance.now(); source.cancel(); }, after);
    const cancelled = await within(LIMIT_MS, `the end of ${method}`, answer.then(() => false, () => true));
    return { milliseconds: performance.now() - from, cancelled };
  }

  /** When a stage of a version was announced, or is. */
  async analyzed(uri: string, version: number, stage: Stage): Promise<Arrival> {
    const id = key(uri, version, stage), known = this.#arrived.get(id);
    if (known) return known;
    return within(LIMIT_MS, `${stage} of version ${version} of ${uri}`, new Promise<Arrival>((resolve) => { this.#waiting.set(id, [...this.#waiting.get(id) ?? [], resolve]); }));
  }

  /** Opens a document and waits for all of its analysis. */
  async read(uri: string, text: string): Promise<void> {
    await this.open(uri, text);
    await this.analyzed(uri, 1, 'entities');
  }

  /** Waits until nothing is left to do that would be taken for a part of the next answer. */
  rest(): Promise<void> { return pause(REST_MS); }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => { this.#child.on('exit', resolve); });
    const forced = setTimeout(() => { this.#child.kill('SIGKILL'); }, END_MS);
    await this.#connection.sendRequest('shutdown').then(() => this.#connection.sendNotification('exit')).catch(() => undefined);
    await ended;
    clearTimeout(forced);
    this.#connection.dispose();
  }

  /** Sends a signal that a module loaded with `nodeOptions` waits for. */
  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  #arrive(id: string, arrival: Arrival): void {
    this.#arrived.set(id, arrival);
    for (const resolve of this.#waiting.get(id) ?? []) resolve(arrival);
    this.#waiting.delete(id);
  }
}

const key = (uri: string, version: number, stage: Stage): string => `${stage} ${version} ${uri}`;
