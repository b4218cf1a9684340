import * as vscode from 'vscode';

/** How long a place stays marked after a jump (milliseconds). */
const DURATION = 1200;

/** Marks the place that a jump or a preview brought into view, the way the editor's own symbol search does. */
export class Flash implements vscode.Disposable {
  #type: vscode.TextEditorDecorationType | undefined;
  #editor: vscode.TextEditor | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** Marks `range` until {@link clear} is called. */
  hold(editor: vscode.TextEditor, range: vscode.Range): void {
    this.clear();
    this.#type ??= vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'), borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
    });
    this.#editor = editor;
    editor.setDecorations(this.#type, [range]);
  }

  /** Marks `range` for a moment. */
  show(editor: vscode.TextEditor, range: vscode.Range): void {
    this.hold(editor, range);
    this.#timer = setTimeout(() => this.clear(), DURATION);
  }

  /** Takes the mark away. */
  clear(): void {
    clearTimeout(this.#timer);
    if (this.#type) this.#editor?.setDecorations(this.#type, []);
    this.#editor = undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#type?.dispose();
  }
}
