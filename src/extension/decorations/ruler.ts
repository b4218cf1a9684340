import * as vscode from 'vscode';
import type { Stretch } from '../../protocol';
import type { Reports } from '../client/reports';
import { throttle } from '../shared/schedule';
import { onSettings, setting } from '../shared/settings';
import { EditorDecorations } from './editors';
import { marksOf } from './marks';
import { createRulerType } from './types';

/** Between two drawings (milliseconds). */
const DRAW_EVERY = 300;

/** Shows in the overview ruler where directives stand. The editor moves the marks with the text; they are set only where others are due. */
export class DirectiveRuler implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #draw = throttle(() => this.#drawAll(), DRAW_EVERY);
  readonly #decorations = new EditorDecorations();
  readonly #subscriptions: { dispose(): unknown }[];
  #type: vscode.TextEditorDecorationType | undefined;

  constructor(reports: Reports) {
    this.#reports = reports;
    this.#subscriptions = [
      this.#draw, this.#decorations,
      reports.onDidChangeOutline(({ update }) => { if (update.directives) this.#draw(); }),
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
    for (const editor of vscode.window.visibleTextEditors) this.#drawEditor(editor, on);
  }

  #drawEditor(editor: vscode.TextEditor, on: boolean): void {
    const { document } = editor, model = on && this.#reports.registry.has(document) ? this.#reports.outline(document.uri.toString()) : undefined;
    const marks = model ? marksOf(model.directives(), document.lineCount).map(([from, to]): Stretch => [from, 0, to, 0]) : [];
    if (marks.length > 0 || this.#type) this.#decorations.set(editor, this.#type ??= createRulerType(), marks);
  }
}
