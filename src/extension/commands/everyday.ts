import * as vscode from 'vscode';
import { ENTITY_TYPES } from '../../engine/analysis';
import { TYPE_ICONS, typeName } from '../shared/entity-types';
import { setSetting, setting } from '../shared/settings';
import { REPORT_LANGUAGES } from '../reports/treatment';
import type { Surfaces } from './surfaces';

/** "Copy Outline": the outline as a Markdown list on the clipboard. */
export async function copyOutline({ active, reports }: Surfaces): Promise<void> {
  const content = active.uri === undefined ? null : await reports.outlineMarkdown(active.uri);
  if (content === null) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The language server did not answer; try again once it runs.'));
    return;
  }
  await vscode.env.clipboard.writeText(content);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Outline copied as Markdown'), 3000);
}

/** "Frequent Words": the words and names that the report uses most, as a table beside it. */
export async function showFrequentWords({ active, reports }: Surfaces): Promise<void> {
  const { uri } = active;
  if (uri === undefined) return;
  const location = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Counting words') };
  const content = await vscode.window.withProgress(location, () => reports.frequentWords(uri));
  if (content === null) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The language server did not answer; try again once it runs.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

/** "Toggle Entity Decorations". */
export async function toggleDecorations(): Promise<void> {
  await setSetting('entities.decorations', !setting('entities.decorations'));
}

/** "Choose Entity Layers…": which types are underlined. Choosing some while decorations are off switches them on. */
export async function chooseLayers(): Promise<void> {
  const layers = setting('entities.layers');
  const items = ENTITY_TYPES.map((type) => ({
    label: `$(${TYPE_ICONS[type]}) ${typeName(type, vscode.l10n.t)}`, type, picked: layers.includes(type),
  }));
  const chosen = await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder: vscode.l10n.t('Entities to underline in the text') });
  if (!chosen) return;
  await setSetting('entities.layers', chosen.map(({ type }) => type));
  if (chosen.length > 0 && !setting('entities.decorations')) await setSetting('entities.decorations', true);
}

/** "Treat This File as a Report" and "Not a Report". */
export async function overrule({ reports }: Surfaces, isReport: boolean): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  if (!REPORT_LANGUAGES.includes(document.languageId)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Only plain text can be treated as a report; choose the language mode “Plain Text” or “Report” first.'));
    return;
  }
  await reports.registry.overrule(document, isReport);
}

/** "Open a Sample Report": one of the texts that come with the extension, as a new document that belongs to the user. */
export async function openSample({ extensionUri }: Surfaces): Promise<void> {
  const folder = vscode.Uri.joinPath(extensionUri, 'samples');
  const names = (await vscode.workspace.fs.readDirectory(folder)).filter(([name]) => name.endsWith('.txt')).map(([name]) => name).sort();
  const name = names.length > 1 ? await vscode.window.showQuickPick(names, { placeHolder: vscode.l10n.t('Sample report to open') }) : names[0];
  if (name === undefined) return;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name), { preview: false });
}
