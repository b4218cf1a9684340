import * as vscode from 'vscode';
import type { Script } from '../../protocol';
import type { Surfaces } from '../commands/surfaces';
import { RepairedTexts } from './repaired-texts';

/** What stands for a character that nobody can tell. */
const LOST = '\uFFFD';

const fileName = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** "Compare with Repaired Text": the report beside its repaired text in the diff editor. */
export async function compareRepaired({ active }: Surfaces): Promise<void> {
  const report = active.document;
  if (report) await showDifference(report.uri);
}

/** "Show Repaired Text…": beside the report, in the script and punctuation the user chooses. */
export async function showRepaired({ active }: Surfaces): Promise<void> {
  const report = active.document;
  if (!report) return;
  const { t } = vscode.l10n;
  const entry = (label: string, script: Script, fullWidth: boolean): vscode.QuickPickItem & { script: Script; fullWidth: boolean } =>
    ({ label, script, fullWidth, ...(fullWidth && { description: t('full-width punctuation') }) });
  const chosen = await vscode.window.showQuickPick([
    entry(t('As it is written'), 'asIs', false), entry(t('Simplified'), 'simplified', true), entry(t('Traditional'), 'traditional', true),
    entry(t('Simplified'), 'simplified', false), entry(t('Traditional'), 'traditional', false),
  ], { title: t('Show Repaired Text'), placeHolder: t('Characters and punctuation') });
  if (!chosen) return;
  const document = await vscode.workspace.openTextDocument(RepairedTexts.uriOf(report.uri, chosen.script, chosen.fullWidth));
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

/** "Repair Text…": shows what would change, and changes it in one step when the user agrees. */
export async function repairText(surfaces: Surfaces): Promise<void> {
  const { active, reports } = surfaces, report = active.document, { t } = vscode.l10n;
  if (!report) return;
  const plan = await reports.repairEdits(report.uri.toString());
  if (!plan) return void vscode.window.showErrorMessage(t('The language server did not answer; try again once it runs.'));
  if (plan.edits.length === 0) return void vscode.window.showInformationMessage(t('There is nothing to repair in this text.'));
  await showDifference(report.uri);
  const repair = t('Repair'), unclear = plan.edits.filter((e) => e.newText.includes(LOST)).length;
  const question = t('Repair {0} places in {1}? One undo takes it back.', plan.edits.length, fileName(report.uri));
  const note = unclear > 0 ? t('In {0} of them characters are lost for good; they become {1}.', unclear, LOST) : '';
  if (await vscode.window.showInformationMessage([question, note].join(' ').trim(), repair, t('Keep as It Is')) !== repair) return;
  if (report.isClosed || report.version !== plan.version) return void vscode.window.showWarningMessage(t('The text has changed in the meantime; run the command again.'));
  const edit = new vscode.WorkspaceEdit();
  edit.set(report.uri, plan.edits.map(({ range: { start, end }, newText }) => new vscode.TextEdit(new vscode.Range(start.line, start.character, end.line, end.character), newText)));
  if (!await vscode.workspace.applyEdit(edit)) return void vscode.window.showErrorMessage(t('The text could not be changed.'));
  await vscode.window.showTextDocument(report);
}

async function showDifference(report: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', report, RepairedTexts.uriOf(report), vscode.l10n.t('{0} ↔ repaired', fileName(report)), { preview: true });
}
