import type { Directive, OutlineNode } from '../../engine/analysis';
import { issuerName } from '../../ledger';
import type { DirectiveItem, OutlineDetails, OutlineHead } from '../../protocol';
import { ledgerWords } from '../../wording';
import type { OutlineView } from '../report-view';
import { ruleText } from '../rule-text';
import { stretchOf } from '../stretch';
import { shortLength } from './short-length';

/** Longest excerpt of a node, as the protocol has it. */
const MOST_EXCERPT = 200;

/** A node as it goes over the wire, without what is below it. */
export function headOf(view: OutlineView, { kind, label, marker, span, labelSpan, directive }: OutlineNode): OutlineHead {
  const short = directive && shortLength(label, marker);
  return {
    kind, label, ...(marker !== undefined && { marker }), ...(short !== undefined && { short }), range: stretchOf(view, span), labelRange: stretchOf(view, labelSpan),
    ...(directive && { directive: directiveItem(directive) }),
  };
}

function directiveItem({ force, issuer, addressee, deadline, targets = [] }: Directive): DirectiveItem {
  return {
    force, ...(issuer && { issuer: issuerName(issuer, ledgerWords()) }), ...(addressee && { addressee }), ...(deadline && { deadline }),
    ...(targets.length > 0 && { targets: targets.map((t) => t.text) }),
  };
}

/** Do two nodes look the same in a tree, wherever they stand? */
export function looksSame(a: OutlineNode, b: OutlineNode): boolean {
  return a === b || a.kind === b.kind && a.label === b.label && a.marker === b.marker && saysSame(a.directive, b.directive);
}

function saysSame(a: Directive | undefined, b: Directive | undefined): boolean {
  if (!a || !b) return a === b;
  const { targets: some = [] } = a, { targets: others = [] } = b;
  return a.force === b.force && a.issuer === b.issuer && a.addressee === b.addressee && a.deadline === b.deadline
    && some.length === others.length && some.every((target, i) => target.text === others[i]!.text);
}

/** reportLens/outlineDetails: what is said of the node with an id, or nothing where there is none. */
export function outlineDetails(view: OutlineView, id: string): OutlineDetails | null {
  const node = nodeOf(view.analysis.outline, id);
  if (!node) return null;
  const { rule, span, directive } = node;
  return { excerpt: view.excerpt(span, MOST_EXCERPT), rule, ruleText: ruleText(rule), ...(directive?.cue && { cue: directive.cue }) };
}

/** Ids are paths: those of the nodes above a node are beginnings of its own. */
function nodeOf(level: readonly OutlineNode[], id: string): OutlineNode | undefined {
  for (const node of level) {
    if (node.id === id) return node;
    const below = id.startsWith(node.id) ? nodeOf(node.children, id) : undefined;
    if (below) return below;
  }
  return undefined;
}

/** Counts directives of one document. What is known of a node, and of a whole level, is kept as long as that. */
export class DirectiveCount {
  readonly #levels = new WeakMap<readonly OutlineNode[], number>();

  /** Directives among these nodes and below them, counted in steps. */
  *of(nodes: readonly OutlineNode[]): Generator<void, number> {
    if (nodes.length === 0) return 0;
    let count = this.#levels.get(nodes);
    if (count === undefined) {
      count = 0;
      for (const { kind, children } of nodes) {
        count += Number(kind === 'directive');
        if (children.length > 0) count += this.#levels.get(children) ?? (yield* this.of(children));
      }
      yield;
      this.#levels.set(nodes, count);
    }
    return count;
  }
}
