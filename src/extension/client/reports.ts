import * as vscode from 'vscode';
import {
  type AnalyzedParams, type ContentResult, type DictionaryEntry, type EntitiesResult, type EntityAtResult, type EntityMentionsResult, type ExportFormat, type FailedParams, type MentionsResult, Methods, type OutlineDetails, type OutlineResult, type Range,
  type RepairEditsResult, type Script, type StatusParams,
} from '../../protocol';
import { EntityModel, type EntityUpdate } from '../entities/model';
import { OutlineModel, type OutlineUpdate } from '../outline/model';
import type { ReportRegistry } from '../reports/registry';
import { ContextKey } from '../shared/context-key';
import { letOthersIn, Turns } from '../shared/turns';
import { Latest } from './latest';
import type { ServerState, Session } from './session';

/** Nodes that one answer holds: no message takes long to read. */
const MOST_NODES = 1000;

/** A document with what is new in it. */
export interface Change<T> { readonly uri: string; readonly update: T }

/**
 * The open reports and what the language server says of them: the one thing every surface reads. Holds the newest outline and
 * entities per document, also while a crashed server is on its way back.
 */
export class Reports implements vscode.Disposable {
  readonly registry: ReportRegistry;
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #outlines: Latest<{ model: OutlineModel; update: OutlineUpdate }>;
  readonly #entities: Latest<{ model: EntityModel; update: EntityUpdate }>;
  readonly #outlineChanged = new vscode.EventEmitter<Change<OutlineUpdate>>();
  readonly #entitiesChanged = new vscode.EventEmitter<Change<EntityUpdate>>();
  readonly #entitiesReady = new vscode.EventEmitter<string>();
  readonly #stateChanged = new vscode.EventEmitter<void>();
  readonly #subscriptions: { dispose(): unknown }[];
  #session: Promise<Session> | undefined;
  #state: ServerState | undefined;
  #status: StatusParams | undefined;
  #dictionary: readonly DictionaryEntry[] = [];
  readonly #failed = new Set<string>();
  readonly #isActive = new ContextKey('reportLens.active');
  readonly #turns = new Turns();

