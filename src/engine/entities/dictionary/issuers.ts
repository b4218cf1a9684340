import type { Directive, OutlineNode, Span } from '../../analysis';
import type { DictionaryEntry } from '../../resources';
import { wordingKey, Wordings } from './wordings';

/**
 * Puts every issuer that is a wording of the dictionary under its canonical name. Nodes that this changes are copied, once for as long as they
 * live, so that from version to version of a text the outline is made of the same objects as long as nothing in them changes.
 */
export function issuerNaming(entries: readonly DictionaryEntry[]): (outline: readonly OutlineNode[]) => readonly OutlineNode[] {
  if (entries.length === 0) return (outline) => outline;
  const wordings = new Wordings(entries), known = new WeakMap<OutlineNode, OutlineNode>();
  const named = (node: OutlineNode): OutlineNode => {
    let copy = known.get(node);
    if (!copy) known.set(node, copy = copyOf(node));
    return copy;
  };
  const copyOf = (node: OutlineNode): OutlineNode => {
    const { directive } = node, name = directive?.issuer === undefined ? undefined : wordings.find(wordingKey(directive.issuer))?.name, children = node.children.map(named);
    if (name === undefined && children.every((child, i) => child === node.children[i])) return node;
    return new NamedNode(node, directive && name !== undefined ? { ...directive, issuer: name } : directive, children);
  };
  return (outline) => outline.map(named);
}

/** A copy of a node. A class for the reason given at `EntitiesOfVersion`. */
class NamedNode implements OutlineNode {
  readonly #node: OutlineNode;
  declare readonly kind: OutlineNode['kind'];
  declare readonly label: string;
  declare readonly marker?: string;
  declare readonly ordinal?: number;
  declare readonly span: Span;
  declare readonly labelSpan: Span;
  declare readonly directive?: Directive;
  declare readonly rule: string;
  declare readonly children: OutlineNode[];

  constructor(node: OutlineNode, directive: Directive | undefined, children: OutlineNode[]) {
    this.#node = node;
    const { kind, label, marker, ordinal, span, labelSpan, rule } = node;
    Object.assign(this, { kind, label, ...(marker !== undefined && { marker }), ...(ordinal !== undefined && { ordinal }), span, labelSpan, ...(directive && { directive }), rule, children });
  }

  /** an edit elsewhere may give the node another one */
  get id(): string { return this.#node.id; }

  /** JSON has the id too, though it is no property of the copy's own. */
  toJSON(): object { return Object.assign({ id: this.id }, this); }
}
