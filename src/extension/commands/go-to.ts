import * as vscode from 'vscode';
import { issuerName, whoToWhom } from '../outline/describe';
import { iconOf } from '../outline/icons';
import { labelOf, type OutlineNode } from '../outline/node';
import { type JumpItem, goTo, quickJump } from '../pick/quick-jump';
import { TYPE_ICONS, typeName } from '../shared/entity-types';
import { comparePositions } from '../shared/ranges';
import { stretchToRange, toRange } from '../shared/vscode-ranges';
import { ENTITY_TYPES } from '../../engine/analysis';
import type { Stretch } from '../../protocol';
import type { Surfaces } from './surfaces';

/** "Go to Directive…": a list of all directives with preview. */
export async function goToDirective({ active, outline, flash }: Surfaces): Promise<void> {
  const editor = active.editor, directives = outline.model?.directives() ?? [];
  if (!editor) return;
  if (directives.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No directive was found in this report.'));
    return;
  }
  await quickJump(editor, directives.map(directiveEntry), vscode.l10n.t('Directive, issuer or addressee, also by pinyin initials'), flash);
}

function directiveEntry({ head, labelRange }: OutlineNode): JumpItem {
  const label = labelOf(head), { directive } = head;
  const searched = [label, issuerName(directive?.issuer, vscode.l10n.t), directive?.addressee].filter((text) => text !== undefined);
  return {
    label: `$(${iconOf(head).id}) ${plain(label)}`, description: directive ? plain(whoToWhom(directive, vscode.l10n.t)) : '', alwaysShow: true,
    locate: () => toRange(labelRange), searched,
  };
}

/** "Go to Entity…": a list of all entities; each leads to its first mention. */
export async function goToEntity({ active, reports, flash }: Surfaces): Promise<void> {
  const { editor, uri } = active;
  if (!editor || uri === undefined) return;
  if (!reports.entities(uri)) {
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading entities…') }, () => reports.fetchEntities(uri));
  }
  const items = entityEntries(reports, uri);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No entity was found in this report.'));
    return;
  }
  await quickJump(editor, items, vscode.l10n.t('Person, organization, place …, also by pinyin initials'), flash);
}

function entityEntries(reports: Surfaces['reports'], uri: string): JumpItem[] {
  const entries: JumpItem[] = [];
  for (const type of ENTITY_TYPES) {
    for (const { id, name, count, wordings = [] } of reports.entities(uri)?.of(type) ?? []) {
      entries.push({
        label: `$(${TYPE_ICONS[type]}) ${plain(name)}`, description: `${typeName(type, vscode.l10n.t)} · ${count}`, alwaysShow: true,
        locate: () => firstMention(reports, uri, id), searched: [name, ...wordings],
      });
    }
  }
  return entries;
}

/** Where an entity is mentioned first, if the server can say. */
async function firstMention(reports: Surfaces['reports'], uri: string, id: string): Promise<vscode.Range | undefined> {
  const [first] = (await reports.entityMentions(uri, id))?.mentions ?? [];
  return first && stretchToRange(first);
}

/** Text of the file must not become an icon in a list. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}

/** "Next Directive" (1) and "Previous Directive" (−1), around the ends of the text. */
export function stepDirective({ active, outline, flash }: Surfaces, step: 1 | -1): void {
  const { editor } = active, directives = outline.model?.directives() ?? [];
  if (!editor || directives.length === 0) return;
  const place = editor.selection.active;
  const order = (node: OutlineNode): number => comparePositions(node.labelRange.start, place);
  const target = step === 1 ? directives.find((node) => order(node) > 0) ?? directives[0] : directives.findLast((node) => order(node) < 0) ?? directives.at(-1);
  if (!target) return;
  goTo(editor, toRange(target.labelRange), flash);
  outline.clicked(target, editor.selection.active);
}

/** A click in the outline: to the exact range of the heading or gist. */
export async function revealNode({ outline, flash }: Surfaces, uri: string, node: OutlineNode): Promise<void> {
  const editor = await showReport(uri), range = toRange(node.labelRange);
  outline.clicked(node, range.start);
  goTo(editor, range, flash);
}

/** A click on a mention: to the mention. */
export async function revealRange({ flash }: Surfaces, uri: string, range: Stretch): Promise<void> {
  goTo(await showReport(uri), stretchToRange(range), flash);
}

/** A click on an entity: to its first mention. */
export async function revealEntity({ flash, reports }: Surfaces, uri: string, id: string): Promise<void> {
  const range = await firstMention(reports, uri, id);
  if (range) goTo(await showReport(uri), range, flash);
}

async function showReport(uri: string): Promise<vscode.TextEditor> {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri);
  const document = visible?.document ?? await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  return await vscode.window.showTextDocument(document, { preserveFocus: false, ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }) });
}
