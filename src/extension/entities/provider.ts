import * as vscode from 'vscode';
import { ENTITY_TYPES } from '../../engine/analysis';
import type { EntityUpdate } from './model';
import type { Reports } from '../client/reports';
import { TYPE_COLORS, TYPE_ICONS, typeName } from '../shared/entity-types';
import { Turns } from '../shared/turns';
import { contextOf, type Context } from './context';
import { type EntityNode, EntityTree, type MentionNode, type Node, nodeKey, parted, type PartNode, type TypeNode } from './tree';

/** Gives the entities of one document to the tree. */
export class EntitiesProvider implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<Node[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #reports: Reports;
  readonly #turns = new Turns();
  /** entities whose mentions are shown */
  readonly #open = new Set<EntityNode>();
  #document: vscode.TextDocument | undefined;
  #tree = new EntityTree();

  constructor(reports: Reports) {
    this.#reports = reports;
  }

  /** Shows the entities of another document. */
  show(document: vscode.TextDocument | undefined): void {
    this.#document = document;
    this.#tree = new EntityTree();
    this.#open.clear();
    const model = document && this.#reports.entities(document.uri.toString());
    if (model) this.#tree.update(model, ENTITY_TYPES);
    this.#changed.fire(undefined);
  }

  /** Shows what is new in the entities of the document. */
  update({ types }: EntityUpdate): void {
    const model = this.#document && this.#reports.entities(this.#document.uri.toString());
    if (!model) return;
    const { roots, changed } = this.#tree.update(model, types), nodes: Node[] = [...changed];
    // mentions that are shown may stand on other lines, whatever else is as it was
    for (const entity of this.#open) {
      if (!entity.parent.entities.includes(entity)) this.#open.delete(entity);
      else if (!changed.includes(entity.parent)) nodes.push(entity);
    }
    if (roots) this.#changed.fire(undefined);
    else if (nodes.length > 0) this.#changed.fire(nodes);
  }

  /** The user opened a node, or closed it. */
  setOpen(node: Node, isOpen: boolean): void {
    if (node.kind !== 'entity') return;
    if (isOpen) this.#open.add(node);
    else this.#open.delete(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node?.kind === 'entity') return [...parted(await this.#mentionsOf(node), node)];
    await this.#turns.next();
    if (!node) return this.#tree.roots;
    if (node.kind === 'type') return [...parted(node.entities, node)];
    return node.kind === 'part' ? [...node.nodes] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = this.#itemOf(node);
    item.id = `${this.#document?.uri.toString() ?? ''}#${nodeKey(node)}`;
    item.contextValue = node.kind;
    return item;
  }

  #itemOf(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'type': return typeItem(node);
      case 'entity': return this.#entityItem(node);
      case 'mention': return this.#mentionItem(node);
      case 'part': return partItem(node);
    }
  }

  async #mentionsOf(parent: EntityNode): Promise<MentionNode[]> {
    const result = this.#document && await this.#reports.entityMentions(this.#document.uri.toString(), parent.entity.id);
    return (result?.mentions ?? []).map((range, index) => ({ kind: 'mention', range, index, parent }));
  }

  #entityItem({ entity: { id, name, count } }: EntityNode): vscode.TreeItem {
    const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
    item.description = String(count);
    item.tooltip = count === 1 ? vscode.l10n.t('{0}: 1 mention', name) : vscode.l10n.t('{0}: {1} mentions', name, count);
    item.accessibilityInformation = { label: item.tooltip };
    item.command = this.#jump('reportLens.revealEntity', id);
    return item;
  }

  #mentionItem({ range }: MentionNode): vscode.TreeItem {
    const { text, highlight } = this.#contextOf(range);
    const item = new vscode.TreeItem({ label: text, highlights: [highlight] });
    item.description = vscode.l10n.t('line {0}', range[0] + 1);
    item.accessibilityInformation = { label: `${text}, ${item.description}` };
    item.command = this.#jump('reportLens.revealRange', range);
    return item;
  }

  #contextOf([startLine, startCharacter, endLine, endCharacter]: MentionNode['range']): Context {
    if (!this.#document || startLine >= this.#document.lineCount) return { text: '', highlight: [0, 0] };
    const line = this.#document.lineAt(startLine).text;
    return contextOf(line, startCharacter, endLine === startLine ? endCharacter : line.length);
  }

  #jump(command: string, argument: unknown): vscode.Command {
    return { command, title: vscode.l10n.t('Go to Text'), arguments: [this.#document?.uri.toString() ?? '', argument] };
  }
}

function typeItem({ type, size }: TypeNode): vscode.TreeItem {
  const name = typeName(type, vscode.l10n.t);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(size);
  item.iconPath = new vscode.ThemeIcon(TYPE_ICONS[type], new vscode.ThemeColor(TYPE_COLORS[type]));
  item.accessibilityInformation = { label: `${name}, ${size}` };
  return item;
}

function partItem({ from, to, nodes: [first] }: PartNode): vscode.TreeItem {
  const item = new vscode.TreeItem(`${from + 1}–${to}`, vscode.TreeItemCollapsibleState.Collapsed);
  if (first?.kind === 'entity') item.description = `${first.entity.name} …`;
  return item;
}
