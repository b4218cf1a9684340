import type { DocumentHighlight, Location, Position } from 'vscode-languageserver/node';
import { DocumentHighlightKind } from 'vscode-languageserver/node';
import type { Entity, Mention, Span } from '../../engine/analysis';
import type { EntityView } from '../report-view';

/** How far before or after a mention the words that introduce it may stand. */
const REACH = 12;

/** textDocument/references: every mention of the entity at a position. */
export function references(view: EntityView, position: Position, includeDeclaration: boolean): Location[] | null {
  const found = view.mentionAtCursor(view.document.offsetAt(position));
  if (!found) return null;
  const introduced = includeDeclaration ? undefined : introduction(view, found.entity, found.mention);
  return found.entity.mentions.filter((m) => m !== introduced).map((m) => locate(view, m));
}

/** textDocument/definition: where the name is introduced, else the first mention. */
export function definition(view: EntityView, position: Position): Location | null {
  const found = view.mentionAtCursor(view.document.offsetAt(position));
  return found ? locate(view, introduction(view, found.entity, found.mention)) : null;
}

/** textDocument/documentHighlight. */
export function highlights(view: EntityView, position: Position): DocumentHighlight[] | null {
  const found = view.mentionAtCursor(view.document.offsetAt(position));
  return found ? found.entity.mentions.map((m) => ({ range: view.range(m), kind: DocumentHighlightKind.Text })) : null;
}

/** A short form is introduced where the text says 以下简称…, a term where it is explained (是指…), anything else where it is first named. */
export function introduction(view: EntityView, entity: Entity, from: Mention): Mention {
  const named = entity.mentions.find((m) => m.text === from.text && /简称(?:为|：)?[“"「『《]?$/u.test(before(view, m)));
  const explained = (m: Mention): boolean => entity.type === 'TERM' && /^[”"」』》]?(?:是指|指的是|，即|就是)/u.test(after(view, m));
  return named ?? entity.mentions.find(explained) ?? entity.mentions.reduce((a, b) => (b.start < a.start ? b : a));
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
