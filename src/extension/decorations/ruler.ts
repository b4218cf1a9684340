import * as vscode from 'vscode';
import type { Stretch } from '../../protocol';
import type { Reports } from '../client/reports';
import { throttle } from '../shared/schedule';
import { onSettings, setting } from '../shared/settings';
import { stretchToRange } from '../shared/vscode-ranges';
import { HeldStretches } from './held';
import { marksOf } from './marks';
import { createRulerType } from './types';

/** Between two drawings (milliseconds). */
const DRAW_EVERY = 300;

/** Shows in the overview ruler where directives stand. The editor moves the marks with the text; they are set only where others are due. */
export class DirectiveRuler implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #draw = throttle(() => this.#drawAll(), DRAW_EVERY);
  readonly #held = new WeakMap<vscode.TextEditor, HeldStretches>();
  readonly #subscriptions: { dispose(): unknown }[];
  #type: vscode.TextEditorDecorationType | undefined;

  constructor(reports: Reports) {
    this.#reports = reports;
    this.#subscriptions = [
      this.#draw,
      reports.onDidChangeOutline(({ update }) => { if (update.directives) this.#draw(); }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) this.#held.get(editor)?.edit(contentChanges);
      }),
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
    let held = this.#held.get(editor);
    if (!held) this.#held.set(editor, held = new HeldStretches());
    if (held.take(marks)) editor.setDecorations(this.#type ??= createRulerType(), marks.map(stretchToRange));
  }
}
