import type { NodeKind } from '../analysis';
import { Anchor, type Paragraph } from '../text';
import { fold } from '../text/fold';

/** What a node is made of; numbers are offsets into its paragraphs. */
export interface NodeParts {
  kind: NodeKind;
  rule: string;
  label: string;
  /** where the node begins, as an offset into `paragraph` */
  paragraph: Paragraph;
  from: number;
  /** the paragraph that holds its text: the next one, where a number stands alone on its line; all further offsets are offsets into this one */
  own: Paragraph;
  /** end of the node's own text */
  to: number;
  labelFrom: number;
  labelTo: number;
  /** where the text after marker and heading begins */
  body: number;
  alone: boolean;
  marker?: string | undefined;
  ordinal?: number | undefined;
  /** points of a list inside the paragraph */
  inline?: readonly StructureNode[];
}

/** A node of the outline before directives are read; spans in repaired offsets. It moves with its paragraphs and is kept as long as they are. */
export class StructureNode {
  readonly kind: NodeKind;
  readonly rule: string;
  readonly label: string;
  /** the label as rules read it: folded */
  readonly topic: string;
  readonly marker: string | undefined;
  readonly ordinal: number | undefined;
  /** the heading stands alone on its line: what follows is its body */
  readonly alone: boolean;
  readonly labelSpan: Anchor;
  /** the paragraph that holds its text */
  readonly own: Paragraph;
  /** with all below it */
  span: Anchor;
  children: readonly StructureNode[];
  /** is anything below it new since the tree was built last, or is it new itself? */
  changed = true;
  /** how often something below it was new: as long as this number stays, the node is what it was */
  stamp = 0;
  readonly #body: number;
  readonly #ownSpan: Anchor;
  readonly #inline: readonly StructureNode[];
  /** its children when the tree was built last */
  #before: readonly StructureNode[] | undefined;

  constructor(parts: NodeParts) {
    const { paragraph, own, inline = NONE } = parts;
    this.kind = parts.kind; this.rule = parts.rule; this.label = parts.label; this.topic = fold(parts.label); this.marker = parts.marker; this.ordinal = parts.ordinal; this.alone = parts.alone; this.own = own;
    this.labelSpan = new Anchor(own, parts.labelFrom, own, parts.labelTo);
    this.span = this.#ownSpan = new Anchor(paragraph, parts.from, own, parts.to);
    this.#body = parts.body;
    this.#inline = inline;
    this.children = inline;
  }

  /** where the text after marker and heading begins */
  get bodyStart(): number { return this.own.start + this.#body; }

  /** end of the node's own first paragraph */
  get ownEnd(): number { return this.#ownSpan.end; }

  /** Stands as it was made, with nothing below but its own points. */
  reset(): this {
    this.children = this.#inline;
    this.span = this.#ownSpan;
    return this;
  }

  /** Hangs a node below this one, behind those that hang there. */
  hang(child: StructureNode): void {
    if (this.children === this.#inline) this.children = [...this.#inline];
    (this.children as StructureNode[]).push(child);
  }

  /** Once its children are complete: reaches as far as all below it, and knows what is new. Points of its own paragraph never change. */
  close(): void {
    const before = this.#before;
    if (before === this.children) { this.changed = false; return; }
    closeAll(this.children);
    if (!this.rule.startsWith('inline.')) for (const child of this.children) this.#reachTo(child.span);
    this.changed = !isSame(this.children, before);
    if (this.changed) this.stamp++;
    this.#before = this.children;
  }

  #reachTo({ last, to, end }: Anchor): void {
    if (end > this.span.end) this.span = new Anchor(this.span.paragraph, this.span.from, last, to);
  }
}

/** Are these the nodes that were there before, nothing in them new? */
export function isSame(now: readonly StructureNode[], before: readonly StructureNode[] | undefined): boolean {
  return before !== undefined && now.length === before.length && now.every((node, i) => node === before[i] && !node.changed);
}

/** Closes all nodes, those below before those above. */
export function closeAll(nodes: readonly StructureNode[]): void {
  for (const node of nodes) node.close();
}

const NONE: readonly StructureNode[] = [];
