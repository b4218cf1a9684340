import type { OutlineNode, Span } from '../engine/analysis';
import { inSteps, mapInSteps, toTheEnd } from '../engine/steps';
import { squash } from './line';
import { nodesIn } from './nodes';

/** One requirement of a report, as a row of a ledger. What the text does not say is an empty string, never a guess. */
export interface DirectiveRow {
  /** 1, 2, 3 … in text order */
  number: number;
  directive: string;
  issuer: string;
  addressee: string;
  deadline: string;
  targets: string[];
  /** file:line:column of the directive's first character, line and column from 1, columns in UTF-16 code units as editors count them */
  source: string;
}

/** Says where an offset of the given text is; line and column from 0. */
export type Locate = (offset: number) => { line: number; character: number };

/** The rows of every node that carries a requirement, in text order. `file` is what the source column calls the text. */
export function directiveRows(outline: readonly OutlineNode[], file: string, locate: Locate): DirectiveRow[] { return toTheEnd(directiveRowsInSteps(outline, file, locate)); }

/** The same in steps. */
export function* directiveRowsInSteps(outline: readonly OutlineNode[], file: string, locate: Locate): Generator<void, DirectiveRow[]> {
  const nodes = yield* requirementsInSteps(outline);
  return yield* mapInSteps(nodes.entries(), ([i, node]) => ({
    number: i + 1,
    directive: squash(node.label),
    issuer: squash(node.directive.issuer ?? ''),
    addressee: squash(node.directive.addressee ?? ''),
    deadline: squash(node.directive.deadline ?? ''),
    targets: (node.directive.targets ?? []).map((t) => squash(t.text)),
    source: sourceOf(node.labelSpan, file, locate),
  }));
}

/** A node with a requirement. */
export type Requirement = OutlineNode & Required<Pick<OutlineNode, 'directive'>>;

/** All nodes with a requirement, in text order, looked for in steps. */
export function* requirementsInSteps(outline: readonly OutlineNode[]): Generator<void, Requirement[]> {
  const found: Requirement[] = [];
  yield* inSteps(nodesIn(outline), ({ node }) => { if (node.directive) found.push(node as Requirement); });
  return found;
}

function sourceOf(span: Span, file: string, locate: Locate): string {
  const { line, character } = locate(span.start);
  return `${file}:${line + 1}:${character + 1}`;
}
