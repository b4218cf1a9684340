import type { Span } from '../engine/analysis';
import type { Stretch } from '../protocol';
import type { OutlineView } from './report-view';

/** A span as lists of them go over the wire. */
export function stretchOf(view: OutlineView, span: Span): Stretch {
  const { start, end } = view.range(span);
  return [start.line, start.character, end.line, end.character];
}
