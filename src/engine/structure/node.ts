import type { NodeKind } from '../analysis';
import { Anchor, type Paragraph } from '../text';
import { fold } from '../text/fold';
import { Siblings } from './siblings';

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
  /** what hangs below it */
  readonly below: Siblings;
  readonly #body: number;
  readonly #ownSpan: Anchor;
  readonly #inline: readonly StructureNode[];

  constructor(parts: NodeParts) {
    const { paragraph, own, inline = NONE } = parts;
    this.kind = parts.kind; this.rule = parts.rule; this.label = parts.label; this.topic = topicOf(parts); this.marker = parts.marker; this.ordinal = parts.ordinal; this.alone = parts.alone; this.own = own;
    this.labelSpan = new Anchor(own, parts.labelFrom, own, parts.labelTo);
    this.span = this.#ownSpan = new Anchor(paragraph, parts.from, own, parts.to);
    this.#body = parts.body;
    this.#inline = inline;
    this.below = new Siblings(inline);
    // points of a paragraph are no newer than that
    for (const point of inline) point.below.changed = false;
  }

  get children(): readonly StructureNode[] { return this.below.nodes; }

  /** Is it new in this version of the text, or is anything below it? */
  get changed(): boolean { return this.below.changed; }

  /** In how many versions something below it was new: as long as this number stays, the node is what it was. */
  get stamp(): number { return this.below.stamp; }

  /** where the text after marker and heading begins */
  get bodyStart(): number { return this.own.start + this.#body; }

  /** end of the node's own first paragraph */
  get ownEnd(): number { return this.#ownSpan.end; }

  /** how many points of its own paragraph are the first below it */
  get points(): number { return this.#inline.length; }

  /** From now on these hang below it, behind the points of its own paragraph. Did it stand in the tree in the last version? */
  hold(nodes: readonly StructureNode[], stood: boolean): void {
    this.below.set(nodes.length === 0 ? this.#inline : [...this.#inline, ...nodes], stood);
    this.reach();
  }

  /** Once all below it is as it is in this version: it reaches as far as the last below it. */
  reach(): void {
    const last = this.children.at(-1)?.span;
    if (last && last.end > this.#ownSpan.end && !this.rule.startsWith('inline.')) this.#reachTo(last);
    else this.span = this.#ownSpan;
  }

  #reachTo({ last, to }: Anchor): void {
    if (this.span.last !== last || this.span.to !== to) this.span = new Anchor(this.#ownSpan.paragraph, this.#ownSpan.from, last, to);
  }
}

/** A title may go on over several lines; every other label is what stands where it begins. */
const topicOf = ({ rule, label, own, labelFrom }: NodeParts): string => (rule === 'title' ? fold(label) : own.folded.slice(labelFrom, labelFrom + label.length));

const NONE: readonly StructureNode[] = [];
