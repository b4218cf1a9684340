import type { CancellationToken, CodeActionParams, DocumentSymbol, ResponseError, SymbolInformation } from 'vscode-languageserver/node';
import { oneStep } from '../../engine/steps';
import { Methods, type DocumentParams, type EntitiesParams, type EntityParams, type ExportParams, type MentionsParams, type OutlineDetailsParams, type OutlineParams, type RangeParams, type RepairedTextParams } from '../../protocol';
import { outlineDetails } from '../outline/items';
import type { ReportStore } from '../report-store';
import type { EntityView, OutlineView } from '../report-view';
import type { Session } from '../server';
import { fromNowInSlices } from '../slices';
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

/** What a request can be answered with: not with undefined, which stands for an answer that is to be asked anew. */
type Answer = object | string | number | boolean | null;

/** Answers a request about a document. */
type Handler<P, T> = (params: P, token: CancellationToken) => Promise<T | null | ResponseError<undefined>>;

/** Answers from the outline, at once. */
function withOutline<P extends DocumentParams, T extends Answer>(session: Session, make: (view: OutlineView, params: P) => T): Handler<P, T> {
  return withOutlineInSteps(session, (view, params) => oneStep(() => make(view, params)));
}

/** Answers from the outline; a long answer is made in slices. */
function withOutlineInSteps<P extends DocumentParams, T extends Answer>({ store, answer }: Session, make: (view: OutlineView, params: P) => Generator<void, T>): Handler<P, T> {
  const ask = async (uri: string, token: CancellationToken): Promise<OutlineView | undefined> => {
    await store.ready(uri);
    return token.isCancellationRequested ? undefined : store.outline(uri);
  };
  return (params, token) => answer(token, () => ofNow(store, token, () => ask(params.textDocument.uri, token), (view) => make(view, params)));
}

/** Answers from the entities, when the recognizer is loaded. */
function withEntities<P extends DocumentParams, T extends Answer>(session: Session, make: (view: EntityView, params: P) => T): Handler<P, T> {
  return withEntitiesInSteps(session, (view, params) => oneStep(() => make(view, params)));
}

/** Answers from the entities; a long answer is made in slices. */
function withEntitiesInSteps<P extends DocumentParams, T extends Answer>({ store, answer }: Session, make: (view: EntityView, params: P) => Generator<void, T>): Handler<P, T> {
  return (params, token) => answer(token, () => ofNow(store, token, () => store.entities(params.textDocument.uri), (view) => prepared(view, make(view, params))));
}

/** The steps of an answer, after those by which mentions know what they are of. */
function* prepared<T>(view: EntityView, steps: Generator<void, T>): Generator<void, T> {
  yield* view.prepareInSteps();
  return yield* steps;
}

/** Makes an answer of a document as it is: if that is edited while a long answer is made, it is asked anew. Nothing where it is no report, or the request was taken back. */
async function ofNow<V extends OutlineView, T extends Answer>(store: ReportStore, token: CancellationToken, ask: () => Promise<V | undefined>, make: (view: V) => Generator<void, T>): Promise<T | null> {
  for (;;) {
    const view = await ask();
    if (!view || token.isCancellationRequested) return null;
    const made = await fromNowInSlices(make(view), () => !token.isCancellationRequested && store.isCurrent(view));
    if (made !== undefined) return made;
  }
}

function registerOutlineFeatures(session: Session): void {
  const { connection, client } = session;
  connection.onDocumentSymbol(withOutlineInSteps(session, (view): Generator<void, DocumentSymbol[] | SymbolInformation[]> =>
    client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? documentSymbols(view) : flatSymbols(view)));
  connection.onCodeAction(withOutlineInSteps(session, (view, params: CodeActionParams) => codeActions(view, params)));
  connection.onFoldingRanges(withOutlineInSteps(session, (view) => foldingRanges(view, client().textDocument?.foldingRange?.rangeLimit ?? MOST_FOLDS)));
  connection.onSelectionRanges(withOutline(session, (view, { positions }) => selectionRanges(view, positions)));
}

function registerEntityFeatures(session: Session): void {
  const { connection, client, store, answer } = session;
  const markdown = (): boolean => client().textDocument?.hover?.contentFormat?.includes('markdown') ?? true;
  connection.onHover(withEntitiesInSteps(session, (view, { position }) => hover(view, position, markdown())));
  connection.onCompletion(withOutlineInSteps(session, (view, { position }) => completions(view.document, position, store.lastEntities(view.uri), store.dictionaryEntries)));
  connection.onCompletionResolve((item, token) => answer(token, async () =>
    (await fromNowInSlices(describeItem(item, (uri) => store.lastEntities(uri), store.dictionaryEntries, markdown()), () => !token.isCancellationRequested)) ?? item));
  connection.onReferences(withEntitiesInSteps(session, (view, { position, context }) => references(view, position, context.includeDeclaration)));
  connection.onDefinition(withEntitiesInSteps(session, (view, { position }) => definition(view, position)));
  connection.onDocumentHighlight(withEntitiesInSteps(session, (view, { position }) => highlights(view, position)));
  connection.onWorkspaceSymbol(({ query }, token) => answer(token, async () => {
    for (;;) {
      const views = await store.allEntities(), isWanted = (): boolean => !token.isCancellationRequested, found = await fromNowInSlices(workspaceSymbols(views, query), () => isWanted() && views.every((view) => store.isCurrent(view)));
      if (found || !isWanted()) return found ?? null;
    }
  }));
}

function registerCustomRequests(session: Session): void {
  const { connection, store, outlines, entities, segmenter } = session;
  connection.onRequest(Methods.outline, withOutlineInSteps(session, (view, params: OutlineParams) => outlines.answer(view, store.moves(view.uri), params)));
  connection.onRequest(Methods.outlineDetails, withOutline(session, (view, { id }: OutlineDetailsParams) => outlineDetails(view, id)));
  connection.onRequest(Methods.entities, withEntitiesInSteps(session, (view, params: EntitiesParams) => entities.answer(view, params)));
  connection.onRequest(Methods.entityMentions, withEntitiesInSteps(session, (view, { id }: EntityParams) => entityMentions(view, id)));
  connection.onRequest(Methods.entityAt, withEntities(session, (view, { range }: RangeParams) => entityAt(view, range)));
  connection.onRequest(Methods.mentions, withEntities(session, (view, { ranges }: MentionsParams) => mentionsResult(view, ranges)));
  connection.onRequest(Methods.exportDirectives, withOutlineInSteps(session, (view, { format }: ExportParams) => exportDirectives(view, format)));
  connection.onRequest(Methods.readText, withOutline(session, (view, { range }: RangeParams) => ({ content: readText(view, range) })));
  connection.onRequest(Methods.repairedText, withOutline(session, async ({ text }, { script, fullWidth }: RepairedTextParams) => ({ content: await convert(text.repaired.toString(), { script, fullWidth }) })));
  connection.onRequest(Methods.repairEdits, withOutline(session, (view) => ({ version: view.version, edits: repairEdits(view) })));
  connection.onRequest(Methods.outlineMarkdown, withOutlineInSteps(session, (view) => outlineMarkdown(view)));
  connection.onRequest(Methods.frequentWords, async (params: DocumentParams, token: CancellationToken) => {
    const cutter = await segmenter();
    return withEntitiesInSteps(session, (view) => wordsMarkdown(view, cutter))(params, token);
  });
}
