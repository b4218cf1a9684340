import { SymbolKind, type SymbolInformation } from 'vscode-languageserver/node';
import type { Entity, EntityType, NodeKind, Span } from '../../engine/analysis';
import { findInSteps } from '../../engine/steps';
import { EntityView, type OutlineView } from '../report-view';
import { symbolKind, symbolName } from './symbols';

/** Most symbols in an answer; editors ask again with every letter. */
const MOST = 500;

const NAMED: ReadonlySet<NodeKind> = new Set(['title', 'section', 'directive', 'measure', 'item']);

const ENTITY_KINDS: Partial<Record<EntityType, SymbolKind>> = {
  PER: SymbolKind.Object, ORG: SymbolKind.Class, LOC: SymbolKind.Namespace, DOC: SymbolKind.File, TERM: SymbolKind.Constant,
};

/** workspace/symbol: headings, directives and names of the open reports whose characters hold those of the query in order. */
export function* workspaceSymbols(views: readonly OutlineView[], query: string): Generator<void, SymbolInformation[]> {
  const wanted = Array.from(query.toLowerCase().replace(/\s+/gu, '')), found: SymbolInformation[] = [];
  for (const view of views) {
    const containerName = decodeURIComponentSafely(view.uri.slice(view.uri.lastIndexOf('/') + 1));
    const add = ({ name, kind, span }: Named): boolean => {
      if (holds(name.toLowerCase(), wanted)) found.push({ name, kind, containerName, location: { uri: view.uri, range: view.range(span) } });
      return found.length === MOST;
    };
    if (yield* findInSteps(namedNodes(view), add)) return found;
    if (view instanceof EntityView && (yield* findInSteps(namedEntities(yield* view.entitiesInSteps()), add))) return found;
  }
  return found;
}

/** What a symbol is made of. */
interface Named { readonly name: string; readonly kind: SymbolKind; readonly span: Span }

function* namedNodes(view: OutlineView): Generator<Named> {
  for (const node of view.nodes()) if (NAMED.has(node.kind)) yield { name: symbolName(node), kind: symbolKind(node), span: node.labelSpan };
}

function* namedEntities(entities: readonly Entity[]): Generator<Named> {
  for (const { type, name, mentions: [first] } of entities) {
    const kind = ENTITY_KINDS[type];
    if (kind && first) yield { name, kind, span: first };
  }
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
