import type { DocumentHighlight, Location, Position } from 'vscode-languageserver/node';
import { DocumentHighlightKind } from 'vscode-languageserver/node';
import type { Entity, Mention, Span } from '../../engine/analysis';
import { findInSteps, inSteps, mapInSteps } from '../../engine/steps';
import type { EntityView } from '../report-view';

/** How far before or after a mention the words that introduce it may stand. */
const REACH = 12;

/** textDocument/references: every mention of the entity at a position. */
export function* references(view: EntityView, position: Position, includeDeclaration: boolean): Generator<void, Location[] | null> {
  const found = view.mentionAtCursor(view.document.offsetAt(position));
  if (!found) return null;
  const introduced = includeDeclaration ? undefined : yield* introduction(view, found.entity, found.mention), located: Location[] = [];
  yield* inSteps(found.entity.mentions, (m) => { if (m !== introduced) located.push(locate(view, m)); });
  return located;
}

/** textDocument/definition: where the name is introduced, else the first mention. */
export function* definition(view: EntityView, position: Position): Generator<void, Location | null> {
  const found = view.mentionAtCursor(view.document.offsetAt(position));
  return found ? locate(view, yield* introduction(view, found.entity, found.mention)) : null;
}

/** textDocument/documentHighlight. */
export function* highlights(view: EntityView, position: Position): Generator<void, DocumentHighlight[] | null> {
  const found = view.mentionAtCursor(view.document.offsetAt(position));
  return found ? yield* mapInSteps(found.entity.mentions, (m) => ({ range: view.range(m), kind: DocumentHighlightKind.Text })) : null;
}

/** A short form is introduced where the text says 以下简称…, a term where it is explained (是指…), anything else where it is first named. */
function* introduction(view: EntityView, { type, mentions }: Entity, from: Mention): Generator<void, Mention> {
  const named = yield* findInSteps(mentions, (m) => m.text === from.text && /简称(?:为|：)?[“"「『《]?$/u.test(before(view, m)));
  if (named) return named;
  const explained = type === 'TERM' ? yield* findInSteps(mentions, (m) => /^[”"」』》]?(?:是指|指的是|，即|就是)/u.test(after(view, m))) : undefined;
  return explained ?? mentions.reduce((a, b) => (b.start < a.start ? b : a));
}

function before({ text }: EntityView, m: Span): string {
  const at = text.toRepaired(m.start);
  return text.folded.slice(Math.max(0, at - REACH), at);
}

function after({ text }: EntityView, m: Span): string {
  const at = text.toRepaired(m.end);
  return text.folded.slice(at, at + REACH);
}

function locate(view: EntityView, span: Span): Location {
  return { uri: view.uri, range: view.range(span) };
}
