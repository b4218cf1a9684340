import type { Genre, NodeKind, Span } from '../analysis';
import type { SourceText } from '../text';
import { readsLikeReport } from '../detector';

/** A node of the outline before directives are read; spans in repaired offsets. */
export interface StructureNode {
  kind: NodeKind;
  label: string;
  marker?: string;
  ordinal?: number;
  span: Span;
  labelSpan: Span;
  rule: string;
  children: StructureNode[];
}

export interface Structure {
  isReport: boolean;
  confidence: number;
  genre: Genre;
  nodes: StructureNode[];
}

/** Reads headings, markers and genre. Never throws. */
export function readStructure(text: SourceText): Structure {
  const first = text.paragraphs[0];
  const span = first && { start: first.start, end: first.end };
  return {
    ...readsLikeReport(text.folded), genre: 'other',
    nodes: span ? [{ kind: 'title', label: text.repaired.slice(span.start, span.end), span, labelSpan: span, rule: 'title', children: [] }] : [],
  };
}
