import * as vscode from 'vscode';
import type { Stretch } from '../../protocol';
import { stretchToRange } from '../shared/vscode-ranges';
import { HeldStretches } from './held';

/** Sets decorations in editors, and only where an editor does not hold them already. */
export class EditorDecorations implements vscode.Disposable {
  readonly #held = new WeakMap<vscode.TextEditor, Map<vscode.TextEditorDecorationType, HeldStretches>>();
  readonly #edits = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) for (const held of this.#of(editor)) held.edit(contentChanges);
  });

  dispose(): void { this.#edits.dispose(); }

  /** Decorates these stretches of an editor and no others. */
  set(editor: vscode.TextEditor, type: vscode.TextEditorDecorationType, stretches: readonly Stretch[]): void {
    let types = this.#held.get(editor);
    if (!types) this.#held.set(editor, types = new Map<vscode.TextEditorDecorationType, HeldStretches>());
    let held = types.get(type);
    if (!held) types.set(type, held = new HeldStretches());
    if (held.take(stretches)) editor.setDecorations(type, stretches.map(stretchToRange));
  }

  /** Whether anything was ever set in an editor. */
  has(editor: vscode.TextEditor): boolean { return this.#held.has(editor); }

  /** All is set anew the next time. */
  forget(editor: vscode.TextEditor): void { for (const held of this.#of(editor)) held.forget(); }

  #of(editor: vscode.TextEditor): Iterable<HeldStretches> { return this.#held.get(editor)?.values() ?? []; }
}
