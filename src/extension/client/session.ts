import * as vscode from 'vscode';
import {
  CloseAction, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, ErrorAction, type Middleware, RevealOutputChannelOn, State,
  TransportKind,
} from 'vscode-languageclient/node';
import { type AnalyzedParams, type ClientOptions, type DictionaryEntry, type DictionaryParams, type FailedParams, Methods, type StatusParams } from '../../protocol';
import type { OutlineModel } from '../outline/model';
import { foldsOf, symbolsOf } from '../outline/symbols';
import { REPORT_LANGUAGES } from '../reports/treatment';
import { CrashLog } from './crashes';
import { Gate } from './gate';
import { QuietClient, serverDied } from './quiet-client';
import { SERVER_PROCESS } from './server-process';

/** What the rest of the extension hears from the language server. */
export interface SessionEvents {
  analyzed(params: AnalyzedParams): void;
  failed(params: FailedParams): void;
  status(params: StatusParams): void;
  state(state: ServerState): void;
  /** the outline of a document as it is now, once it is there */
  outline(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<OutlineModel | undefined>;
  /** entries of the user's dictionaries, asked at every start */
  dictionary(): readonly DictionaryEntry[];
}

export type ServerState = 'starting' | 'running' | 'stopped';

/**
 * The language server and the connection to it. This module loads `vscode-languageclient` and is therefore itself loaded only when the
 * first report is there.
 */
export class Session {
  readonly #client: QuietClient;
  readonly #gate: Gate;
  readonly #log: vscode.LogOutputChannel;
  readonly #crashes = new CrashLog();

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, isReport: (uri: string) => boolean, events: SessionEvents) {
    this.#log = log;
    this.#gate = new Gate(isReport);
    const initializationOptions = (): ClientOptions => ({ locale: vscode.env.language, trustClient: true, dictionary: events.dictionary() });
    const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
    this.#client = new QuietClient('reportLens', 'Report Lens', { module, transport: TransportKind.ipc, options: { ...SERVER_PROCESS } }, {
      documentSelector: REPORT_LANGUAGES.map((language) => ({ language })),
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions,
      initializationFailedHandler: () => false,
      middleware: this.#middleware(events),
      errorHandler: {
        // what could not be written is what a dead process did not read: `closed` follows, and would not start a server again that was shut down
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#closed(),
      },
    });
    this.#client.onNotification(Methods.analyzed, (params: AnalyzedParams) => events.analyzed(params));
    this.#client.onNotification(Methods.failed, (params: FailedParams) => events.failed(params));
    this.#client.onNotification(Methods.status, (params: StatusParams) => events.status(params));
    this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.#gate.reset();
      events.state(newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped');
    });
  }

  /** Starts the server and sends it the reports that are open. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      if (serverDied(error)) return; // `closed` starts it again
      this.#log.error('the language server did not start', error);
      this.#offerRestart(vscode.l10n.t('The Report Lens language server could not be started.'));
    }
  }

  /** Ends the server and starts it again, also after it stayed down. */
  async restart(): Promise<void> {
    this.#crashes.clear();
    if (this.#client.isRunning()) await this.#client.stop().catch((error: unknown) => this.#log.warn('the language server did not stop in time', error));
    await this.start();
  }

  /** Ends the server for good. */
  async stop(): Promise<void> {
    await this.#client.dispose().catch(() => undefined);
  }

  /** Sends or withdraws a document that became a report, or stopped being one, while it was open. */
  async update(document: vscode.TextDocument, isReport: boolean): Promise<void> {
    if (!this.#client.isRunning()) return;
    const { code2ProtocolConverter: to } = this.#client;
    if (isReport) await this.#client.sendNotification(DidOpenTextDocumentNotification.type, to.asOpenTextDocumentParams(document));
    else await this.#client.sendNotification(DidCloseTextDocumentNotification.type, to.asCloseTextDocumentParams(document));
  }

  /** Tells the server the entries of the user's dictionaries; one that is not running hears of them when it starts. */
  async sendDictionary(entries: readonly DictionaryEntry[]): Promise<void> {
    if (this.#client.isRunning()) await this.#client.sendNotification(Methods.dictionary, { entries } satisfies DictionaryParams);
  }

  /** Asks the server; `null` where it is not running, does not hold the document, or fails. */
  async request<R>(method: string, params: object, token?: vscode.CancellationToken): Promise<R | null> {
    if (!this.#client.isRunning()) return null;
    try {
      return await this.#client.sendRequest<R | null>(method, params, token);
    } catch (error) {
      if (token?.isCancellationRequested !== true) this.#log.debug(`${method} failed`, error);
      return null;
    }
  }

  #middleware(events: SessionEvents): Middleware {
    const methodOf = (type: string | { method: string }): string => (typeof type === 'string' ? type : type.method);
    return {
      // without an answer VS Code marks the "word" at the cursor, which in Chinese plain text is the whole paragraph
      provideDocumentHighlights: async (document, position, token, next) => {
        const highlights = await next(document, position, token);
        if (highlights?.length || !this.#gate.holds(document.uri.toString())) return highlights;
        return [new vscode.DocumentHighlight(new vscode.Range(position, position))];
      },
      // what is here already is not asked for again, and not read again from a long message
      provideDocumentSymbols: async (document, token) => { const model = await events.outline(document, token); return model && symbolsOf(model, token); },
      provideFoldingRanges: async (document, _context, token) => { const model = await events.outline(document, token); return model && foldsOf(model); },
      sendRequest: (type, params, token, next) => (this.#gate.passesRequest(params) ? next(type, params, token) : Promise.resolve(null as never)),
      sendNotification: (type, next, params) => (this.#gate.passesNotification(methodOf(type), params) ? next(type, params) : Promise.resolve()),
    };
  }

  #closed(): { action: CloseAction; handled: true; message: string } {
    const { restart, tell } = this.#crashes.crashed(Date.now());
    if (!restart) {
      this.#offerRestart(vscode.l10n.t('The Report Lens language server crashed five times in three minutes and stays down.'));
      return { action: CloseAction.DoNotRestart, handled: true, message: 'The language server ended too often and stays down.' };
    }
    if (tell) void this.#tellOfCrash();
    return { action: CloseAction.Restart, handled: true, message: 'The language server ended unexpectedly and is started again.' };
  }

  async #tellOfCrash(): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const message = vscode.l10n.t('The Report Lens language server ended unexpectedly and was started again. Nothing in your file was changed.');
    if (await vscode.window.showWarningMessage(message, showLog) === showLog) this.#log.show();
  }

  #offerRestart(message: string): void {
    const restart = vscode.l10n.t('Restart'), showLog = vscode.l10n.t('Show Log');
    void vscode.window.showErrorMessage(message, restart, showLog).then(async (choice) => {
      if (choice === restart) await this.restart();
      else if (choice === showLog) this.#log.show();
    });
  }
}
