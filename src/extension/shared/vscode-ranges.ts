import * as vscode from 'vscode';
import type { Range, Stretch } from '../../protocol';

/** The range of the protocol as the editor's own. */
export function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** A stretch of the protocol as the editor's own range. */
export function stretchToRange(stretch: Stretch): vscode.Range {
  return new vscode.Range(...stretch);
}
