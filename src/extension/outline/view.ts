import * as vscode from 'vscode';
import type { ActiveReport } from '../client/active';
import type { Reports } from '../client/reports';
import { setting, setSetting } from '../shared/settings';
import { throttle } from '../shared/schedule';
import { Expansion } from './expansion';
import { OutlineModel, type OutlineNode, signatureOf } from './model';
import { OutlineProvider } from './provider';

/** Pause between a move of the cursor and that of the tree's selection. */
const FOLLOW_AFTER = 120;

/** The outline tree of the active report. */
export class OutlineView implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #active: ActiveReport;
  readonly #expansion = new Expansion();
  readonly #provider = new OutlineProvider(this.#expansion);
  readonly #tree: vscode.TreeView<OutlineNode>;
  readonly #follow = throttle(() => void this.#followCursor(), FOLLOW_AFTER);
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #models = new Map<string, OutlineModel>();
  #shown = { uri: '', signature: '' };
  #filter = '';
  /** the node that was clicked, until the cursor leaves the place the click brought it to */
  #clicked: { node: OutlineNode; place: vscode.Position } | undefined;

  constructor(reports: Reports, active: ActiveReport) {
    this.#reports = reports;
    this.#active = active;
    this.#tree = vscode.window.createTreeView('reportLens.outline', { treeDataProvider: this.#provider, showCollapseAll: true });
    this.#subscriptions = [
      this.#tree, this.#follow,
      reports.onDidChangeOutline((uri) => this.#outlineChanged(uri)),
      reports.registry.onDidChange((document) => { if (!reports.registry.has(document)) this.#models.delete(document.uri.toString()); }),
      active.onDidChange(() => this.#update()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { if (textEditor.document === active.document) this.#follow(); }),
      this.#tree.onDidExpandElement(({ element }) => this.#expanded(element, true)),
      this.#tree.onDidCollapseElement(({ element }) => this.#expanded(element, false)),
      this.#tree.onDidChangeVisibility(() => this.#follow()),
    ];
    this.#update();
  }

  /** The outline of the active report, if it is there. */
  get model(): OutlineModel | undefined {
    return this.#active.uri === undefined ? undefined : this.modelOf(this.#active.uri);
  }

  /** The outline of an open report, if it is there. */
  modelOf(uri: string): OutlineModel | undefined {
    const known = this.#models.get(uri);
    if (known) return known;
    const result = this.#reports.outline(uri);
    if (!result) return undefined;
    const model = new OutlineModel(result);
    this.#models.set(uri, model);
    return model;
  }

  /** Notes that a click brought the cursor to `place`, so that the tree keeps the clicked node selected. */
  clicked(node: OutlineNode, place: vscode.Position): void {
    this.#clicked = { node, place };
  }

  /** Asks for a text and shows only what contains it. */
  async filter(): Promise<void> {
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter the Outline'), value: this.#filter, placeHolder: vscode.l10n.t('Text, issuer or addressee; empty shows all'),
    });
    if (text !== undefined) this.setFilter(text);
  }

  /** Shows only what contains `text`; everything where it is empty. */
  setFilter(text: string): void {
    this.#filter = text.trim();
    void vscode.commands.executeCommand('setContext', 'reportLens.outline.filtered', this.#filter !== '');
    this.#update();
  }

  /** Switches following the cursor on or off. */
  async setFollow(on: boolean): Promise<void> {
    await setSetting('outline.followCursor', on);
    if (on) this.#follow();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #outlineChanged(uri: string): void {
    this.#models.delete(uri);
    if (uri === this.#active.uri) this.#update();
  }

  #expanded(node: OutlineNode, expanded: boolean): void {
    if (this.#filter === '') this.#expansion.set(this.#shown.uri, node, expanded);
  }

  #update(): void {
    const model = this.model, uri = this.#active.uri ?? '';
    const signature = model ? `${this.#filter}\n${signatureOf(model)}` : '';
    const refresh = uri !== this.#shown.uri || signature !== this.#shown.signature;
    this.#shown = { uri, signature };
    this.#provider.show(uri, model, this.#filter, refresh);
    void vscode.commands.executeCommand('setContext', 'reportLens.outline.empty', model?.roots.length === 0);
    this.#label(model);
    this.#follow();
  }

  #label(model: OutlineModel | undefined): void {
    const count = this.#active.uri === undefined ? 0 : this.#reports.outline(this.#active.uri)?.directiveCount ?? 0;
    this.#tree.badge = model && count > 0 ? { value: count, tooltip: count === 1 ? vscode.l10n.t('1 directive') : vscode.l10n.t('{0} directives', count) } : undefined;
    const { matches } = this.#provider;
    if (matches === undefined) this.#tree.message = '';
    else this.#tree.message = matches === 0 ? vscode.l10n.t('Nothing contains “{0}”.', this.#filter) : vscode.l10n.t('{0} entries contain “{1}”.', matches, this.#filter);
  }

  async #followCursor(): Promise<void> {
    const editor = this.#active.editor, model = this.model, uri = this.#active.uri;
    if (!editor || !model || uri === undefined || !this.#tree.visible || !setting('outline.followCursor')) return;
    const node = this.#nodeAt(editor.selection.active, model, uri);
    if (!node || !this.#provider.isShown(node) || this.#tree.selection[0] === node) return;
    // a tree that was refreshed in the meantime no longer knows the node: the next move finds it again
    await Promise.resolve(this.#tree.reveal(node, { select: true, focus: false, expand: false })).catch(() => undefined);
  }

  #nodeAt(place: vscode.Position, model: OutlineModel, uri: string): OutlineNode | undefined {
    const clicked = this.#clicked?.place.isEqual(place) ? model.get(this.#clicked.node.key) : undefined;
    if (clicked) return clicked;
    this.#clicked = undefined;
    const node = model.at(place);
    return node && this.#filter === '' ? this.#expansion.visible(uri, node) : node;
  }
}
