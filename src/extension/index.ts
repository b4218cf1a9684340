import * as vscode from 'vscode';
import { ActiveReport } from './client/active';
import { Reports } from './client/reports';
import { registerCommands } from './commands';
import { Flash } from './decorations/flash';
import { MentionDecorations } from './decorations/mentions';
import { DirectiveRuler } from './decorations/ruler';
import { Dictionaries } from './dictionary/files';
import { EntitiesView } from './entities/view';
import { OutlineView } from './outline/view';
import { EncodingGuard } from './encoding/guard';
import { RepairedTexts } from './repair/repaired-texts';
import { ReportRegistry } from './reports/registry';
import { StatusItem } from './status/item';

let running: Reports | undefined;

/**
 * Sets the surfaces up and tests the open texts. Nothing heavy happens here: the language client is loaded, and the server started, by
 * the first document that reads like a report.
 */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Report Lens', { log: true });
  const registry = new ReportRegistry(context.workspaceState);
  const reports = new Reports(context, log, registry);
  const active = new ActiveReport(reports);
  const outline = new OutlineView(reports, active), flash = new Flash(), dictionaries = new Dictionaries(context, log);
  context.subscriptions.push(
    log, registry, reports, active, outline, flash, dictionaries, dictionaries.onDidChange((entries) => reports.useDictionary(entries)), registry.onDidChange(() => dictionaries.watch()),
    new RepairedTexts(reports), new EncodingGuard(), new EntitiesView(reports, active), new MentionDecorations(reports), new DirectiveRuler(reports), new StatusItem(reports, active),
    registerCommands({ extensionUri: context.extensionUri, log, reports, active, outline, flash, dictionaries }),
  );
  running = reports;
  dictionaries.start();
  registry.start();
}

/** Ends the server before the extension host goes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
