import * as vscode from 'vscode';
import type { OutlineDetails } from '../../protocol';
import { shorten } from '../shared/text';
import { Turns } from '../shared/turns';
import { descriptionOf, forceName, kindName } from './describe';
import type { Expansion } from './expansion';
import { highlightsIn } from './filter';
import { iconOf } from './icons';
import type { OutlineModel } from './model';
import { labelOf, OutlineNode, shortLabelOf } from './node';
import { type News, OutlineRows } from './rows';
import { Stretch, type Shown } from './stretches';
import { tooltipMarkdown } from './tooltip';

/** Characters that the first and the last node of a stretch are called by. */
const MOST_NAME = 18;

/** Asks for what the tooltip of a node says. */
export type AskDetails = (uri: string, key: string) => Promise<OutlineDetails | null>;

/** Gives the outline of one document to the tree. */
export class OutlineProvider implements vscode.TreeDataProvider<Shown> {
  readonly #changed = new vscode.EventEmitter<Shown[] | undefined>();
  readonly #expansion: Expansion;
  readonly #askDetails: AskDetails;
  readonly #turns = new Turns();
  readonly onDidChangeTreeData = this.#changed.event;
  #rows: OutlineRows;
  #spent = 0;

  constructor(expansion: Expansion, askDetails: AskDetails) {
    this.#expansion = expansion;
    this.#askDetails = askDetails;
    this.#rows = new OutlineRows('', undefined, '', expansion);
  }

  /** Milliseconds spent on rows since the tree was refreshed last. */
  get spent(): number { return this.#spent; }

  get rows(): OutlineRows { return this.#rows; }

  /** Shows an outline, or the part of it that `filter` leaves. */
  show(uri: string, model: OutlineModel | undefined, filter: string): void {
    this.#rows = new OutlineRows(uri, model, filter, this.#expansion);
    this.#fire(undefined);
  }

  /** Shows what is new in the outline. */
  update(news: News): void {
    const { uri, model, filter } = this.#rows, changed = this.#rows.update(news);
    if (changed === 'all' && (news.whole || filter !== '')) this.show(uri, model, filter);
    else if (changed === 'all') this.#fire(undefined);
    else if (changed.length > 0) this.#fire([...changed]);
  }

  async getChildren(row?: Shown): Promise<Shown[]> {
    await this.#turns.next();
    return this.#timed(() => [...this.#rows.below(row)]);
  }

  getParent(row: Shown): Shown | undefined {
    return this.#rows.above(row);
  }

  getTreeItem(row: Shown): vscode.TreeItem {
    return this.#timed(() => {
      const item = row instanceof Stretch ? this.#stretchItem(row) : this.#nodeItem(row), { uri, filter } = this.#rows;
      // the filter is part of the id: a tree opens a known id only by hand, and what matches must be seen
      item.id = `${uri}#${row.key}#${filter}`;
      return item;
    });
  }

  async resolveTreeItem(item: vscode.TreeItem, row: Shown): Promise<vscode.TreeItem> {
    if (row instanceof OutlineNode) item.tooltip = new vscode.MarkdownString(tooltipMarkdown(row.head, await this.#askDetails(this.#rows.uri, row.key), vscode.l10n.t));
    return item;
  }

  #fire(rows: Shown[] | undefined): void {
    this.#spent = 0;
    this.#changed.fire(rows);
  }

  #timed<T>(work: () => T): T {
    const from = performance.now(), result = work();
    this.#spent += performance.now() - from;
    return result;
  }

  #nodeItem(node: OutlineNode): vscode.TreeItem {
    const { head } = node, { uri, filter } = this.#rows, full = labelOf(head), description = descriptionOf(node, vscode.l10n.t);
    // a match may stand in the part that would be cut off
    const label = filter === '' ? shortLabelOf(head) : full;
    const item = new vscode.TreeItem({ label, highlights: highlightsIn(label, filter) }, this.#stateOf(node));
    item.description = description;
    item.iconPath = iconOf(head);
    item.contextValue = head.directive ? 'directive' : head.kind;
    item.command = { command: 'reportLens.revealNode', title: vscode.l10n.t('Go to Text'), arguments: [uri, node] };
    item.accessibilityInformation = { label: spokenLabel(node, full, description) };
    return item;
  }

  #stretchItem(stretch: Stretch): vscode.TreeItem {
    const { nodes } = stretch, nameOf = (node: OutlineNode | undefined): string => (node ? shorten(shortLabelOf(node.head), MOST_NAME) : ''), first = nameOf(nodes[0]), last = nameOf(nodes.at(-1));
    const item = new vscode.TreeItem(`${first} – ${last}`, this.#stateOf(stretch));
    item.description = String(nodes.length);
    item.iconPath = new vscode.ThemeIcon('ellipsis');
    item.contextValue = 'stretch';
    item.accessibilityInformation = { label: vscode.l10n.t('{0} entries, from {1} to {2}', nodes.length, first, last) };
    return item;
  }

  #stateOf(row: Shown): vscode.TreeItemCollapsibleState {
    const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    if (!this.#rows.isInner(row)) return None;
    return this.#rows.isExpanded(row) ? Expanded : Collapsed;
  }
}

function spokenLabel({ head }: OutlineNode, label: string, description: string): string {
  const force = head.directive && forceName(head.directive.force, vscode.l10n.t);
  return [kindName(head.kind, vscode.l10n.t), force, label, description.replace('→', vscode.l10n.t('to'))].filter((part) => part !== undefined && part !== '').join(', ');
}
