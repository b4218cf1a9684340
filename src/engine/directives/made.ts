import type { NodeKind, OutlineNode, Span } from '../analysis';
import type { StructureNode } from '../structure';
import { Anchor, anchorAt, firstStartingFrom, type SourceText } from '../text';
import type { Context } from './context';
import { groupLabel } from './groups';
import { gist } from './labels';

/** A node of the finished outline that moves with its paragraphs. It has an id once the whole outline is there. */
export interface Made extends OutlineNode {
  span: Anchor;
  labelSpan: Anchor;
  children: Made[];
  /** what the node adds to the path of its id */
  own?: string;
}

/** Where the walk over the tree is. */
export interface Place {
  /** is a requirement above? then requirements here are measures */
  under: 'none' | 'directive';
  context: Context;
  depth: number;
  /** the label of the nearest heading above, folded */
  heading: string;
}

/** No rule looks further into a sentence than this; the longest of the genre has some 800 characters. */
export const SENTENCE_MAX = 3000;
const LABEL_MAX = 34;
const trimEnd = (label: string): string => label.replace(/[，。；：、！？,;:!?]+$/u, '');

/** Makes nodes with labels from stretches of text. */
export class NodeMaker {
  constructor(private readonly text: SourceText) {}

  /** A node for a sentence or a part of one; its label is the gist from `contentAt` on. */
  ofSentence(span: Span, kind: NodeKind, rule: string, contentAt = 0, modalAt = -1): Made {
    const label = gist(this.text.folded.slice(span.start, Math.min(span.end, span.start + SENTENCE_MAX)), contentAt, modalAt);
    const labelSpan = this.anchor({ start: span.start + label.start, end: span.start + label.end });
    return { id: '', kind, rule, span: this.anchor(span), labelSpan, label: trimEnd(this.text.shown.slice(labelSpan.start, labelSpan.end)), children: [] };
  }

  /** A structure node as it goes into the outline. */
  ofNode(node: StructureNode, kind: NodeKind, children: Made[]): Made {
    const { labelSpan, label } = node.kind === 'title' ? node : this.labelOf(node);
    return {
      id: '', kind, rule: node.rule, span: children.length === 0 ? node.span : reaching(node.span, children.at(-1)!.span), labelSpan,
      label: trimEnd(label.replace(/^要(?!求|点|素)/u, '')).replace(/\s+/gu, ' '), children,
      ...(node.marker !== undefined && { marker: node.marker }), ...(node.ordinal !== undefined && { ordinal: node.ordinal }),
    };
  }

  /** Several requirements of one paragraph: labelled by who requires and what comes first. */
  group(node: StructureNode, children: Made[]): Made {
    const made = this.ofNode(node, 'group', children), first = children[0];
    return first ? { ...made, label: groupLabel(first) } : made;
  }

  /** What a number alone on its line is about: the text below it. */
  private below(node: StructureNode): { labelSpan: Anchor; label: string } {
    const next = this.text.paragraphs[firstStartingFrom(this.text.paragraphs, node.ownEnd, ({ start }) => start)], cut = next && gist(next.folded.slice(0, SENTENCE_MAX), 0);
    return { labelSpan: this.anchor({ start: node.span.start, end: node.ownEnd }), label: next && cut ? this.text.shown.slice(next.start + cut.start, next.start + cut.end) : node.marker ?? '' };
  }

  private labelOf(node: StructureNode): { labelSpan: Anchor; label: string } {
    if (node.rule === 'marker.lone' && node.labelSpan.end <= node.labelSpan.start) return this.below(node);
    const { start, end } = node.labelSpan, heads = node.kind === 'item' || node.kind === 'section';
    if (heads && end - start <= LABEL_MAX) return { labelSpan: node.labelSpan, label: this.text.shown.slice(start, end) };
    const cut = gist(this.text.folded.slice(start, Math.min(end, start + SENTENCE_MAX)), 0), labelSpan = this.anchor({ start: start + cut.start, end: start + cut.end });
    return { labelSpan, label: this.text.shown.slice(labelSpan.start, labelSpan.end) };
  }

  private anchor(span: Span): Anchor { return anchorAt(this.text.paragraphs, span); }
}

/** The span, as far as the other reaches where that goes on longer. */
export const reaching = (span: Anchor, other: Anchor): Anchor => (other.end > span.end ? new Anchor(span.paragraph, span.from, other.last, other.to) : span);
