import * as vscode from 'vscode';
import { iconOf } from './icons';
import { descriptionOf, forceName, kindName } from './describe';
import type { Expansion } from './expansion';
import { type FilteredOutline, filterOutline, highlightsIn } from './filter';
import { labelOf, type OutlineModel, type OutlineNode } from './model';
import { shortLabel } from './short-label';
import { tooltipMarkdown } from './tooltip';

/** Gives the outline of one document to the tree. */
export class OutlineProvider implements vscode.TreeDataProvider<OutlineNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #expansion: Expansion;
  readonly onDidChangeTreeData = this.#changed.event;
  #uri = '';
  #model: OutlineModel | undefined;
  #filter = '';
  #filtered: FilteredOutline | undefined;

  constructor(expansion: Expansion) {
    this.#expansion = expansion;
  }

  /** Shows an outline, or the part of it that `filter` leaves; `refresh` says whether the tree has to be drawn anew. */
  show(uri: string, model: OutlineModel | undefined, filter: string, refresh: boolean): void {
    this.#uri = uri;
    this.#model = model;
    this.#filter = filter;
    this.#filtered = model && filter !== '' ? filterOutline(model, filter) : undefined;
    if (refresh) this.#changed.fire();
  }

  /** Nodes that match the filter; `undefined` where there is none. */
  get matches(): number | undefined {
    return this.#filtered?.matching.size;
  }

  /** Whether the filter leaves the node in the tree. */
  isShown(node: OutlineNode): boolean {
    return this.#filtered?.shown.has(node) ?? true;
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    return (node ? node.children : this.#model?.roots ?? []).filter((child) => this.isShown(child));
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const full = labelOf(node.item), description = descriptionOf(node, vscode.l10n.t);
    // a match may stand in the part that would be cut off
    const label = this.#filter === '' && node.item.directive ? shortLabel(full) : full;
    const item = new vscode.TreeItem({ label, highlights: highlightsIn(label, this.#filter) }, this.#stateOf(node));
    // the filter is part of the id: a tree opens a known id only by hand, and what matches must be seen
    item.id = `${this.#uri}#${node.key}#${this.#filter}`;
    item.description = description;
    item.iconPath = iconOf(node.item);
    item.contextValue = node.item.directive ? 'directive' : node.item.kind;
    item.command = { command: 'reportLens.revealNode', title: vscode.l10n.t('Go to Text'), arguments: [this.#uri, node.key] };
    item.accessibilityInformation = { label: spokenLabel(node, full, description) };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): vscode.TreeItem {
    item.tooltip = new vscode.MarkdownString(tooltipMarkdown(node.item, vscode.l10n.t));
    return item;
  }

  #stateOf(node: OutlineNode): vscode.TreeItemCollapsibleState {
    if (this.getChildren(node).length === 0) return vscode.TreeItemCollapsibleState.None;
    const expanded = this.#filter !== '' || this.#expansion.isExpanded(this.#uri, node);
    return expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  }
}

function spokenLabel({ item }: OutlineNode, label: string, description: string): string {
  const force = item.directive && forceName(item.directive.force, vscode.l10n.t);
  return [kindName(item.kind, vscode.l10n.t), force, label, description.replace('→', vscode.l10n.t('to'))].filter((part) => part !== undefined && part !== '').join(', ');
}
