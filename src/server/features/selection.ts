import type { Position, SelectionRange } from 'vscode-languageserver/node';
import type { Span } from '../../engine/analysis';
import { paragraphAt, sentenceAt, type SourceText } from '../../engine/text';
import type { OutlineView } from '../report-view';

const CLAUSE_END = '，；：。！？';

/** textDocument/selectionRange: clause → sentence → node → the nodes above it → the whole text. */
export function selectionRanges(view: OutlineView, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const offset = view.document.offsetAt(position);
    let range: SelectionRange = { range: view.range({ start: 0, end: view.given.length }) };
    for (const span of spansAt(view, offset).reverse()) range = { range: view.range(span), parent: range };
    return range;
  });
}

/** Spans around an offset, each within the next. */
function spansAt(view: OutlineView, offset: number): Span[] {
  const candidates = [
    ...localSpans(view, offset),
    ...view.pathAt(offset).flatMap((node) => [node.labelSpan, node.span]),
  ].filter((s) => s.start <= offset && offset <= s.end && s.end > s.start).sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const span of candidates) {
    const inner = nested.at(-1);
    if (!inner || (span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start)) nested.push(span);
  }
  return nested.filter((s) => s.end - s.start < view.given.length);
}

/** Clause, sentence and paragraph, in offsets of the document. */
function localSpans(view: OutlineView, offset: number): Span[] {
  const { text } = view, at = text.toRepaired(offset);
  // behind the last character of a paragraph one is still in it
  const paragraph = paragraphAt(text.paragraphs, Math.max(0, at - 1));
  if (!paragraph || at < paragraph.start || at > paragraph.end) return [];
  const sentence = sentenceAt(paragraph, at);
  return [clauseAt(text, sentence, at), sentence, paragraph].map((s) => text.toGiven({ start: s.start, end: s.end }));
}

function clauseAt({ folded }: SourceText, sentence: Span, at: number): Span {
  const written = folded.slice(sentence.start, sentence.end);
  let start = Math.min(at, sentence.end) - sentence.start, end = start;
  while (start > 0 && !CLAUSE_END.includes(written[start - 1]!)) start--;
  while (end < written.length && !CLAUSE_END.includes(written[end]!)) end++;
  return { start: sentence.start + start, end: sentence.start + end };
}
