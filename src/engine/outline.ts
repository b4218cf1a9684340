import type { Defect, Directive, Genre, OutlineNode, ReportAnalysis, Span } from './analysis';
import { DirectivesReader } from './directives';
import { toTheEnd } from './steps';
import { StructureReader, type Structure } from './structure';
import type { SourceText } from './text';

/** The part of an analysis that needs no dictionary: there at once. Where nothing is damaged its nodes move with the text when it is read again after an edit. */
export type OutlineAnalysis = Omit<ReportAnalysis, 'entities' | 'outline' | 'repairedText'> & { readonly outline: readonly OutlineNode[] };

/** The same as it stays, with spans of its own. */
export type Outline = Omit<ReportAnalysis, 'entities' | 'repairedText'>;

/** Reads the outline of a version of a text in steps, by readers that have read nothing but older versions of it. */
export function* readOutlineInSteps(text: SourceText, structures: StructureReader, directives: DirectivesReader): Generator<void, OutlineAnalysis> {
  const structure = yield* structures.readInSteps(text);
  return outlineOf(text, structure, yield* directives.readInSteps(text, structure));
}

/** The outline of a text, as it stays. */
export function readOutline(text: SourceText): Outline {
  const { schema, isReport, confidence, genre, outline, defects } = toTheEnd(readOutlineInSteps(text, new StructureReader(), new DirectivesReader()));
  return { schema, isReport, confidence, genre, outline: text.isSound ? outline.map((n) => nodeToGiven(n, text)) : [...outline], defects };
}

function outlineOf(text: SourceText, structure: Structure, nodes: readonly OutlineNode[]): OutlineAnalysis {
  const slips = text.isSound ? structure.defects : structure.defects.map((d) => ({ ...d, ...text.toGiven({ start: d.start, end: d.end }) })), defects = [...text.defects, ...slips].sort((x, y) => x.start - y.start);
  return new OutlineOfText(structure, text.isSound ? nodes : nodes.map((n) => nodeToGiven(n, text)), defects);
}

/** The same outline with other nodes. */
export const outlineWith = ({ schema, isReport, confidence, genre, defects }: OutlineAnalysis, outline: readonly OutlineNode[]): OutlineAnalysis => ({ schema, isReport, confidence, genre, outline, defects });

/** A class for the reason given at `StructureOfText`. */
class OutlineOfText implements OutlineAnalysis {
  readonly schema = 1;
  readonly #structure: Structure;

  constructor(structure: Structure, readonly outline: readonly OutlineNode[], readonly defects: Defect[]) {
    this.#structure = structure;
  }

  get isReport(): boolean { return this.#structure.detection.isReport; }
  get confidence(): number { return this.#structure.detection.confidence; }
  get genre(): Genre { return this.#structure.genre; }
}

/** The one place where spans go from the repaired view back to the text as given. */
function nodeToGiven(node: OutlineNode, text: SourceText): OutlineNode {
  const to = (s: Span): Span => text.toGiven(s), { id, kind, label, marker, ordinal, rule, directive } = node;
  return new PlainNode({ id, kind, label, marker, ordinal, span: to(node.span), labelSpan: to(node.labelSpan), directive: directive && directiveToGiven(directive, to), rule, children: node.children.map((c) => nodeToGiven(c, text)) });
}

/** A node as it stays, with all it may have. */
type PlainParts = { readonly [key in keyof OutlineNode]-?: OutlineNode[key] | (undefined extends OutlineNode[key] ? undefined : never) };

/** The same, without what it does not have. A class is made of such parts several times as fast as a literal; its fields are written in this order. */
export class PlainNode implements OutlineNode {
  declare id: string;
  declare kind: OutlineNode['kind'];
  declare label: string;
  declare marker?: string;
  declare ordinal?: number;
  declare span: Span;
  declare labelSpan: Span;
  declare directive?: Directive;
  declare rule: string;
  declare children: OutlineNode[];

  constructor(parts: PlainParts) {
    this.id = parts.id;
    this.kind = parts.kind;
    this.label = parts.label;
    if (parts.marker !== undefined) this.marker = parts.marker;
    if (parts.ordinal !== undefined) this.ordinal = parts.ordinal;
    this.span = parts.span;
    this.labelSpan = parts.labelSpan;
    if (parts.directive) this.directive = parts.directive;
    this.rule = parts.rule;
    this.children = parts.children;
  }
}

function directiveToGiven(d: Directive, to: (span: Span) => Span): Directive {
  return {
    ...d,
    ...(d.issuerSpan && { issuerSpan: to(d.issuerSpan) }), ...(d.addresseeSpan && { addresseeSpan: to(d.addresseeSpan) }),
    ...(d.cueSpan && { cueSpan: to(d.cueSpan) }), ...(d.deadlineSpan && { deadlineSpan: to(d.deadlineSpan) }),
    ...(d.targets && { targets: d.targets.map((t) => ({ text: t.text, span: to(t.span) })) }),
  };
}
