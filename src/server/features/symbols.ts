import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver/node';
import type { NodeKind, OutlineNode, Span } from '../../engine/analysis';
import { mapInSteps } from '../../engine/steps';
import { partiesOf, shorten, titleOf } from '../../ledger';
import type { OutlineView } from '../report-view';
import { ledgerWords } from '../../wording';

/** Longest name of a symbol; editors cut anyway, and a paragraph may be one line of any length. */
const MOST_NAME = 120;

const KINDS: Record<NodeKind, SymbolKind> = {
  title: SymbolKind.File, section: SymbolKind.Namespace, directive: SymbolKind.Event, measure: SymbolKind.Field, item: SymbolKind.EnumMember,
  caption: SymbolKind.String, lead: SymbolKind.String, group: SymbolKind.Package, paragraph: SymbolKind.String, closing: SymbolKind.String, signature: SymbolKind.Key,
};

/** textDocument/documentSymbol: the outline as a tree, a node a step. */
export function* documentSymbols(view: OutlineView, nodes = view.analysis.outline): Generator<void, DocumentSymbol[]> {
  const symbols: DocumentSymbol[] = [], words = ledgerWords();
  for (const node of nodes) {
    symbols.push({
      name: symbolName(node), detail: partiesOf(node, words), kind: KINDS[node.kind],
      range: view.range(around(node)), selectionRange: view.range(node.labelSpan), children: yield* documentSymbols(view, node.children),
    });
    yield;
  }
  return symbols;
}

/** The same for clients that know no tree. */
export function flatSymbols(view: OutlineView): Generator<void, SymbolInformation[]> {
  return mapInSteps(view.nodes(), (node) => ({ name: symbolName(node), kind: KINDS[node.kind], location: { uri: view.uri, range: view.range(around(node)) } }));
}

export function symbolName(node: OutlineNode): string {
  return shorten(titleOf(node), MOST_NAME);
}

export function symbolKind(node: OutlineNode): SymbolKind {
  return KINDS[node.kind];
}

/** The protocol wants the name inside the whole. */
function around({ span, labelSpan }: OutlineNode): Span {
  return { start: Math.min(span.start, labelSpan.start), end: Math.max(span.end, labelSpan.end) };
}
