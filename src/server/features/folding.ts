import type { FoldingRange } from 'vscode-languageserver/node';
import { inSteps } from '../../engine/steps';
import type { LongString } from '../../engine/text';
import type { OutlineView } from '../report-view';

/** textDocument/foldingRange: every node of more than one line, at most `limit`, outer ones first kept. */
export function* foldingRanges(view: OutlineView, limit: number): Generator<void, FoldingRange[]> {
  const byStart = new Map<number, FoldingRange>();
  yield* inSteps(view.nodes(), (node) => {
    const { start, end } = node.span, startLine = view.document.positionAt(start).line;
    // of two nodes that begin in one line the outer one, which comes first, is the one to fold
    if (byStart.has(startLine) || view.document.positionAt(end).line === startLine) return;
    const endLine = view.document.positionAt(lastCharacter(view.given, start, end)).line;
    if (endLine > startLine) byStart.set(startLine, { startLine, endLine });
  });
  return [...byStart.values()].slice(0, limit);
}

/** Offset behind the last character that is not white space: empty lines after a section stay visible. */
function lastCharacter(text: LongString, start: number, end: number): number {
  let at = Math.min(end, text.length);
  while (at > start && /\s/u.test(text.charAt(at - 1))) at--;
  return at;
}
