import * as vscode from 'vscode';
import type { Reports } from '../client/reports';
import { throttle } from '../shared/schedule';
import { onSettings, setting } from '../shared/settings';
import { toRange } from '../shared/vscode-ranges';
import type { OutlineView } from '../outline/view';
import { createRulerType } from './types';

/** Shows in the overview ruler where directives stand. */
export class DirectiveRuler implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #outline: OutlineView;
  readonly #draw = throttle(() => this.#drawAll(), 100);
  readonly #subscriptions: { dispose(): unknown }[];
  #type: vscode.TextEditorDecorationType | undefined;

  constructor(reports: Reports, outline: OutlineView) {
    this.#reports = reports;
    this.#outline = outline;
    this.#subscriptions = [
      this.#draw,
      reports.onDidChangeOutline(() => this.#draw()),
      reports.registry.onDidChange(() => this.#draw()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw()),
      onSettings(['overviewRuler.directives'], () => this.#draw()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.#type?.dispose();
  }

  #drawAll(): void {
    const on = setting('overviewRuler.directives');
    for (const editor of vscode.window.visibleTextEditors) {
      const isReport = this.#reports.registry.has(editor.document);
      const model = on && isReport ? this.#outline.modelOf(editor.document.uri.toString()) : undefined;
      if (!model && (isReport ? on : !this.#type)) continue;
      this.#type ??= createRulerType();
      editor.setDecorations(this.#type, model?.directives().map(({ item }) => toRange(item.labelRange)) ?? []);
    }
  }
}
