import * as vscode from 'vscode';
import { readsLikeReport } from '../../engine/detector';
import { debounce, type Scheduled } from '../shared/schedule';
import { Overrules } from './overrules';
import { HEAD_LENGTH, isTreatedAsReport, REPORT_LANGUAGES } from './treatment';

/** Pause in typing after which a text that is no report yet is tested again. */
const RETEST_AFTER = 400;

/**
 * Knows which open documents are treated as reports. A document once found to be a report stays one until it is closed or the user
 * says otherwise, so that nothing flickers while its head is being rewritten.
 */
export class ReportRegistry implements vscode.Disposable {
  readonly #treated = new Set<string>();
  readonly #retests = new Map<string, Scheduled>();
  readonly #overrules: Overrules;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: { dispose(): unknown }[];

  /** Fires when a document becomes a report, stops being one, or closes. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#overrules = new Overrules(memory);
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidOpenTextDocument((document) => this.#test(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#noticeEdit(event)),
    ];
  }

  /** Tests the documents that are open already. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.#test(document);
  }

  /** Whether `document` is treated as a report. */
  has(document: vscode.TextDocument): boolean {
    return this.hasUri(document.uri.toString());
  }

  /** Whether the open document of this URI is treated as a report. */
  hasUri(uri: string): boolean {
    return this.#treated.has(uri);
  }

  /** URIs of the open documents that are treated as reports. */
  uris(): string[] {
    return [...this.#treated];
  }

  /** Remembers the user's word for the document and acts on it. */
  async overrule(document: vscode.TextDocument, isReport: boolean): Promise<void> {
    await this.#overrules.set(document.uri.toString(), isReport);
    this.#decide(document, isReport && REPORT_LANGUAGES.includes(document.languageId));
  }

  dispose(): void {
    for (const retest of this.#retests.values()) retest.dispose();
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #test(document: vscode.TextDocument): void {
    const treated = isTreatedAsReport({
      languageId: document.languageId,
      overrule: this.#overrules.get(document.uri.toString()),
      readsLikeReport: () => readsLikeReport(headOf(document)).isReport,
    });
    if (treated) this.#decide(document, true);
  }

  #decide(document: vscode.TextDocument, isReport: boolean): void {
    if (document.isClosed || this.has(document) === isReport) return;
    if (isReport) this.#treated.add(document.uri.toString());
    else this.#treated.delete(document.uri.toString());
    this.#changed.fire(document);
  }

  #forget(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    this.#retests.get(uri)?.dispose();
    this.#retests.delete(uri);
    if (this.#treated.delete(uri)) this.#changed.fire(document);
  }

  #noticeEdit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (this.has(document) || !REPORT_LANGUAGES.includes(document.languageId)) return;
    if (!contentChanges.some((change) => change.rangeOffset < HEAD_LENGTH)) return;
    const uri = document.uri.toString();
    let retest = this.#retests.get(uri);
    if (!retest) {
      retest = debounce(() => { if (!document.isClosed) this.#test(document); }, RETEST_AFTER);
      this.#retests.set(uri, retest);
    }
    retest();
  }
}

function headOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(document.positionAt(0), document.positionAt(HEAD_LENGTH)));
}
