import type { Genre, NodeKind } from '../analysis';
import { perParagraph, type Paragraph, type SourceText } from '../text';
import { attachedFrom } from './blocks';
import { headingLength, type RunIn } from './headings';
import { inlineListOf, type InlineItem } from './inline';
import type { Marker } from './markers';
import { StructureNode } from './node';

/** Makes the nodes of paragraphs. A node that was made of a paragraph before, in the same role, is taken again with all that hangs below it. */
export class NodeMaker {
  constructor(private readonly text: SourceText) {}

  /**
   * The title, which may go on over several lines.
   * @param own the last of them, @param to how much of that belongs to it
   */
  title(paragraph: Paragraph, own: Paragraph, to: number, genre: Genre): StructureNode {
    const labelFrom = paragraph.start - own.start, label = this.text.shown.slice(paragraph.start, own.start + to).replace(/\s*[\r\n]\s*/gu, genre === 'notice' ? '' : ' '), nodes = nodesOf(paragraph), known = nodes.get('title');
    if (known?.own === own && known.label === label && known.labelSpan.from === labelFrom && known.labelSpan.to === to) return known;
    const node = new StructureNode({ kind: 'title', rule: 'title', label, paragraph, from: 0, own, to, labelFrom, labelTo: to, body: to, alone: true });
    nodes.set('title', node);
    return node;
  }

  numbered(paragraph: Paragraph, own: Paragraph, marker: Marker): StructureNode {
    return this.kept(paragraph, marker.family.name, own, () => {
      const { name } = marker.family, apart = own !== paragraph, skip = apart ? 0 : marker.length, to = headingLength(own.folded, skip), inline = this.inlineNodes(own, skip);
      const text = { kind: 'item' as const, rule: name, paragraph, from: 0, own, to: own.folded.length, body: to, marker: marker.text, ordinal: marker.ordinal, inline };
      if (name === 'marker.bracket') { const labelTo = marker.text.length - 1; return new StructureNode({ ...text, labelFrom: 1, labelTo, label: this.slice(own, 1, labelTo), marker: '【】', alone: to >= own.folded.length }); }
      if (apart) return new StructureNode({ ...text, labelFrom: 0, labelTo: to, label: this.slice(own, 0, to), alone: true });
      return new StructureNode({ ...text, ...this.headOf(own, skip, to) });
    });
  }

  attached(paragraph: Paragraph): StructureNode { return this.line(paragraph, 'heading.attached', attachedFrom(paragraph.folded)); }

  headingLine(paragraph: Paragraph): StructureNode { return this.line(paragraph, 'heading.line', 0); }

  runIn(paragraph: Paragraph, { length, skip }: RunIn): StructureNode {
    return this.kept(paragraph, 'heading.runIn', paragraph, () => new StructureNode({
      kind: 'section', rule: 'heading.runIn', paragraph, from: 0, own: paragraph, to: paragraph.folded.length, body: length, labelFrom: skip, labelTo: length,
      label: this.slice(paragraph, skip, length).replace(/。$/u, ''), alone: length >= paragraph.folded.length, inline: this.inlineNodes(paragraph, length),
    }));
  }

  /** A paragraph of the body, with the points of a list in it. */
  body(paragraph: Paragraph, kind: NodeKind): StructureNode {
    return this.kept(paragraph, `body.${kind}`, paragraph, () => this.plainNode(paragraph, kind, kind, this.inlineNodes(paragraph, 0)));
  }

  /** A paragraph beside the body. */
  plain(paragraph: Paragraph, kind: NodeKind, rule: string): StructureNode {
    return this.kept(paragraph, `plain.${rule}`, paragraph, () => this.plainNode(paragraph, kind, rule));
  }

  /** The node of a paragraph that was made before in this role; otherwise a new one. `own` holds its text. */
  private kept(paragraph: Paragraph, role: string, own: Paragraph, make: () => StructureNode): StructureNode {
    const nodes = nodesOf(paragraph), known = nodes.get(role);
    if (known?.own === own) return known;
    const node = make();
    nodes.set(role, node);
    return node;
  }

  /** A heading that is a line of its own, from an offset on. */
  private line(paragraph: Paragraph, rule: string, from: number): StructureNode {
    const to = paragraph.folded.length;
    return this.kept(paragraph, rule, paragraph, () => new StructureNode({ kind: 'section', rule, paragraph, from, own: paragraph, to, body: to, ...this.headOf(paragraph, from, to) }));
  }

  private inlineNodes(paragraph: Paragraph, from: number): StructureNode[] {
    return inlineListOf(paragraph, from).map((item) => this.inlineNode(item, paragraph));
  }

  private inlineNode(item: InlineItem, paragraph: Paragraph): StructureNode {
    const { folded } = paragraph, body = Math.min(item.end, item.bodyStart + /^\s*/u.exec(folded.slice(item.bodyStart, item.bodyStart + 8))![0].length);
    const to = Math.min(item.end, body + headingLength(folded.slice(body, item.end), 0));
    return new StructureNode({
      kind: 'item', rule: `inline.${item.family.name}`, paragraph, from: item.start, own: paragraph, to: item.end, labelFrom: body, labelTo: to, label: this.slice(paragraph, body, to), body: to, alone: false,
      marker: item.marker, ordinal: item.ordinal, inline: item.children.map((c) => this.inlineNode(c, paragraph)),
    });
  }

  /** The heading of a paragraph between two offsets. */
  private headOf(paragraph: Paragraph, skip: number, to: number): { labelFrom: number; labelTo: number; label: string; alone: boolean } {
    const labelFrom = Math.min(skip + /^\s*/u.exec(paragraph.folded.slice(skip))![0].length, to);
    return { labelFrom, labelTo: to, label: this.slice(paragraph, labelFrom, to).replace(/[。；：;:]$/u, ''), alone: to >= paragraph.folded.length };
  }

  private plainNode(paragraph: Paragraph, kind: NodeKind, rule: string, inline: readonly StructureNode[] = []): StructureNode {
    const to = paragraph.folded.length;
    return new StructureNode({ kind, rule, paragraph, from: 0, own: paragraph, to, labelFrom: 0, labelTo: to, label: this.slice(paragraph, 0, to), body: 0, alone: false, inline });
  }

  private slice({ start }: Paragraph, from: number, to: number): string { return this.text.shown.slice(start + from, start + to); }
}

/** Nodes that were made of a paragraph, by the role it had. */
const nodesOf = perParagraph(() => new Roles());

/** Nodes by roles, of which there is mostly one. */
class Roles {
  #role: string | undefined;
  #node: StructureNode | undefined;
  #others: Map<string, StructureNode> | undefined;

  get(role: string): StructureNode | undefined { return this.#role === role ? this.#node : this.#others?.get(role); }

  set(role: string, node: StructureNode): void {
    if (this.#role === undefined || this.#role === role) { this.#role = role; this.#node = node; } else (this.#others ??= new Map()).set(role, node);
  }
}
