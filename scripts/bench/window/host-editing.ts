import * as vscode from 'vscode';
import { pause } from './host-measure';

/** Between two keys of somebody who types fast, and between two turns of the wheel, in milliseconds. */
const KEY_MS = 90, SCROLL_MS = 150;
const TYPED = '会议强调，要坚持问题导向，压实各方责任，确保各项任务落地见效。';
const PAGE = Array.from({ length: 12 }, (_, i) => `（${'一二三四五六七八九十'[i % 10]!}）市委书记沈望川要求，${i + 1}月底前完成第${i + 1}批${i * 37 + 5}个项目的排查整改。`).join('\n');

/** What a person does in half a minute with the report in the editor: types, starts a line, pastes a page, scrolls, takes back, looks at a name. */
export async function editAlong(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('no editor is open');
  const line = Math.floor(editor.document.lineCount / 2), end = editor.document.lineAt(line).range.end;
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(end, end));
  await pause(500);
  await type(TYPED);
  await type('\n');
  await type(TYPED.slice(0, 12));
  await editor.edit((edit) => { edit.insert(editor.selection.active, `\n${PAGE}\n`); });
  await pause(1_000);
  for (let i = 0; i < 12; i++) await turn('editorScroll', { to: i < 8 ? 'down' : 'up', by: 'page' }, SCROLL_MS);
  for (let i = 0; i < 10; i++) await turn('deleteLeft', undefined, KEY_MS);
  for (let i = 0; i < 6; i++) await turn('undo', undefined, KEY_MS);
  await vscode.commands.executeCommand('vscode.executeHoverProvider', editor.document.uri, new vscode.Position(line, 3));
  await pause(2_500);
}

async function type(text: string): Promise<void> {
  for (const character of text) await turn('type', { text: character }, KEY_MS);
}

async function turn(command: string, argument: object | undefined, milliseconds: number): Promise<void> {
  await vscode.commands.executeCommand(command, argument);
  await pause(milliseconds);
}
