import * as vscode from 'vscode';
import type { ActiveReport } from '../client/active';
import type { Reports } from '../client/reports';
import { ContextKey } from '../shared/context-key';
import { throttle } from '../shared/schedule';
import { EntitiesProvider } from './provider';
import type { Node } from './tree';

/** While somebody types, the tree of entities is drawn anew at most this often (milliseconds). */
const REFRESH_EVERY = 500;

/** The tree of entities of the active report. It asks the server only while it is seen. */
export class EntitiesView implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #active: ActiveReport;
  readonly #provider: EntitiesProvider;
  readonly #tree: vscode.TreeView<Node>;
  readonly #isEmpty = new ContextKey('reportLens.entities.empty');
  readonly #fetch = throttle(() => void this.#fetchNow(), REFRESH_EVERY);
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #stale = new Set<string>();

  constructor(reports: Reports, active: ActiveReport) {
    this.#reports = reports;
    this.#active = active;
    this.#provider = new EntitiesProvider(reports);
    this.#tree = vscode.window.createTreeView('reportLens.entities', { treeDataProvider: this.#provider, showCollapseAll: true });
    this.#subscriptions = [
      this.#tree, this.#fetch,
      active.onDidChange(() => this.#showActive()),
      reports.onEntitiesReady((uri) => { this.#stale.add(uri); if (uri === active.uri) this.#fetch(); }),
      reports.onDidChangeEntities(({ uri, update }) => { if (uri === active.uri) { this.#provider.update(update); this.#tellEmpty(); } }),
      this.#tree.onDidChangeVisibility(() => this.#fetch()),
      this.#tree.onDidExpandElement(({ element }) => this.#provider.setOpen(element, true)),
      this.#tree.onDidCollapseElement(({ element }) => this.#provider.setOpen(element, false)),
    ];
    this.#showActive();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #showActive(): void {
    this.#provider.show(this.#active.document);
    this.#tellEmpty();
    this.#fetch();
  }

  #tellEmpty(): void {
    const { uri } = this.#active;
    this.#isEmpty.set(uri !== undefined && this.#reports.entities(uri)?.isEmpty === true);
  }

  async #fetchNow(): Promise<void> {
    const { uri } = this.#active;
    if (uri === undefined || !this.#tree.visible) return;
    if (this.#reports.entities(uri) && !this.#stale.has(uri)) return;
    this.#stale.delete(uri);
    await vscode.window.withProgress({ location: { viewId: 'reportLens.entities' } }, () => this.#reports.fetchEntities(uri));
  }
}
