import * as vscode from 'vscode';
import { REPORT_LANGUAGES } from '../reports/treatment';
import { ContextKey } from '../shared/context-key';
import type { Reports } from './reports';

/** The report that the views, the status item and the commands are about: the one in the active editor. */
export class ActiveReport implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #canTreat = new ContextKey('reportLens.canTreat');
  readonly #isReport = new ContextKey('reportLens.isReport');
  readonly #isDamaged = new ContextKey('reportLens.isDamaged');
  #document: vscode.TextDocument | undefined;

  /** Fires when another report, or none, is the active one. */
  readonly onDidChange = this.#changed.event;

  constructor(reports: Reports) {
    this.#reports = reports;
    this.#subscriptions = [
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#update()),
      vscode.workspace.onDidOpenTextDocument(() => this.#update()),
      reports.registry.onDidChange(() => this.#update()),
      reports.onDidChangeOutline(() => this.#tellDamage()),
    ];
    this.#update();
  }

  /** The active report, if there is one. */
  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  /** Its URI, as the stores use it. */
  get uri(): string | undefined {
    return this.#document?.uri.toString();
  }

  /** The editor that shows it; the active one where several do. */
  get editor(): vscode.TextEditor | undefined {
    const shows = (editor: vscode.TextEditor | undefined): boolean => this.#document !== undefined && editor?.document === this.#document;
    const active = vscode.window.activeTextEditor;
    return shows(active) ? active : vscode.window.visibleTextEditors.find(shows);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #update(): void {
    const active = vscode.window.activeTextEditor?.document;
    const canTreat = active !== undefined && REPORT_LANGUAGES.includes(active.languageId) && !this.#reports.registry.has(active);
    this.#canTreat.set(canTreat);
    const next = this.#next();
    if (next === this.#document) return;
    this.#document = next;
    this.#isReport.set(next !== undefined);
    this.#tellDamage();
    this.#changed.fire();
  }

  #tellDamage(): void {
    this.#isDamaged.set(this.uri !== undefined && (this.#reports.outline(this.uri)?.repairCount ?? 0) > 0);
  }

  /** An output channel or an input box with the focus does not take the report away; another file does. */
  #next(): vscode.TextDocument | undefined {
    const isReport = (document: vscode.TextDocument): boolean => this.#reports.registry.has(document);
    const active = vscode.window.activeTextEditor;
    if (active && isReport(active.document)) return active.document;
    if (active && vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText && active.document.uri.scheme !== 'output') return undefined;
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document).filter(isReport);
    return this.#document && visible.includes(this.#document) ? this.#document : visible[0];
  }
}
