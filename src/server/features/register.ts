import type { CancellationToken, CodeActionParams } from 'vscode-languageserver/node';
import { Methods, type DocumentParams, type EntitiesParams, type EntityParams, type ExportParams, type MentionsParams, type OutlineDetailsParams, type OutlineParams, type RangeParams, type RepairedTextParams } from '../../protocol';
import { outlineDetails } from '../outline/items';
import type { EntityView, OutlineView } from '../report-view';
import type { Session } from '../server';
import { convert } from '../../conversion';
import { codeActions, repairEdits } from './code-actions';
import { completions, describeItem } from './completion';
import { entityAt, entityMentions } from './entities';
import { foldingRanges } from './folding';
import { hover } from './hover';
import { definition, highlights, references } from './references';
import { exportDirectives, mentionsResult, outlineMarkdown, readText, wordsMarkdown } from './requests';
import { selectionRanges } from './selection';
import { documentSymbols, flatSymbols } from './symbols';
import { workspaceSymbols } from './workspace-symbols';

/** Most folding ranges where the client names no limit: VS Code's own. */
const MOST_FOLDS = 5000;

/** Connects every request with its feature. Requests about a document that is not open or no report answer null. */
export function registerFeatures(session: Session): void {
  registerOutlineFeatures(session);
  registerEntityFeatures(session);
  registerCustomRequests(session);
}

/** Answers from the outline, at once. */
function withOutline<P extends DocumentParams, T>({ store, answer }: Session, make: (view: OutlineView, params: P) => T | Promise<T>) {
  return (params: P, token: CancellationToken) => answer(token, async () => {
    await store.ready(params.textDocument.uri);
    const view = token.isCancellationRequested ? undefined : store.outline(params.textDocument.uri);
    return view ? make(view, params) : null;
  });
}

/** Answers from the entities, when the recognizer is loaded. */
function withEntities<P extends DocumentParams, T>({ store, answer }: Session, make: (view: EntityView, params: P) => T) {
  return (params: P, token: CancellationToken) => answer(token, async () => {
    const view = await store.entities(params.textDocument.uri);
    return view && !token.isCancellationRequested ? make(view, params) : null;
  });
}

function registerOutlineFeatures(session: Session): void {
  const { connection, client } = session;
  connection.onDocumentSymbol(withOutline(session, (view) =>
    client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? documentSymbols(view) : flatSymbols(view)));
  connection.onCodeAction(withOutline(session, (view, params: CodeActionParams) => codeActions(view, params)));
  connection.onFoldingRanges(withOutline(session, (view) => foldingRanges(view, client().textDocument?.foldingRange?.rangeLimit ?? MOST_FOLDS)));
  connection.onSelectionRanges(withOutline(session, (view, { positions }) => selectionRanges(view, positions)));
}

function registerEntityFeatures(session: Session): void {
  const { connection, client, store, answer } = session;
  const markdown = (): boolean => client().textDocument?.hover?.contentFormat?.includes('markdown') ?? true;
  connection.onHover(withEntities(session, (view, { position }) => hover(view, position, markdown())));
  connection.onCompletion(({ textDocument, position }, token) => answer(token, async () => {
    await store.ready(textDocument.uri);
    const view = store.outline(textDocument.uri);
    return view ? completions(view.document, position, store.lastEntities(textDocument.uri), store.dictionaryEntries) : null;
  }));
  connection.onCompletionResolve((item, token) => answer(token, () => describeItem(item, (uri) => store.lastEntities(uri), store.dictionaryEntries, markdown())));
  connection.onReferences(withEntities(session, (view, { position, context }) => references(view, position, context.includeDeclaration)));
  connection.onDefinition(withEntities(session, (view, { position }) => definition(view, position)));
  connection.onDocumentHighlight(withEntities(session, (view, { position }) => highlights(view, position)));
  connection.onWorkspaceSymbol(({ query }, token) => answer(token, async () => workspaceSymbols(await store.allEntities(), query)));
}

function registerCustomRequests(session: Session): void {
  const { connection, store, outlines, entities, segmenter } = session;
  connection.onRequest(Methods.outline, withOutline(session, (view, params: OutlineParams) => outlines.answer(view, store.moves(view.uri), params)));
  connection.onRequest(Methods.outlineDetails, withOutline(session, (view, { id }: OutlineDetailsParams) => outlineDetails(view, id)));
  connection.onRequest(Methods.entities, withEntities(session, (view, params: EntitiesParams) => entities.answer(view, params)));
  connection.onRequest(Methods.entityMentions, withEntities(session, (view, { id }: EntityParams) => entityMentions(view, id)));
  connection.onRequest(Methods.entityAt, withEntities(session, (view, { range }: RangeParams) => entityAt(view, range)));
  connection.onRequest(Methods.mentions, withEntities(session, (view, { ranges }: MentionsParams) => mentionsResult(view, ranges)));
  connection.onRequest(Methods.exportDirectives, withOutline(session, (view, { format }: ExportParams) => ({ content: exportDirectives(view, format) })));
  connection.onRequest(Methods.readText, withOutline(session, (view, { range }: RangeParams) => ({ content: readText(view, range) })));
  connection.onRequest(Methods.repairedText, withOutline(session, async ({ text }, { script, fullWidth }: RepairedTextParams) => ({ content: await convert(text.repaired, { script, fullWidth }) })));
  connection.onRequest(Methods.repairEdits, withOutline(session, (view) => ({ version: view.version, edits: repairEdits(view) })));
  connection.onRequest(Methods.outlineMarkdown, withOutline(session, (view) => ({ content: outlineMarkdown(view) })));
  connection.onRequest(Methods.frequentWords, withEntities(session, async (view) => ({ content: wordsMarkdown(view, await segmenter()) })));
}
