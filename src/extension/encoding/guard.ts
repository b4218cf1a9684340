import * as vscode from 'vscode';
import { REPORT_LANGUAGES } from '../reports/treatment';
import { LOOKED_AT, suspectedEncoding } from './suspect';

const NAMES = { gb18030: 'GB 18030', utf8: 'UTF-8' } as const;

/** Notices text files that were opened in the wrong encoding, and offers the right one. Asks once a file and session; changes nothing unasked. */
export class EncodingGuard implements vscode.Disposable {
  readonly #asked = new Set<string>();
  readonly #subscription: vscode.Disposable;

  constructor() {
    this.#subscription = vscode.window.onDidChangeActiveTextEditor((editor) => { if (editor) void this.look(editor.document); });
    if (vscode.window.activeTextEditor) void this.look(vscode.window.activeTextEditor.document);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Looks at a document's head and asks where it seems to be in another encoding. */
  async look(document: vscode.TextDocument): Promise<void> {
    if (document.uri.scheme === 'untitled' || document.isDirty || !REPORT_LANGUAGES.includes(document.languageId) || this.#asked.has(document.uri.toString())) return;
    const encoding = suspectedEncoding(document.getText(new vscode.Range(0, 0, 60, 0)).slice(0, LOOKED_AT), document.encoding);
    if (!encoding) return;
    this.#asked.add(document.uri.toString());
    const { t } = vscode.l10n, reopen = t('Reopen as {0}', NAMES[encoding]);
    const chosen = await vscode.window.showWarningMessage(t('This text seems to be in {0} and was opened in another encoding.', NAMES[encoding]), reopen);
    if (chosen !== reopen) return;
    if (isDirty(document)) return void vscode.window.showWarningMessage(t('Save or undo your changes first; reopening would lose them.'));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(document.uri, { encoding }));
  }
}

/** Asked again after the user has answered: he may have typed meanwhile. */
const isDirty = (document: vscode.TextDocument): boolean => document.isDirty;
