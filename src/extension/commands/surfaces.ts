import type * as vscode from 'vscode';
import type { ActiveReport } from '../client/active';
import type { Reports } from '../client/reports';
import type { Flash } from '../decorations/flash';
import type { Dictionaries } from '../dictionary/files';
import type { OutlineView } from '../outline/view';

/** What the commands work on. */
export interface Surfaces {
  extensionUri: vscode.Uri;
  log: vscode.LogOutputChannel;
  reports: Reports;
  active: ActiveReport;
  outline: OutlineView;
  flash: Flash;
  dictionaries: Dictionaries;
}
