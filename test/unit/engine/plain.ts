import type { OutlineNode, Span } from '../../../src/engine/analysis';
import { createEngine, type Reading } from '../../../src/engine/analyze';

const engine = createEngine();

const plainSpan = ({ start, end }: Span): Span => ({ start, end });

function plainNode({ id, kind, label, marker, ordinal, span, labelSpan, rule, directive, children }: OutlineNode): unknown {
  const spans = directive && Object.fromEntries(Object.entries(directive).map(([key, value]) => [key, key.endsWith('Span') ? plainSpan(value as Span) : value]));
  return { id, kind, label, marker, ordinal, span: plainSpan(span), labelSpan: plainSpan(labelSpan), rule, directive: spans && { ...spans, targets: directive.targets?.map((t) => ({ text: t.text, span: plainSpan(t.span) })) }, children: children.map(plainNode) };
}

/** An outline with spans that do not move. */
export const plain = ({ genre, outline, defects, isReport, confidence }: Reading['outline'] | ReturnType<typeof engine.outline>): unknown => ({ genre, isReport, confidence, outline: outline.map(plainNode), defects: defects.map((d) => ({ ...d })) });

/** The outline of a text that is read anew. */
export const whole = (text: string): unknown => plain(engine.outline(text));
