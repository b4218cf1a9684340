import type { OutlineNode } from '../../analysis';
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
    // an edit elsewhere may give the node another id
    return { ...node, get id() { return node.id; }, ...(directive && name !== undefined && { directive: { ...directive, issuer: name } }), children };
  };
  return (outline) => outline.map(named);
}
