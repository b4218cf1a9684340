import * as vscode from 'vscode';
import type { EntitiesResult } from '../../protocol';
import { TYPE_COLORS, TYPE_ICONS, typeName } from '../shared/entity-types';
import { contextOf, type EntityNode, entityTree, type MentionNode, type Node, nodeKey, type TypeNode } from './model';

/** Gives the entities of one document to the tree. */
export class EntitiesProvider implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #document: vscode.TextDocument | undefined;
  #roots: TypeNode[] = [];

  /** Shows the entities of a document. */
  show(document: vscode.TextDocument | undefined, result: EntitiesResult | undefined): void {
    this.#document = document;
    this.#roots = result ? entityTree(result) : [];
    this.#changed.fire();
  }

  /** Entities in the tree. */
  get count(): number {
    return this.#roots.reduce((sum, { entities }) => sum + entities.length, 0);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return this.#roots;
    if (node.kind === 'type') return node.entities;
    return node.kind === 'entity' ? node.mentions : [];
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'type' ? undefined : node.parent;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = node.kind === 'type' ? typeItem(node) : node.kind === 'entity' ? this.#entityItem(node) : this.#mentionItem(node);
    item.id = `${this.#document?.uri.toString() ?? ''}#${nodeKey(node)}`;
    item.contextValue = node.kind;
    return item;
  }

  #entityItem(node: EntityNode): vscode.TreeItem {
    const { entity, mentions } = node;
    const item = new vscode.TreeItem(entity.name, vscode.TreeItemCollapsibleState.Collapsed);
    item.description = String(mentions.length);
    item.tooltip = mentions.length === 1 ? vscode.l10n.t('{0}: 1 mention', entity.name) : vscode.l10n.t('{0}: {1} mentions', entity.name, mentions.length);
    item.accessibilityInformation = { label: item.tooltip };
    if (mentions[0]) item.command = this.#jump(mentions[0]);
    return item;
  }

  #mentionItem(node: MentionNode): vscode.TreeItem {
    const { text, highlight } = this.#contextOf(node), line = node.range.start.line + 1;
    const item = new vscode.TreeItem({ label: text, highlights: [highlight] });
    item.description = vscode.l10n.t('line {0}', line);
    item.accessibilityInformation = { label: `${text}, ${item.description}` };
    item.command = this.#jump(node);
    return item;
  }

  #contextOf({ range, text }: MentionNode): { text: string; highlight: [number, number] } {
    const { start, end } = range;
    if (!this.#document || start.line >= this.#document.lineCount) return { text, highlight: [0, text.length] };
    const line = this.#document.lineAt(start.line).text;
    return contextOf(line, start.character, end.line === start.line ? end.character : line.length);
  }

  #jump({ range }: MentionNode): vscode.Command {
    return { command: 'reportLens.revealRange', title: vscode.l10n.t('Go to Text'), arguments: [this.#document?.uri.toString() ?? '', range] };
  }
}

function typeItem({ type, entities }: TypeNode): vscode.TreeItem {
  const name = typeName(type, vscode.l10n.t);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(entities.length);
  item.iconPath = new vscode.ThemeIcon(TYPE_ICONS[type], new vscode.ThemeColor(TYPE_COLORS[type]));
  item.accessibilityInformation = { label: `${name}, ${entities.length}` };
  return item;
}