  /** Fires when the outline of a document is new. */
  readonly onDidChangeOutline = this.#outlineChanged.event;
  /** Fires when the entities of a document were fetched anew. */
  readonly onDidChangeEntities = this.#entitiesChanged.event;
  /** Fires with the URI of a document whose entities can be asked for anew. */
  readonly onEntitiesReady = this.#entitiesReady.event;
  /** Fires when the server starts, stops, or says what it works with. */
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, registry: ReportRegistry) {
    this.registry = registry;
    this.#context = context;
    this.#log = log;
    this.#outlines = new Latest((uri) => this.#askOutline(uri), (uri, { model, update }) => {
      this.#outlineChanged.fire({ uri, update });
      if (model.hasMore) void this.#outlines.refresh(uri);
    });
    this.#entities = new Latest((uri) => this.#askEntities(uri), (uri, { update }) => this.#entitiesChanged.fire({ uri, update }));
    this.#subscriptions = [
      this.#outlineChanged, this.#entitiesChanged, this.#entitiesReady, this.#stateChanged,
      registry.onDidChange((document) => this.#reportChanged(document)),
    ];
  }

  /** What the server does; `undefined` before the first report. */
  get state(): ServerState | undefined {
    return this.#state;
  }

  /** What the server works with, once it said so. */
  get status(): StatusParams | undefined {
    return this.#status;
  }

  /** Whether the server could not read the report as it is now. */
  failed(uri: string): boolean {
    return this.#failed.has(uri);
  }

  /** The newest outline of a report, if there is one yet. */
  outline(uri: string): OutlineModel | undefined {
    return this.#outlines.get(uri)?.model;
  }

  /** The entities that were fetched last, if any were. */
  entities(uri: string): EntityModel | undefined {
    return this.#entities.get(uri)?.model;
  }

  /** Fetches the entities; {@link onDidChangeEntities} fires when they are there. */
  async fetchEntities(uri: string): Promise<void> {
    await this.#entities.refresh(uri);
  }

  /** What a tooltip says of a node of the outline. */
  async outlineDetails(uri: string, id: string): Promise<OutlineDetails | null> {
    return await this.#ask(Methods.outlineDetails, uri, { id });
  }

  /** Where an entity is mentioned, or `null` when the server cannot say. */
  async entityMentions(uri: string, id: string): Promise<EntityMentionsResult | null> {
    return await this.#ask(Methods.entityMentions, uri, { id });
  }

  /** What is mentioned at a place, or `null` where nothing is. */
  async entityAt(uri: string, range: Range): Promise<EntityAtResult | null> {
    return await this.#ask(Methods.entityAt, uri, { range });
  }

  /** Mentions in a part of the document. */
  async mentions(uri: string, ranges: Range[], token: vscode.CancellationToken): Promise<MentionsResult | null> {
    return await this.#ask(Methods.mentions, uri, { ranges }, token);
  }

  /** A part of the document as it is read, its damage repaired, or `null` when the server cannot say. */
  async readText(uri: string, range: Range): Promise<string | null> {
    const result = await this.#ask<ContentResult>(Methods.readText, uri, { range });
    return result?.content ?? null;
  }

  /** The ledger of directives in a format, or `null` when the server cannot say. */
  async exportDirectives(uri: string, format: ExportFormat): Promise<string | null> {
    const result = await this.#ask<ContentResult>(Methods.exportDirectives, uri, { format });
    return result?.content ?? null;
  }

  /** The outline as a Markdown list, or `null` when the server cannot say. */
  async outlineMarkdown(uri: string): Promise<string | null> {
    const result = await this.#ask<ContentResult>(Methods.outlineMarkdown, uri);
    return result?.content ?? null;
  }

  /** The words and names that the text uses most, as a Markdown table, or `null` when the server cannot say. */
  async frequentWords(uri: string): Promise<string | null> {
    const result = await this.#ask<ContentResult>(Methods.frequentWords, uri);
    return result?.content ?? null;
  }

  /** The text with every certain repair, in a script and punctuation, or `null` when the server cannot say. */
  async repairedText(uri: string, script: Script, fullWidth: boolean): Promise<string | null> {
    const result = await this.#ask<ContentResult>(Methods.repairedText, uri, { script, fullWidth });
    return result?.content ?? null;
  }

  /** The edits that repair the text, or `null` when the server cannot say. */
  async repairEdits(uri: string): Promise<RepairEditsResult | null> {
    return this.#ask<RepairEditsResult>(Methods.repairEdits, uri);
  }

  /** Gives the server the entries of the user's dictionaries. */
  async useDictionary(entries: readonly DictionaryEntry[]): Promise<void> {
    if (entries.length === 0 && this.#dictionary.length === 0) return;
    this.#dictionary = entries;
    const session = await this.#session;
    await session?.sendDictionary(entries);
  }

  /** Ends the server, if it runs, and starts it. */
  async restart(): Promise<void> {
    if (this.#session) await (await this.#session).restart();
    else await this.#start();
  }

  /** Ends the server for good. */
  async stop(): Promise<void> {
    const session = await this.#session;
    await session?.stop();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #reportChanged(document: vscode.TextDocument): void {
    const isReport = this.registry.has(document);
    if (!isReport) {
      this.#outlines.delete(document.uri.toString());
      this.#entities.delete(document.uri.toString());
      this.#failed.delete(document.uri.toString());
    }
    if (!this.#session) {
      if (isReport) void this.#start();
      return;
    }
    if (document.isClosed) return;
    void this.#session.then((session) => session.update(document, this.registry.has(document)));
  }

  #start(): Promise<Session> {
    this.#session ??= this.#load();
    return this.#session;
  }

  /** The client library is evaluated here and not before: opening a text that is no report costs nothing. */
  async #load(): Promise<Session> {
    const { Session: SessionClass } = await import('./session');
    const session = new SessionClass(this.#context, this.#log, (uri) => this.registry.hasUri(uri), {
      analyzed: (params) => this.#analyzed(params),
      failed: (params) => this.#noteFailure(params),
      status: (params) => this.#noteStatus(params),
      state: (state) => this.#noteState(state),
      outline: (document, token) => this.#currentOutline(document, token),
      dictionary: () => this.#dictionary,
    });
    void session.start();
    return session;
  }

  #analyzed({ uri, stage }: AnalyzedParams): void {
    const key = vscode.Uri.parse(uri).toString();
    if (!this.registry.hasUri(key)) return;
    this.#failed.delete(key);
    if (stage === 'outline') void this.#outlines.refresh(key);
    else this.#entitiesReady.fire(key);
  }

  #noteFailure({ uri }: FailedParams): void {
    const key = vscode.Uri.parse(uri).toString();
    if (!this.registry.hasUri(key)) return;
    this.#failed.add(key);
    this.#stateChanged.fire();
  }

  #noteStatus(status: StatusParams): void {
    this.#status = status;
    if (status.degraded) this.#log.warn(`segmenter "${status.segmenter}" stands in: ${status.reason ?? ''}`);
    else this.#log.info(`segmenter "${status.segmenter}"`);
    this.#stateChanged.fire();
  }

  #noteState(state: ServerState): void {
    if (state === 'starting') this.#failed.clear();
    this.#state = state;
    this.#isActive.set(true);
    this.#stateChanged.fire();
  }

  /** The outline of a report once it is that of the text as it is; nothing if that does not come. */
  #currentOutline(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<OutlineModel | undefined> {
    const uri = document.uri.toString(), { version } = document;
    const isOver = (): boolean => token.isCancellationRequested || !this.registry.hasUri(uri) || this.#failed.has(uri) || this.#state === 'stopped' || document.version !== version;
    const current = (): OutlineModel | undefined => { const model = this.outline(uri); return model?.version === version && !model.hasMore ? model : undefined; };
    return new Promise((resolve) => {
      const subscriptions: vscode.Disposable[] = [], look = (): void => {
        const model = current();
        if (!model && !isOver()) return;
        vscode.Disposable.from(...subscriptions).dispose();
        // several ask for it, and each makes much of it: one after the other
        void this.#turns.next().then(() => resolve(current()));
      };
      subscriptions.push(this.onDidChangeOutline(look), this.onDidChangeState(look), this.registry.onDidChange(look), token.onCancellationRequested(look), vscode.workspace.onDidChangeTextDocument((event) => { if (event.document === document) look(); }));
      look();
    });
  }

  /** Asks for what is new in an outline, and changes what is known of it. */
  async #askOutline(uri: string): Promise<{ model: OutlineModel; update: OutlineUpdate } | null> {
    const model = this.outline(uri) ?? new OutlineModel(), { stamp: since } = model;
    const result = await this.#ask<OutlineResult>(Methods.outline, uri, { most: MOST_NODES, ...(since !== undefined && { since }) });
    await letOthersIn();
    return result && { model, update: model.apply(result) };
  }

  async #askEntities(uri: string): Promise<{ model: EntityModel; update: EntityUpdate } | null> {
    const model = this.entities(uri) ?? new EntityModel(), { stamp: since } = model;
    const result = await this.#ask<EntitiesResult>(Methods.entities, uri, since === undefined ? {} : { since });
    await letOthersIn();
    return result && { model, update: model.apply(result) };
  }

  async #ask<R>(method: string, uri: string, more: object = {}, token?: vscode.CancellationToken): Promise<R | null> {
    const session = await this.#session;
    return await session?.request<R>(method, { textDocument: { uri }, ...more }, token) ?? null;
  }
}
