import type { NodeKind, Span } from '../analysis';

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
  /** the heading stands alone on its line: what follows is its body */
  alone: boolean;
  /** where the text after marker and heading begins */
  bodyStart: number;
  /** end of the node's own first paragraph */
  ownEnd: number;
}
