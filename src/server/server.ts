import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  CodeActionKind, LSPErrorCodes, ResponseError, TextDocuments, TextDocumentSyncKind,
  type CancellationToken, type ClientCapabilities, type Connection, type InitializeParams, type InitializeResult,
} from 'vscode-languageserver/node';
import { localeFor, terminalLocale, useLocale } from '../node/l10n';
import type { Segmenter } from '../engine/lexicon/segmenter';
import { createStandInSegmenter } from '../engine/lexicon/stand-in';
import { Methods, type ClientOptions, type DictionaryParams } from '../protocol';
import { acceptsDocument } from './accepts';
import { readClientOptions, readEntries } from './client-options';
import { FIX_ALL } from './features/code-actions';
import { EntitySender } from './features/entities';
import { Problems } from './features/problems';
import { registerFeatures } from './features/register';
import { GiveBack } from './give-back';
import { createLexicon } from './lexicon';
import { OutlineSender } from './outline/sender';
import { ReportDocument } from './report-document';
import { ReportStore } from './report-store';
import { WarmUp } from './warm-up';

/** What the features are given. */
export interface Session {
  connection: Connection;
  store: ReportStore;
  outlines: OutlineSender;
  entities: EntitySender;
  /** cuts texts into words; loads a large dictionary with its first text, so only where a user asks for words */
  segmenter: () => Promise<Segmenter>;
  /** known once the client has said hello */
  client: () => ClientCapabilities;
  /** Runs a request in its own turn of the event loop, so that a cancellation that is already on its way is seen. */
  answer: <T>(token: CancellationToken, make: () => T | Promise<T>) => Promise<T | ResponseError<undefined>>;
}

/** Starts the language server on a connection and listens. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(ReportDocument), outlines = new OutlineSender(), entities = new EntitySender(), lexicon = createLexicon(connection), giveBack = new GiveBack(() => { lexicon.giveBack(); }), warmUp = new WarmUp(lexicon);
  let options: Partial<ClientOptions> = {}, client: ClientCapabilities = {};

  const problems = new Problems((params) => void connection.sendDiagnostics(params));
  const store = new ReportStore({
    lexicon,
    accepts: (document) => acceptsDocument(document, options.trustClient ?? false),
    analyzed: (params) => {
      void connection.sendNotification(Methods.analyzed, params);
      const view = params.stage === 'outline' ? store.outline(params.uri) : undefined;
      if (view) problems.outlined(view);
      if (params.stage === 'entities') warmUp.afterReport();
    },
    settled: (view) => problems.settled(view),
    failed: (error, params) => {
      connection.console.error(`analysis failed: ${describe(error)}`);
      void connection.sendNotification(Methods.failed, params);
    },
  });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    options = readClientOptions(params.initializationOptions);
    client = params.capabilities;
    const locale = options.locale ?? params.locale;
    useLocale(locale ? localeFor(locale) : terminalLocale(process.env));
    if (options.dictionary) store.useDictionary(options.dictionary);
    return { capabilities: CAPABILITIES, serverInfo: { name: 'report-lens' } };
  });
  connection.onShutdown(() => { store.dispose(); problems.dispose(); giveBack.dispose(); warmUp.dispose(); });
  connection.onNotification(Methods.dictionary, ({ entries }: DictionaryParams) => store.useDictionary(readEntries(entries)));
  documents.onDidChangeContent(({ document }) => { store.changed(document); warmUp.postpone(); });
  documents.onDidOpen(() => giveBack.opened());
  documents.onDidClose(({ document }) => {
    store.closed(document.uri);
    problems.forget(document.uri);
    outlines.forget(document.uri);
    entities.forget(document.uri);
    giveBack.closed(document.content.length, documents.keys().length > 0);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  registerFeatures({ connection, store, outlines, entities, segmenter: async () => (await lexicon()).segmenter ?? createStandInSegmenter(), client: () => client, answer });
  documents.listen(connection);
  connection.listen();
}

const CAPABILITIES: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  documentSymbolProvider: true, foldingRangeProvider: true, selectionRangeProvider: true, hoverProvider: true,
  referencesProvider: true, definitionProvider: true, documentHighlightProvider: true, workspaceSymbolProvider: true,
  completionProvider: { resolveProvider: true }, codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
};

async function answer<T>(token: CancellationToken, make: () => T | Promise<T>): Promise<T | ResponseError<undefined>> {
  const isCancelled = (): boolean => token.isCancellationRequested;
  await nextTurn();
  if (isCancelled()) return cancelled();
  // whoever takes a request back hears so at once, also while it waits for a long text
  const result = await Promise.race([make(), new Promise<ResponseError<undefined>>((resolve) => { token.onCancellationRequested(() => resolve(cancelled())); })]);
  return isCancelled() ? cancelled() : result;
}

function cancelled(): ResponseError<undefined> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
