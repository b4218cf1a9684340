import * as vscode from 'vscode';
import type { Reports } from '../client/reports';
import { throttle } from '../shared/schedule';
import { onSettings, setting } from '../shared/settings';
import { marksOf } from './marks';
import { createRulerType } from './types';

/** Between two drawings (milliseconds). */
const DRAW_EVERY = 300;

/** Shows in the overview ruler where directives stand. The editor moves the marks with the text; they are set only where directives come and go. */
export class DirectiveRuler implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #draw = throttle(() => this.#drawAll(), DRAW_EVERY);
  readonly #drawn = new WeakMap<vscode.TextEditor, string>();
  /** documents whose directives are others than those that are marked */
  readonly #stale = new Set<string>();
  readonly #subscriptions: { dispose(): unknown }[];
  #type: vscode.TextEditorDecorationType | undefined;

  constructor(reports: Reports) {
    this.#reports = reports;
    this.#subscriptions = [
      this.#draw,
      reports.onDidChangeOutline(({ uri, update }) => {
        if (!update.directives) return;
        this.#stale.add(uri);
        this.#draw();
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
    this.#stale.clear();
  }

  #drawEditor(editor: vscode.TextEditor, on: boolean): void {
    const uri = editor.document.uri.toString(), model = on && this.#reports.registry.has(editor.document) ? this.#reports.outline(uri) : undefined, state = model ? uri : '';
    if ((this.#drawn.get(editor) ?? '') === state && !(model && this.#stale.has(uri))) return;
    this.#drawn.set(editor, state);
    this.#type ??= createRulerType();
    editor.setDecorations(this.#type, model ? marksOf(model.directives(), editor.document.lineCount).map(([from, to]) => new vscode.Range(from, 0, to, 0)) : []);
  }
}
