import type { OutlineNode } from './model';

/** Remembers which nodes the user opened and closed, so that no refresh moves anything. Directives start closed, all else open. */
export class Expansion {
  readonly #states = new Map<string, boolean>();

  /** Notes what the user did with a node of a document. */
  set(uri: string, node: OutlineNode, expanded: boolean): void {
    this.#states.set(`${uri}#${node.key}`, expanded);
  }

  /** Whether the children of the node are shown. */
  isExpanded(uri: string, node: OutlineNode): boolean {
    return this.#states.get(`${uri}#${node.key}`) ?? node.item.kind !== 'directive';
  }

  /** The node itself, or the outermost closed one above it: what can be selected without opening anything. */
  visible(uri: string, node: OutlineNode): OutlineNode {
    let found = node;
    for (let up = node.parent; up; up = up.parent) if (!this.isExpanded(uri, up)) found = up;
    return found;
  }
}
