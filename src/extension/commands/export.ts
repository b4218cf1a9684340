import * as vscode from 'vscode';
import type { ExportFormat } from '../../protocol';
import { EXTENSIONS, exportName } from './export-name';
import type { Surfaces } from './surfaces';

/** "Export Directives…": asks for format and destination, writes the ledger, opens it. */
export async function exportDirectives({ active, reports }: Surfaces): Promise<void> {
  const { document, uri } = active;
  if (!document || uri === undefined) return;
  const format = await askFormat();
  if (!format) return;
  const content = await reports.exportDirectives(uri, format);
  if (content === null) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The language server did not answer; try again once it runs.'));
    return;
  }
  const directory = writableDirectory(document);
  if (directory) await saveAndOpen(vscode.Uri.joinPath(directory, exportName(document.uri.path, format)), format, content);
  else await openUntitled(format, content);
}

async function askFormat(): Promise<ExportFormat | undefined> {
  const choices: (vscode.QuickPickItem & { format: ExportFormat })[] = [
    { label: vscode.l10n.t('Markdown table'), description: '.md', format: 'markdown' },
    { label: vscode.l10n.t('CSV for Excel'), description: '.csv', format: 'csv' },
    { label: 'JSON', description: '.json', format: 'json' },
  ];
  return (await vscode.window.showQuickPick(choices, { placeHolder: vscode.l10n.t('Format of the ledger of directives') }))?.format;
}

/** The report's own folder, where files can be written beside it. */
function writableDirectory({ isUntitled, uri }: vscode.TextDocument): vscode.Uri | undefined {
  if (isUntitled || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return undefined;
  return vscode.Uri.joinPath(uri, '..');
}

async function saveAndOpen(proposed: vscode.Uri, format: ExportFormat, content: string): Promise<void> {
  const filters = { [format === 'markdown' ? 'Markdown' : format.toUpperCase()]: [EXTENSIONS[format]] };
  const target = await vscode.window.showSaveDialog({ defaultUri: proposed, filters, title: vscode.l10n.t('Export Directives') });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(content));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The file could not be written: {0}', reason));
    return;
  }
  await vscode.window.showTextDocument(target, { preview: false });
}

async function openUntitled(format: ExportFormat, content: string): Promise<void> {
  const language = format === 'csv' ? 'plaintext' : format;
  // the byte-order mark is for Excel; in an editor it would be an invisible character
  const document = await vscode.workspace.openTextDocument({ language, content: content.replace(/^\uFEFF/u, '') });
  await vscode.window.showTextDocument(document, { preview: false });
}
