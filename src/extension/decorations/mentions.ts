import * as vscode from 'vscode';
import { ENTITY_TYPES, type EntityType } from '../../engine/analysis';
import type { Range, Stretch } from '../../protocol';
import type { Reports } from '../client/reports';
import { debounce, throttle } from '../shared/schedule';
import { onSettings, setting } from '../shared/settings';
import { EditorDecorations } from './editors';
import { createDecorationType } from './types';

/** Between two drawings while scrolling or typing (milliseconds). */
const DRAW_EVERY = 100;
/** Lines above and below the window that are drawn with it, so that slow scrolling shows nothing bare. */
const MARGIN = 20;
/** After the last key all is set once more (milliseconds): what was set while a key was on its way stands beside its words. */
const SETTLE = 500;

/** Underlines the mentions in what the visible editors show, a type in a form and colour of its own. */
export class MentionDecorations implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #types = new Map<EntityType, vscode.TextEditorDecorationType>();
  readonly #draw = throttle(() => this.#drawAll(), DRAW_EVERY);
  readonly #settle = debounce(() => this.#setAll(), SETTLE);
  readonly #decorations = new EditorDecorations();
  readonly #asking = new WeakMap<vscode.TextEditor, vscode.CancellationTokenSource>();
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(reports: Reports) {
    this.#reports = reports;
    this.#subscriptions = [
      this.#draw, this.#settle, this.#decorations,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length > 0 && reports.registry.has(document)) this.#settle(); }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => { if (reports.registry.has(textEditor.document)) this.#draw(); }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw()),
      reports.onEntitiesReady(() => this.#draw()),
      reports.registry.onDidChange(() => this.#draw()),
      onSettings(['entities.decorations', 'entities.layers'], () => this.#draw()),
    ];
    this.#draw();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#types.values()).dispose();
  }

  #drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (this.#reports.registry.has(editor.document)) void this.#drawEditor(editor);
      else if (this.#decorations.has(editor)) this.#clear(editor);
    }
  }

  async #drawEditor(editor: vscode.TextEditor): Promise<void> {
    const layers = setting('entities.decorations') ? setting('entities.layers') : [];
    if (layers.length === 0) {
      this.#clear(editor);
      return;
    }
    this.#asking.get(editor)?.cancel();
    const source = new vscode.CancellationTokenSource();
    this.#asking.set(editor, source);
    const { version } = editor.document;
    const result = await this.#reports.mentions(editor.document.uri.toString(), windowOf(editor), source.token);
    // after an edit the answer is about another text: the decorations move with the text until the next answer is there
    if (!result || source.token.isCancellationRequested || version !== editor.document.version) return;
    for (const type of ENTITY_TYPES) this.#set(editor, type, layers.includes(type) ? result.mentions[type] ?? [] : []);
  }

  #clear(editor: vscode.TextEditor): void {
    this.#asking.get(editor)?.cancel();
    for (const type of ENTITY_TYPES) this.#set(editor, type, []);
  }

  #set(editor: vscode.TextEditor, type: EntityType, stretches: readonly Stretch[]): void {
    if (stretches.length > 0 || this.#types.has(type)) this.#decorations.set(editor, this.#typeOf(type), stretches);
  }

  #setAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#decorations.forget(editor);
    this.#drawAll();
  }

  #typeOf(type: EntityType): vscode.TextEditorDecorationType {
    const known = this.#types.get(type);
    if (known) return known;
    const made = createDecorationType(type);
    this.#types.set(type, made);
    return made;
  }
}

function windowOf(editor: vscode.TextEditor): Range[] {
  const last = editor.document.lineCount - 1;
  return editor.visibleRanges.map(({ start, end }) => {
    const from = Math.max(0, start.line - MARGIN), to = Math.min(last, end.line + MARGIN);
    return { start: { line: from, character: 0 }, end: { line: to, character: editor.document.lineAt(to).text.length } };
  });
}
