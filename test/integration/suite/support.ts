import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { languageServers } from '../../processes';

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a workspace is open');
  return await show(await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name)));
}

/** Opens an unsaved text in an editor. */
export async function openText(content: string, language = 'plaintext'): Promise<vscode.TextDocument> {
  return await show(await vscode.workspace.openTextDocument({ content, language }));
}

async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes everything; unsaved texts first, for they would ask. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, isClosed }) => isDirty && !isClosed)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Asks again and again until the answer is neither undefined, null, false nor empty (a list or a text); fails after `seconds`. */
export async function until<T>(what: string, ask: () => T | PromiseLike<T>, seconds = 30): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false && answer !== '' && !(Array.isArray(answer) && answer.length === 0)) return answer;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await pause(100);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Outline of a document as VS Code has it from the language server, once it is there. */
export function symbols(document: vscode.TextDocument, seconds?: number): Promise<vscode.DocumentSymbol[]> {
  return until(`symbols of ${document.fileName}`, () => askSymbols(document), seconds);
}

export async function askSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri) ?? [];
}

/** All symbols below and with `roots`, in text order. */
export const flat = (roots: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] => roots.flatMap((root) => [root, ...flat(root.children)]);

/** Range of the `nth` occurrence (from 0) of `words` in the document. */
export function find(document: vscode.TextDocument, words: string, nth = 0): vscode.Range {
  const text = document.getText();
  let at = text.indexOf(words);
  for (; nth > 0 && at >= 0; nth--) at = text.indexOf(words, at + 1);
  assert.notEqual(at, -1, `「${words}」 is in the text`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** Text of all hovers at the start of the range. */
export async function hoverText(document: vscode.TextDocument, range: vscode.Range): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, range.start);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value)).join('\n');
}

/** Process ids of the language servers that this extension host started. */
export function serverProcesses(): number[] {
  return languageServers(process.pid);
}
