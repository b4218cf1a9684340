import type { Genre, NodeKind } from '../analysis';
import { perParagraph, type Paragraph } from '../text';
import type { Block } from './block';
import { isTopicHeading, type Role } from './blocks';
import { inlineListOf } from './inline';
import { markerOf, type Marker } from './markers';
import type { StructureNode } from './node';
import type { NodeMaker } from './node-maker';
import { isAnnouncing, type OpenNodes } from './open-nodes';
import type { Tally } from './tally';

const PLAIN: Partial<Record<Role, NodeKind>> = { caption: 'caption', signature: 'signature', date: 'signature', note: 'paragraph' };
/** Lines about the document rather than of it: number, addressee, byline, salutation, marks of a web page. */
const LETTERHEAD: ReadonlySet<Role> = new Set<Role>(['subtitle', 'mark', 'byline', 'docNumber', 'addressee', 'greeting']);
export const CLOSING = /^(?:同志们|各位代表|各位委员|各位|让我们)|我们相信|谢谢(?:大家|各位)/u;

/** A longer line after a number that stands alone is text, not its heading. */
const LONE_HEADING_MAX = 40;

/** What the place of every block depends on, beside how things stand before it and the block behind it. */
export interface Common {
  readonly blocks: readonly Block[];
  readonly genre: Genre;
  readonly tally: Tally;
  /** where the title ends, in repaired offsets */
  readonly titleEnd: number;
}

/**
 * Places blocks in the tree of markers and headings, one after the other; levels come from the order in which the families of this document first
 * appear inside each other.
 */
export class Placing {
  constructor(private readonly common: Common, private readonly make: NodeMaker, private readonly open: OpenNodes) {}

  /** Makes the node of a block, if it has one, and notes on the block where it hangs. Gives back the number of the last block used up. */
  add(i: number): number {
    const block = this.common.blocks[i]!, { paragraph, role } = block, plain = PLAIN[role];
    block.node = block.under = undefined;
    if (plain) { this.addPlain(block, plain); return i; }
    if (role === 'greeting') this.backToSection();
    if (role === 'attached') { this.open.closeAll(); this.push(block, 'heading.attached', 0, this.make.attached(paragraph)); return i; }
    if (role === 'heading') { this.addHeadingLine(block, i); return i; }
    if (LETTERHEAD.has(role) && paragraph.start >= this.common.titleEnd) this.hang(block, this.make.plain(paragraph, 'paragraph', 'letterhead'));
    if (role !== 'body') return i;
    const marker = markerOf(paragraph);
    if (marker && this.trusts(marker, paragraph)) return this.addNumbered(block, i, marker);
    if (block.runIn) this.push(block, 'heading.runIn', 0, this.make.runIn(paragraph, block.runIn));
    else this.addBody(block);
    return i;
  }

  private addPlain(block: Block, kind: NodeKind): void {
    const { paragraph, role } = block, node = this.make.plain(paragraph, kind, role === 'note' ? 'note' : kind);
    if (kind === 'caption') { block.node = node; return; }
    if (role !== 'note') this.open.closeAll();
    this.hang(block, node);
  }

  /** A marker at a line start counts unless it is a weak one without company (「一是」 alone is kept: it is a defect, not an accident). */
  private trusts(marker: Marker, paragraph: Paragraph): boolean {
    const { name } = marker.family, { tally } = this.common;
    if (name === 'marker.lone') return tally.hasLone;
    if (name === 'marker.sequence') return tally.hasSequence;
    if (name === 'marker.qiyi') return tally.hasQiyi && inlineListOf(paragraph).every((x) => x.family !== marker.family);
    if (name === 'marker.dash') return paragraph.folded.length > 8;
    if (name === 'marker.topic' || name === 'marker.yishi' || name === 'marker.han' || name === 'marker.ordinal' || name === 'marker.yiyao') return !isInlineStart(paragraph, marker);
    return true;
  }

  private addNumbered(block: Block, i: number, marker: Marker): number {
    const { paragraph } = block, last = this.isHeadedBelow(i, marker) ? i + 1 : i;
    this.push(block, marker.family.name, marker.ordinal ?? 0, this.make.numbered(paragraph, this.common.blocks[last]!.paragraph, marker));
    return last;
  }

