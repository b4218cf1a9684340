import * as vscode from 'vscode';
import type { Flash } from '../decorations/flash';
import { type Searchable, searchInSlices } from './match';

/** An entry of a jump list: what is shown, what is searched, where it leads. */
export interface JumpItem extends vscode.QuickPickItem {
  /** where it leads, if that is known; looked for when it is needed */
  locate(): vscode.Range | undefined | Promise<vscode.Range | undefined>;
  searched: string[];
}

/** Entries that the list shows at most; more are found by typing. */
const MOST_SHOWN = 500;

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
  let shown: JumpItem | undefined;
  const chosen = await choose(items, placeholder, searchable, async (item) => {
    shown = item;
    const range = await item.locate();
    if (!range || shown !== item) return;
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    flash.hold(editor, range);
  });
  shown = undefined;
  flash.clear();
  const range = await chosen?.locate();
  if (range) {
    goTo(editor, range, flash);
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
  items: readonly JumpItem[], placeholder: string, searchable: (item: JumpItem) => Searchable, preview: (item: JumpItem) => Promise<void>,
): Promise<JumpItem | undefined> {
  const picker = vscode.window.createQuickPick<JumpItem>();
  let chosen: JumpItem | undefined, moved = false, typed = '';
  const find = async (value: string): Promise<void> => {
    typed = value;
    const found = await searchInSlices(value, items, searchable, () => typed === value);
    if (found && typed === value) picker.items = found.slice(0, MOST_SHOWN);
  };
  picker.placeholder = placeholder;
  picker.items = items.slice(0, MOST_SHOWN);
  return new Promise((resolve) => {
    picker.onDidChangeValue((value) => void find(value));
    picker.onDidChangeActive(([item]) => {
      // the list opens on its first entry: the text moves only once somebody typed or moved
      if (item && (moved || picker.value !== '')) void preview(item);
      moved = true;
    });
    picker.onDidAccept(() => { chosen = picker.selectedItems[0] ?? picker.activeItems[0]; picker.hide(); });
    picker.onDidHide(() => { typed = '\n'; picker.dispose(); resolve(chosen); });
    picker.show();
  });
}
