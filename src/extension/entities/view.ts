import * as vscode from 'vscode';
import type { ActiveReport } from '../client/active';
import type { Reports } from '../client/reports';
import { throttle } from '../shared/schedule';
import type { Node } from './model';
import { EntitiesProvider } from './provider';

/** While somebody types, the tree of entities is drawn anew at most this often (milliseconds). */
const REFRESH_EVERY = 500;

/** The tree of entities of the active report. It asks the server only while it is seen. */
export class EntitiesView implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #active: ActiveReport;
  readonly #provider = new EntitiesProvider();
  readonly #tree: vscode.TreeView<Node>;
  readonly #fetch = throttle(() => void this.#fetchNow(), REFRESH_EVERY);
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #stale = new Set<string>();

  constructor(reports: Reports, active: ActiveReport) {
    this.#reports = reports;
    this.#active = active;
    this.#tree = vscode.window.createTreeView('reportLens.entities', { treeDataProvider: this.#provider, showCollapseAll: true });
    this.#subscriptions = [
      this.#tree, this.#fetch,
      active.onDidChange(() => this.#showActive()),
      reports.onEntitiesReady((uri) => { this.#stale.add(uri); if (uri === active.uri) this.#fetch(); }),
      reports.onDidChangeEntities((uri) => { if (uri === active.uri) this.#show(); }),
      this.#tree.onDidChangeVisibility(() => this.#fetch()),
    ];
    this.#show();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #showActive(): void {
    this.#show();
    this.#fetch();
  }

  #show(): void {
    const { document, uri } = this.#active;
    const result = uri === undefined ? undefined : this.#reports.entities(uri);
    this.#provider.show(document, result);
    void vscode.commands.executeCommand('setContext', 'reportLens.entities.empty', result !== undefined && this.#provider.count === 0);
  }

  async #fetchNow(): Promise<void> {
    const { uri } = this.#active;
    if (uri === undefined || !this.#tree.visible) return;
    if (this.#reports.entities(uri) && !this.#stale.has(uri)) return;
    this.#stale.delete(uri);
    await vscode.window.withProgress({ location: { viewId: 'reportLens.entities' } }, () => this.#reports.fetchEntities(uri));
  }
}
