import * as vscode from 'vscode';
import type { Range } from '../../protocol';
import type { Flash } from '../decorations/flash';
import { toRange } from '../shared/vscode-ranges';
import { type Searchable, search } from './match';

/** An entry of a jump list: what is shown, what is searched, where it leads. */
export interface JumpItem extends vscode.QuickPickItem { range: Range; searched: string[] }

/**
 * A quick pick that shows each place while one moves through the list. Enter goes there; Escape brings the editor back to where it was.
 */
export async function quickJump(editor: vscode.TextEditor, items: readonly JumpItem[], placeholder: string, flash: Flash): Promise<void> {
  const { searchableTexts } = await import('./pinyin');
  const cache = new Map<JumpItem, Searchable>();
  const searchable = (item: JumpItem): Searchable => {
    const known = cache.get(item) ?? searchableTexts(item.searched);
    cache.set(item, known);
    return known;
  };
  const before = { selections: editor.selections, top: editor.visibleRanges[0] };
  const chosen = await choose(items, placeholder, searchable, (item) => {
    const range = toRange(item.range);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    flash.hold(editor, range);
  });
  flash.clear();
  if (chosen) {
    goTo(editor, toRange(chosen.range), flash);
    return;
  }
  editor.selections = before.selections;
  if (before.top) editor.revealRange(before.top, vscode.TextEditorRevealType.AtTop);
}

/** Puts the cursor at the start of `range` and marks the range for a moment. */
export function goTo(editor: vscode.TextEditor, range: vscode.Range, flash: Flash): void {
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  flash.show(editor, range);
}

function choose(
  items: readonly JumpItem[], placeholder: string, searchable: (item: JumpItem) => Searchable, preview: (item: JumpItem) => void,
): Promise<JumpItem | undefined> {
  const picker = vscode.window.createQuickPick<JumpItem>();
  picker.placeholder = placeholder;
  picker.items = items;
  let chosen: JumpItem | undefined, moved = false;
  return new Promise((resolve) => {
    picker.onDidChangeValue((value) => { picker.items = search(value, items, searchable); });
    picker.onDidChangeActive(([item]) => {
      // the list opens on its first entry: the text moves only once somebody typed or moved
      if (item && (moved || picker.value !== '')) preview(item);
      moved = true;
    });
    picker.onDidAccept(() => { chosen = picker.selectedItems[0] ?? picker.activeItems[0]; picker.hide(); });
    picker.onDidHide(() => { picker.dispose(); resolve(chosen); });
    picker.show();
  });
}
