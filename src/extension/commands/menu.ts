import * as vscode from 'vscode';
import type { Surfaces } from './surfaces';

/** The everyday commands, as the status item's menu shows them. */
export async function showMenu({ active, reports }: Surfaces): Promise<void> {
  const isDamaged = active.uri !== undefined && (reports.outline(active.uri)?.repairCount ?? 0) > 0;
  const { t } = vscode.l10n;
  const entry = (icon: string, label: string, command: string): vscode.QuickPickItem & { command: string } => ({ label: `$(${icon}) ${label}`, command: `reportLens.${command}` });
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, command: '' };
  const chosen = await vscode.window.showQuickPick([
    entry('target', t('Go to Directive…'), 'goToDirective'),
    entry('search', t('Go to Entity…'), 'goToEntity'),
    entry('list-tree', t('Show Outline'), 'outline.focus'),
    separator,
    ...(isDamaged ? [entry('wand', t('Repair Text…'), 'repairText')] : []),
    entry('add', t('Add to Dictionary…'), 'addToDictionary'),
    separator,
    entry('copy', t('Copy Outline'), 'copyOutline'),
    entry('export', t('Export Directives…'), 'exportDirectives'),
    entry('list-ordered', t('Frequent Words'), 'frequentWords'),
    separator,
    entry('eye', t('Toggle Entity Decorations'), 'toggleDecorations'),
    entry('layers', t('Choose Entity Layers…'), 'chooseLayers'),
    separator,
    entry('circle-slash', t('Not a Report'), 'notReport'),
    entry('debug-restart', t('Restart Language Server'), 'restartServer'),
    entry('output', t('Show Log'), 'showLog'),
  ], { title: 'Report Lens' });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
