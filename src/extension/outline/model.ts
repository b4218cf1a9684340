import type { OutlineItem, OutlineResult, Position } from '../../protocol';
import { comparePositions, contains } from '../shared/ranges';

/** A node of the outline as the tree shows it. */
export interface OutlineNode {
  readonly item: OutlineItem;
  readonly parent: OutlineNode | undefined;
  readonly children: readonly OutlineNode[];
  /** unique in the document, stable over edits */
  readonly key: string;
}

/** The outline of one document, with the ways through it. */
export class OutlineModel {
  readonly roots: readonly OutlineNode[];
  readonly #byKey = new Map<string, OutlineNode>();

  constructor(result: OutlineResult) {
    this.roots = this.#build(result.outline, undefined);
  }

  /** The node of this key. */
  get(key: string): OutlineNode | undefined {
    return this.#byKey.get(key);
  }

  /** All nodes, each before its children. */
  nodes(): IterableIterator<OutlineNode> {
    return this.#byKey.values();
  }

  /** All directives in text order. */
  directives(): OutlineNode[] {
    return [...this.nodes()].filter(isDirective).sort((a, b) => comparePositions(a.item.labelRange.start, b.item.labelRange.start));
  }

  /** The deepest node around `position`. */
  at(position: Position): OutlineNode | undefined {
    let found: OutlineNode | undefined, level: readonly OutlineNode[] = this.roots;
    for (;;) {
      const next = level.findLast(({ item }) => contains(item.range, position));
      if (!next) return found;
      found = next;
      level = next.children;
    }
  }

  #build(items: readonly OutlineItem[], parent: OutlineNode | undefined): OutlineNode[] {
    return items.map((item) => {
      const children: OutlineNode[] = [];
      const node: OutlineNode = { item, parent, children, key: this.#uniqueKey(item.id) };
      this.#byKey.set(node.key, node);
      children.push(...this.#build(item.children, node));
      return node;
    });
  }

  #uniqueKey(id: string): string {
    let key = id;
    for (let n = 2; this.#byKey.has(key); n++) key = `${id}~${n}`;
    return key;
  }
}

/** Whether the node requires something of somebody. */
export function isDirective({ item }: OutlineNode): boolean {
  return item.kind === 'directive' || item.directive !== undefined;
}

/** The node's label as a tree shows it, with its marker. */
export function labelOf({ marker, label }: OutlineItem): string {
  if (marker === undefined || marker === '') return label;
  return /[、．，。：）)\]】]$/u.test(marker) ? `${marker}${label}` : `${marker} ${label}`;
}

/** All that the tree shows of the outline, as one string: the tree is refreshed only where this differs, not at every keystroke. */
export function signatureOf(model: OutlineModel): string {
  return JSON.stringify([...model.nodes()].map(({ key, item, parent }) => {
    const d = item.directive;
    return [key, parent?.key, item.kind, labelOf(item), d && [d.force, d.issuer, d.addressee, d.deadline, d.targets.map((t) => t.text)]];
  }));
}
