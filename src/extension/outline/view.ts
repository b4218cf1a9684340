import * as vscode from 'vscode';
import type { ActiveReport } from '../client/active';
import type { Reports } from '../client/reports';
import { ContextKey } from '../shared/context-key';
import { paced, throttle } from '../shared/schedule';
import { setting, setSetting } from '../shared/settings';
import { Expansion } from './expansion';
import type { OutlineModel } from './model';
import type { OutlineNode } from './node';
import { OutlineProvider } from './provider';
import type { News } from './rows';
import type { Shown } from './stretches';

/** Pause between a move of the cursor and that of the tree's selection. */
const FOLLOW_AFTER = 120;
/** The tree is refreshed again when so many times has passed what the last refresh cost, but within these bounds (milliseconds). */
const PATIENCE = 30, LEAST_PAUSE = 100, MOST_PAUSE = 2000;

/** The outline tree of the active report. */
export class OutlineView implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #active: ActiveReport;
  readonly #expansion = new Expansion();
  readonly #provider: OutlineProvider;
  readonly #tree: vscode.TreeView<Shown>;
  readonly #isEmpty = new ContextKey('reportLens.outline.empty');
  readonly #isFiltered = new ContextKey('reportLens.outline.filtered');
  readonly #follow = throttle(() => void this.#followCursor(), FOLLOW_AFTER);
  readonly #refresh = paced(() => this.#refreshNow(), () => Math.min(MOST_PAUSE, Math.max(LEAST_PAUSE, PATIENCE * this.#provider.spent)));
  readonly #subscriptions: { dispose(): unknown }[];
  /** what is new since the tree was refreshed last */
  #news = noNews();
  #uri = '';
  #filter = '';
  #label = { count: 0, message: '' };
  /** the node that was clicked, until the cursor leaves the place the click brought it to */
  #clicked: { node: OutlineNode; place: vscode.Position } | undefined;

  constructor(reports: Reports, active: ActiveReport) {
    this.#reports = reports;
    this.#active = active;
    this.#provider = new OutlineProvider(this.#expansion, (uri, key) => reports.outlineDetails(uri, key));
    this.#tree = vscode.window.createTreeView('reportLens.outline', { treeDataProvider: this.#provider, showCollapseAll: true });
    this.#subscriptions = [
      this.#tree, this.#follow, this.#refresh,
      reports.onDidChangeOutline(({ uri, update }) => { if (uri === active.uri) this.#note(update); }),
      active.onDidChange(() => this.#show()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { if (textEditor.document === active.document) this.#follow(); }),
      this.#tree.onDidExpandElement(({ element }) => this.#expanded(element, true)),
      this.#tree.onDidCollapseElement(({ element }) => this.#expanded(element, false)),
      this.#tree.onDidChangeVisibility(() => this.#follow()),
    ];
    this.#show();
  }

  /** The outline of the active report, if it is there. */
  get model(): OutlineModel | undefined {
    return this.#active.uri === undefined ? undefined : this.#reports.outline(this.#active.uri);
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
    this.#isFiltered.set(this.#filter !== '');
    this.#show();
  }

  /** Switches following the cursor on or off. */
  async setFollow(on: boolean): Promise<void> {
    await setSetting('outline.followCursor', on);
    if (on) this.#follow();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #note({ whole, levels, nodes }: News): void {
    const { model } = this, news = this.#news;
    news.whole ||= whole;
    for (const level of levels) news.levels.add(level);
    for (const node of nodes) news.nodes.add(node);
    this.#describe(model);
    if (news.whole || news.levels.size > 0 || news.nodes.size > 0) this.#refresh();
    else this.#follow();
  }

  #refreshNow(): void {
    const news = this.#news;
    this.#news = noNews();
    if (news.whole) this.#show();
    else this.#provider.update(news);
    this.#describe(this.model);
    this.#follow();
  }

  #expanded(row: Shown, expanded: boolean): void {
    if (this.#filter === '') this.#expansion.set(this.#uri, row, expanded);
  }

  #show(): void {
    this.#uri = this.#active.uri ?? '';
    this.#news = noNews();
    this.#provider.show(this.#uri, this.model, this.#filter);
    this.#describe(this.model);
    this.#follow();
  }

  /** What the view says about itself; told only when it changes. */
  #describe(model: OutlineModel | undefined): void {
    this.#isEmpty.set(model?.roots.length === 0);
    const count = model?.directiveCount ?? 0, { matches } = this.#provider.rows;
    const message = matches === undefined ? '' : matches === 0 ? vscode.l10n.t('Nothing contains “{0}”.', this.#filter) : vscode.l10n.t('{0} entries contain “{1}”.', matches, this.#filter);
    if (count !== this.#label.count) this.#tree.badge = count > 0 ? { value: count, tooltip: count === 1 ? vscode.l10n.t('1 directive') : vscode.l10n.t('{0} directives', count) } : undefined;
    if (message !== this.#label.message) this.#tree.message = message;
    this.#label = { count, message };
  }

  async #followCursor(): Promise<void> {
    const editor = this.#active.editor, { model } = this;
    if (!editor || !model || !this.#tree.visible || !setting('outline.followCursor')) return;
    const node = this.#nodeAt(editor.selection.active, model), row = node && this.#provider.rows.rowFor(node);
    if (!row || this.#tree.selection[0] === row) return;
    // a tree that was refreshed in the meantime no longer knows the row: the next move finds it again
    await Promise.resolve(this.#tree.reveal(row, { select: true, focus: false, expand: false })).catch(() => undefined);
  }

  #nodeAt(place: vscode.Position, model: OutlineModel): OutlineNode | undefined {
    if (this.#clicked?.place.isEqual(place) && this.#clicked.node.isThere) return this.#clicked.node;
    this.#clicked = undefined;
    return model.at(place);
  }
}

const noNews = (): News => ({ whole: false, levels: new Set(), nodes: new Set() });
