import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { NodeKind } from '../../engine/analysis';
import type { OutlineHead } from '../../protocol';
import { shorten } from '../shared/text';
import { stretchToRange } from '../shared/vscode-ranges';
import { whoToWhom } from './describe';
import type { OutlineModel } from './model';
import { labelOf, type OutlineNode } from './node';

/** Symbols of a document at most: the editor copies all of them at every edit. The tree of the extension has no such limit. */
const MOST_SYMBOLS = 1000;
/** Folding ranges at most, as VS Code has it. */
const MOST_FOLDS = 5000;
const MOST_NAME = 120;

const KINDS: Record<NodeKind, vscode.SymbolKind> = {
  title: vscode.SymbolKind.File, section: vscode.SymbolKind.Namespace, directive: vscode.SymbolKind.Event, measure: vscode.SymbolKind.Field,
  item: vscode.SymbolKind.EnumMember, caption: vscode.SymbolKind.String, lead: vscode.SymbolKind.String, group: vscode.SymbolKind.Package,
  paragraph: vscode.SymbolKind.String, closing: vscode.SymbolKind.String, signature: vscode.SymbolKind.Key,
};

/** So many symbols are made in a turn of the event loop: about a millisecond. */
const PER_TURN = 50;

/** The outline as the editor's own symbols, made of what is here already; nothing where they are not wanted any more. */
export async function symbolsOf(model: OutlineModel, token: vscode.CancellationToken): Promise<vscode.DocumentSymbol[] | undefined> {
  let made = 0;
  // made beforehand, in turns; putting them together, which must not be interrupted, is then short
  const chosen = model.overview(MOST_SYMBOLS);
  await nextTurn();
  for (const node of chosen) {
    symbolOf(node);
    if (++made % PER_TURN === 0) await nextTurn();
    if (token.isCancellationRequested) return undefined;
  }
  const shown = model.overview(MOST_SYMBOLS);
  const symbols = (nodes: readonly OutlineNode[]): vscode.DocumentSymbol[] => nodes.filter((node) => shown.has(node)).map((node) => {
    const symbol = symbolOf(node);
    symbol.children = symbols(node.children);
    return symbol;
  });
  return symbols(model.roots);
}

interface Known { readonly symbol: vscode.DocumentSymbol; readonly head: OutlineHead; readonly at: string }
const known = new WeakMap<OutlineNode, Known>();

/** The symbol of a node, made anew only where it looks different or stands elsewhere. */
function symbolOf(node: OutlineNode): vscode.DocumentSymbol {
  const { head } = node, at = `${head.range[0]} ${head.range[2]} ${head.labelRange[0]} ${head.labelRange[2]}`, before = known.get(node);
  if (before?.head === head && before.at === at) return before.symbol;
  const symbol = makeSymbol(head);
  known.set(node, { symbol, head, at });
  return symbol;
}

function makeSymbol(head: OutlineHead): vscode.DocumentSymbol {
  const { kind, directive } = head, range = stretchToRange(head.range), label = stretchToRange(head.labelRange);
  const name = shorten(labelOf(head).replace(/\s+/gu, ' ').trim(), MOST_NAME);
  // the editor wants the name inside the whole
  return new vscode.DocumentSymbol(name === '' ? '…' : name, directive ? whoToWhom(directive, vscode.l10n.t) : '', KINDS[kind], range.union(label), label);
}

/** Every node of more than one line; of two that begin in one line the outer one. */
export function foldsOf({ roots }: OutlineModel): vscode.FoldingRange[] {
  const byStart = new Map<number, vscode.FoldingRange>();
  const fold = (nodes: readonly OutlineNode[]): void => {
    for (const { head: { range: [start, , end] }, children } of nodes) {
      if (end === start || byStart.size >= MOST_FOLDS) continue;
      if (!byStart.has(start)) byStart.set(start, new vscode.FoldingRange(start, end));
      fold(children);
    }
  };
  fold(roots);
  return [...byStart.values()];
}
