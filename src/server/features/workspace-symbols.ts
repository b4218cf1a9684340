import { SymbolKind, type SymbolInformation } from 'vscode-languageserver/node';
import type { EntityType, NodeKind } from '../../engine/analysis';
import { EntityView, type OutlineView } from '../report-view';
import { symbolKind, symbolName } from './symbols';

/** Most symbols in an answer; editors ask again with every letter. */
const MOST = 500;

const NAMED: ReadonlySet<NodeKind> = new Set(['title', 'section', 'directive', 'measure', 'item']);

const ENTITY_KINDS: Partial<Record<EntityType, SymbolKind>> = {
  PER: SymbolKind.Object, ORG: SymbolKind.Class, LOC: SymbolKind.Namespace, DOC: SymbolKind.File, TERM: SymbolKind.Constant,
};

/** workspace/symbol: headings, directives and names of the open reports whose characters hold those of the query in order. */
export function workspaceSymbols(views: readonly OutlineView[], query: string): SymbolInformation[] {
  const wanted = Array.from(query.toLowerCase().replace(/\s+/gu, ''));
  return views.flatMap((view) => symbolsOf(view).filter((s) => holds(s.name.toLowerCase(), wanted))).slice(0, MOST);
}

function symbolsOf(view: OutlineView): SymbolInformation[] {
  const containerName = decodeURIComponentSafely(view.uri.slice(view.uri.lastIndexOf('/') + 1));
  const nodes = [...view.nodes()].filter((n) => NAMED.has(n.kind)).map((n) =>
    ({ name: symbolName(n), kind: symbolKind(n), containerName, location: { uri: view.uri, range: view.range(n.labelSpan) } }));
  const entities = (view instanceof EntityView ? view.entities : []).flatMap((e) => {
    const kind = ENTITY_KINDS[e.type], first = e.mentions[0];
    return kind && first ? [{ name: e.name, kind, containerName, location: { uri: view.uri, range: view.range(first) } }] : [];
  });
  return [...nodes, ...entities];
}

function holds(name: string, wanted: readonly string[]): boolean {
  let at = 0;
  for (const c of wanted) {
    at = name.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
