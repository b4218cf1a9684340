import { outlineStep, type NodeKind } from '../../engine/analysis';
import type { OutlineHead, Position, Range, Stretch } from '../../protocol';

/** What is below a node. */
interface Contents { readonly directives: number; readonly measures: number }

const NOTHING: Contents = { directives: 0, measures: 0 };

/** What an overview can do without, the highest first: plain paragraphs, then points, then requirements. */
const RANKS: Record<NodeKind, number> = {
  title: 0, section: 0, group: 1, directive: 1, measure: 2, item: 2, caption: 3, lead: 3, paragraph: 3, closing: 3, signature: 3,
};
export const LAST_RANK = 3;

/** A node of the outline as the tree shows it. It stays the same object while the text around it is edited. */
export class OutlineNode {
  head: OutlineHead;
  readonly parent: OutlineNode | undefined;
  children: readonly OutlineNode[] = [];
  /** which it is among siblings that add the same to the path, from 1 */
  twin = 1;
  /** taken out of the outline, with all below it */
  isDropped = false;
  #contents = NOTHING;
  #rankBelow = LAST_RANK;

  constructor(head: OutlineHead, parent: OutlineNode | undefined) {
    this.head = head;
    this.parent = parent;
  }

  /** What the node adds to the path, before equal siblings are told apart. */
  get step(): string { return outlineStep(this.head); }

  /** Unique in the document, stable over edits elsewhere: the node's id in the language server. */
  get key(): string {
    const above = this.parent?.key ?? '';
    return this.twin === 1 ? above + this.step : `${above}${this.step}#${this.twin}`;
  }

  /** The node with all below it. */
  get range(): Range { return rangeOf(this.head.range); }

  /** The heading or gist. */
  get labelRange(): Range { return rangeOf(this.head.labelRange); }

  /** How many directives and measures are below it. */
  get contents(): Contents { return this.#contents; }

  /** The least rank of the node and those below it: an overview that has one of them has the node. */
  get rank(): number { return Math.min(RANKS[this.head.kind], this.#rankBelow); }

  /** Whether the node requires something of somebody. */
  get isDirective(): boolean { return this.head.kind === 'directive' || this.head.directive !== undefined; }

  /** Is the node still in the outline? */
  get isThere(): boolean { return !this.isDropped && (this.parent?.isThere ?? true); }

  /** Whether a place is inside the node or at one of its ends. */
  contains({ line, character }: Position): boolean {
    const [startLine, startCharacter, endLine, endCharacter] = this.head.range;
    return (line - startLine || character - startCharacter) >= 0 && (endLine - line || endCharacter - character) >= 0;
  }

  /** Counts again what is below it; says whether the counts changed. */
  recount(): boolean {
    let directives = 0, measures = 0;
    this.#rankBelow = LAST_RANK;
    for (const child of this.children) {
      this.#rankBelow = Math.min(this.#rankBelow, child.rank);
      directives += child.contents.directives + Number(child.isDirective);
      measures += child.contents.measures + Number(!child.isDirective && child.head.kind === 'measure');
    }
    if (directives === this.#contents.directives && measures === this.#contents.measures) return false;
    this.#contents = { directives, measures };
    return true;
  }
}

function rangeOf([startLine, startCharacter, endLine, endCharacter]: Stretch): Range {
  return { start: { line: startLine, character: startCharacter }, end: { line: endLine, character: endCharacter } };
}

/** The label with its marker, cut where the tree has little room. */
export function shortLabelOf(head: OutlineHead): string {
  const { short, marker, label } = head;
  return short === undefined ? labelOf(head) : `${labelOf({ ...(marker !== undefined && { marker }), label: label.slice(0, short) })}…`;
}

/** The label with its marker. */
export function labelOf({ marker, label }: Pick<OutlineHead, 'marker' | 'label'>): string {
  if (marker === undefined || marker === '') return label;
  return /[、．，。：）)\]】]$/u.test(marker) ? `${marker}${label}` : `${marker} ${label}`;
}
