import * as vscode from 'vscode';
import type { ActiveReport } from '../client/active';
import type { Reports } from '../client/reports';
import { statusContent } from './content';

/** The status item: on reports only, how many directives there are, and whether something is missing. */
export class StatusItem implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #active: ActiveReport;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: { dispose(): unknown }[];
  #shown = '';

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
      this.#shown = '';
      this.#item.hide();
      return;
    }
    const { uri } = this.#active, { state, status } = this.#reports;
    const { text, tooltip } = statusContent({ state, status, directives: this.#reports.outline(uri)?.directiveCount, failed: this.#reports.failed(uri) }, vscode.l10n.t);
    if (this.#shown === `${text}\n${tooltip}`) return;
    this.#shown = `${text}\n${tooltip}`;
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `Report Lens: ${text.replace(/\$\([\w~-]+\) ?/gu, '')}. ${tooltip}`, role: 'button' };
    this.#item.show();
  }
}