  /** Does the heading of a number that stands alone follow on the next line? */
  private isHeadedBelow(i: number, marker: Marker): boolean {
    const { paragraph } = this.common.blocks[i]!, next = this.common.blocks[i + 1];
    if (paragraph.folded.slice(marker.length).trimStart() !== '' || next?.role !== 'body' && next?.role !== 'heading' || markerOf(next.paragraph)) return false;
    return marker.family.name !== 'marker.lone' || next.paragraph.folded.length <= LONE_HEADING_MAX && !/。$/u.test(next.paragraph.folded);
  }

  /** A heading of a part that another heading follows at once has those after it below itself. */
  private addHeadingLine(block: Block, i: number): void {
    const { paragraph } = block, topic = isTopic(paragraph), next = this.common.blocks[i + 1];
    if (topic) this.open.parted = next?.role === 'heading' && !isTopic(next.paragraph);
    this.push(block, !topic && this.open.parted ? 'heading.line.sub' : 'heading.line', 0, this.make.headingLine(paragraph));
  }

  private addBody(block: Block): void {
    const { paragraph, place } = block, top = this.open.top?.node, { genre } = this.common;
    if (isClosing(paragraph) && (place === 'late' || place === 'last')) { if (addressesAll(paragraph)) this.backToSection(); else this.open.closeAll(); }
    else if (top && !top.alone && !this.continues(top, paragraph)) this.closeRunOns();
    const news = genre === 'inspection' || genre === 'meeting' || genre === 'other';
    const kind: NodeKind = news && !this.open.leadDone && !this.open.top ? 'lead' : isClosing(paragraph) && (place === 'last' || place === 'last of few') ? 'closing' : 'paragraph';
    this.open.leadDone = true;
    this.hang(block, this.make.body(paragraph, kind));
  }

  /** Does the paragraph go on with the numbered paragraph before it? Dash items and numbered heads of a speech do, run-in heads do not. */
  private continues(top: StructureNode, paragraph: Paragraph): boolean {
    if (inlineListOf(paragraph).at(0)?.start === 0 && /^marker\.(?:han|arabic)/u.test(top.rule)) return true;
    if (top.rule === 'heading.runIn') return false;
    if (isAnnouncing(top)) return true;
    // what follows a list of points of one paragraph each is no part of its last point
    if (this.common.genre === 'speech') return !this.open.endsList;
    return top.rule === 'marker.article';
  }

  /** Run-in heads end with their paragraph: what follows belongs to the node above that stands alone on its line. */
  private closeRunOns(): void {
    while (this.open.top && !this.open.top.node.alone) this.open.close();
  }

  /** A salutation (「各位代表，」「同志们！」) opens a new stretch: back to the top section, if that is a heading alone on its line. */
  private backToSection(): void {
    const outermost = this.open.outermost?.node;
    if (outermost?.alone && this.common.genre !== 'speech' || outermost?.rule === 'heading.line') this.open.closeInner();
    else this.open.closeAll();
  }

  private push(block: Block, family: string, ordinal: number, node: StructureNode): void {
    const { open } = this, top = open.top?.family;
    if (open.has(family)) open.closeFrom(family);
    else if (family === 'heading.line.sub') open.closeBelow('heading.line');
    else if (family === 'heading.line') open.keep((o) => o.family === 'heading.attached' || o.node.alone && /^marker\.(?:chapter|han|topic|clause)$/u.test(o.family));
    else if (family === 'marker.chapter') open.keep((o) => o.family === 'heading.attached');
    else if (top === 'heading.runIn' && ordinal === 1 && !/^marker\.(?:yishi|yiyao|ordinal|dash)$/u.test(family)) open.close();
    else if (top === 'marker.dash' || top === 'heading.runIn' && family === 'marker.dash') open.close();
    this.hang(block, node);
    open.open(node, family, block.under);
  }

  private hang(block: Block, node: StructureNode): void {
    block.node = node;
    block.under = this.open.hang(node, this.common.genre === 'speech');
  }
}

/** The whole list stands in this one paragraph: 「一是…；二是…；三是…」. */
function isInlineStart(paragraph: Paragraph, marker: Marker): boolean {
  const list = inlineListOf(paragraph);
  return list.length > 1 && list[0]!.start === 0 && list[0]!.family === marker.family;
}

/** Does a paragraph look like closing words? */
export const isClosing = perParagraph(({ folded }) => CLOSING.test(folded));
const isTopic = perParagraph(({ folded }) => isTopicHeading(folded)), addressesAll = perParagraph(({ folded }) => /^(?:同志们|各位)/u.test(folded) && !/让我们/u.test(folded));
