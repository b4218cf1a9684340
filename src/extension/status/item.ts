import * as vscode from 'vscode';
import type { ActiveReport } from '../client/active';
import type { Reports } from '../client/reports';

/** The status item: on reports only, how many directives there are, and whether something is missing. */
export class StatusItem implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #active: ActiveReport;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(reports: Reports, active: ActiveReport) {
    this.#reports = reports;
    this.#active = active;
    this.#item = vscode.window.createStatusBarItem('reportLens.status', vscode.StatusBarAlignment.Right, 99);
    this.#item.name = 'Report Lens';
    this.#item.command = 'reportLens.showMenu';
    const update = (): void => this.#update();
    this.#subscriptions = [this.#item, active.onDidChange(update), reports.onDidChangeOutline(update), reports.onDidChangeState(update)];
    update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #update(): void {
    if (this.#active.uri === undefined) {
      this.#item.hide();
      return;
    }
    const { text, tooltip } = this.#content(this.#active.uri);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `Report Lens: ${text.replace(/\$\([\w~-]+\) ?/gu, '')}. ${tooltip}`, role: 'button' };
    this.#item.show();
  }

  #content(uri: string): { text: string; tooltip: string } {
    const { t } = vscode.l10n, { state, status } = this.#reports, outline = this.#reports.outline(uri);
    const count = outline?.directiveCount ?? 0, directives = count === 1 ? t('1 directive') : t('{0} directives', count);
    if (state === 'stopped') return { text: `$(error) 报告 · ${t('stopped')}`, tooltip: t('The language server is not running. Restart it from this menu.') };
    if (!outline || state !== 'running') return { text: `$(loading~spin) 报告${outline ? ` · ${directives}` : ''}`, tooltip: t('The language server is starting.') };
    if (!status?.degraded) return { text: `报告 · ${directives}`, tooltip: t('Report Lens: click for its commands') };
    const reason = status.reason ?? t('the reason is in the log');
    return { text: `$(warning) 报告 · ${directives}`, tooltip: t('The segmenter “{0}” stands in for nodejieba ({1}). Everything works; names may be found less well.', status.segmenter, reason) };
  }
}
