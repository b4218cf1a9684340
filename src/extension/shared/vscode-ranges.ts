import * as vscode from 'vscode';
import type { Range } from '../../protocol';

/** The range of the protocol as the editor's own. */
export function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}
