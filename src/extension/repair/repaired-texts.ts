import * as vscode from 'vscode';
import type { Script } from '../../protocol';
import type { Reports } from '../client/reports';

/** Scheme of the read-only documents that show a report repaired. */
export const REPAIRED_SCHEME = 'report-lens-repaired';

interface Source { uri: string; script: Script; fullWidth: boolean }

/** The repaired texts of open reports, as read-only documents that follow their reports. */
export class RepairedTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #reports: Reports;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #last = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(reports: Reports) {
    this.#reports = reports;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(REPAIRED_SCHEME, this),
      reports.onDidChangeOutline(({ uri }) => this.#refresh(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#last.delete(uri.toString())),
    );
  }

  /** Where the repaired text of a report is. Its name says whose text it is. */
  static uriOf(report: vscode.Uri, script: Script = 'asIs', fullWidth = false): vscode.Uri {
    const source: Source = { uri: report.toString(), script, fullWidth };
    return vscode.Uri.from({ scheme: REPAIRED_SCHEME, path: report.path.startsWith('/') ? report.path : `/${report.path}`, query: JSON.stringify(source) });
  }

  /** The text; the last one where the report was closed in the meantime. */
  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const source = sourceOf(uri), content = await this.#reports.repairedText(source.uri, source.script, source.fullWidth) ?? this.#last.get(uri.toString()) ?? '';
    this.#last.set(uri.toString(), content);
    return content;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #refresh(report: string): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === REPAIRED_SCHEME && sourceOf(uri).uri === report) this.#changed.fire(uri);
    }
  }
}

const sourceOf = (uri: vscode.Uri): Source => JSON.parse(uri.query) as Source;
