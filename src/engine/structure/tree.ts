import type { Genre, NodeKind } from '../analysis';
import { perParagraph, type Paragraph, type SourceText } from '../text';
import { attachedFrom, isTopicHeading, titleBeforeNumber, type Block, type Role } from './blocks';
import { headingLength, readRunIns, type RunIn } from './headings';
import { inlineListOf, type InlineItem } from './inline';
import { markerOf, type Marker } from './markers';
import { closeAll, StructureNode } from './node';

interface Open { node: StructureNode; family: string; ordinal: number }

const PLAIN: Partial<Record<Role, NodeKind>> = { caption: 'caption', signature: 'signature', date: 'signature', note: 'paragraph' };
/** Lines about the document rather than of it: number, addressee, byline, salutation, marks of a web page. */
const LETTERHEAD: ReadonlySet<Role> = new Set<Role>(['subtitle', 'mark', 'byline', 'docNumber', 'addressee', 'greeting']);
export const CLOSING = /^(?:同志们|各位代表|各位委员|各位|让我们)|我们相信|谢谢(?:大家|各位)/u;

/** Builds the tree of markers and headings; levels come from the order in which the families of this document first appear inside each other. */
export function buildTree(text: SourceText, blocks: readonly Block[], genre: Genre): StructureNode[] {
  return new TreeBuilder(text, blocks, genre).build();
}

/** A longer line after a number that stands alone is text, not its heading. */
const LONE_HEADING_MAX = 40;

class TreeBuilder {
  private readonly roots: StructureNode[] = [];
  private stack: Open[] = [];
  private readonly runIns: (RunIn | undefined)[];
  private leadDone = false;
  private titleEnd = 0;
  /** does the part that was opened last have headings without numbers below it? */
  private parted = false;
  private readonly counts = new Map<string, number>();
  private sequence: boolean | undefined;

  constructor(private readonly text: SourceText, private readonly blocks: readonly Block[], private readonly genre: Genre) {
    this.runIns = readRunIns(blocks, genre);
  }

  build(): StructureNode[] {
    this.addTitle();
    for (let i = 0; i < this.blocks.length; i++) i = this.addBlock(i);
    closeAll(this.roots);
    return this.roots;
  }

  private addTitle(): void {
    const title = this.blocks.findIndex((b) => b.role === 'title');
    if (title < 0) return;
    const paragraph = this.blocks[title]!.paragraph, length = titleBeforeNumber(paragraph.folded) ?? paragraph.folded.length;
    let own = paragraph;
    for (let i = title + 1; this.blocks[i]?.role === 'subtitle' && !/^[—―─–]/u.test(this.blocks[i]!.paragraph.folded); i++) own = this.blocks[i]!.paragraph;
    this.titleEnd = own === paragraph ? own.start + length : own.end;
    const to = this.titleEnd - own.start, label = this.text.shown.slice(paragraph.start, this.titleEnd).replace(/\s*[\r\n]\s*/gu, this.genre === 'notice' ? '' : ' ');
    this.roots.push(new StructureNode({ kind: 'title', rule: 'title', label, paragraph, from: 0, own, to, labelFrom: paragraph.start - own.start, labelTo: to, body: to, alone: true }));
  }

  /** Adds the block and returns the index of the last block used up. */
  private addBlock(i: number): number {
    const { paragraph, role } = this.blocks[i]!, plain = PLAIN[role];
    if (plain) { if (role !== 'note') this.stack = this.stack.slice(0, role === 'caption' ? undefined : 0); this.addPlain(paragraph, plain, role); return i; }
    if (role === 'greeting') this.backToSection();
    if (role === 'attached') { this.addAttached(paragraph); return i; }
    if (role === 'heading') { this.addHeadingLine(i); return i; }
    if (LETTERHEAD.has(role)) this.addLetterhead(paragraph);
    if (role !== 'body') return i;
    const marker = markerOf(paragraph);
    if (marker && this.trusts(marker, i)) return this.addNumbered(i, marker);
    const runIn = this.runIns[i];
    if (runIn) this.addRunIn(paragraph, runIn);
    else this.addBody(i);
    return i;
  }

  private addLetterhead(paragraph: Paragraph): void {
    if (paragraph.start >= this.titleEnd) this.attach(this.kept(paragraph, 'letterhead', paragraph, () => this.plainNode(paragraph, 'paragraph', 'letterhead')));
  }

  /** A marker at a line start counts unless it is a weak one without company (「一是」 alone is kept: it is a defect, not an accident). */
  private trusts(marker: Marker, i: number): boolean {
    const name = marker.family.name;
    if (name === 'marker.lone') return this.count('marker.lone', true) > 1;
    if (name === 'marker.sequence') return this.hasSequence();
    if (name === 'marker.qiyi')
      return this.count('marker.qiyi', false) > 1 && inlineListOf(this.blocks[i]!.paragraph).every((x) => x.family !== marker.family);
    if (name === 'marker.dash') return this.blocks[i]!.paragraph.folded.length > 8;
    if (name === 'marker.topic' || name === 'marker.yishi' || name === 'marker.han' || name === 'marker.ordinal' || name === 'marker.yiyao') return !this.isInlineStart(i, marker);
    return true;
  }

  /** How many paragraphs (or only plain ones) begin with a marker of a family. */
  private count(family: string, plain: boolean): number {
    const key = `${family}${String(plain)}`, known = this.counts.get(key);
    if (known !== undefined) return known;
    const count = this.blocks.filter((b) => (!plain || b.role === 'body') && markerOf(b.paragraph)?.family.name === family).length;
    this.counts.set(key, count);
    return count;
  }

  /** 首先 or 最后 counts only in a document that also has 其次 or 再次 at a paragraph's start. */
  private hasSequence(): boolean {
    if (this.sequence === undefined) {
      const openers = this.blocks.filter((b) => b.role === 'body').map((b) => /^(?:首先|其次|再次|再者)(?=[，：])/u.exec(b.paragraph.folded)?.[0]);
      this.sequence = openers.includes('首先') && (openers.includes('其次') || openers.includes('再次'));
    }
    return this.sequence;
  }

  /** The whole list stands in this one paragraph: 「一是…；二是…；三是…」. */
  private isInlineStart(i: number, marker: Marker): boolean {
    const list = inlineListOf(this.blocks[i]!.paragraph);
    return list.length > 1 && list[0]!.start === 0 && list[0]!.family === marker.family;
  }

  private addNumbered(i: number, marker: Marker): number {
    const { paragraph } = this.blocks[i]!, { name } = marker.family, last = this.isHeadedBelow(i, marker) ? i + 1 : i, own = this.blocks[last]!.paragraph;
    const node = this.kept(paragraph, name, own, () => this.numbered(paragraph, own, marker));
    this.push(name, marker.ordinal ?? 0, node, false);
    return last;
  }

  /** Does the heading of a number that stands alone follow on the next line? */
  private isHeadedBelow(i: number, marker: Marker): boolean {
    const { paragraph } = this.blocks[i]!, next = this.blocks[i + 1];
    if (paragraph.folded.slice(marker.length).trimStart() !== '' || next?.role !== 'body' && next?.role !== 'heading' || markerOf(next.paragraph)) return false;
    return marker.family.name !== 'marker.lone' || next.paragraph.folded.length <= LONE_HEADING_MAX && !/。$/u.test(next.paragraph.folded);
  }

  private numbered(paragraph: Paragraph, own: Paragraph, marker: Marker): StructureNode {
    const { name } = marker.family, apart = own !== paragraph, skip = apart ? 0 : marker.length, to = headingLength(own.folded, skip), inline = this.inlineNodes(own, skip);
    const text = { kind: 'item' as const, rule: name, paragraph, from: 0, own, to: own.folded.length, body: to, marker: marker.text, ordinal: marker.ordinal, inline };
    if (name === 'marker.bracket') { const labelTo = marker.text.length - 1; return new StructureNode({ ...text, labelFrom: 1, labelTo, label: this.slice(own, 1, labelTo), marker: '【】', alone: to >= own.folded.length }); }
    if (apart) return new StructureNode({ ...text, labelFrom: 0, labelTo: to, label: this.slice(own, 0, to), alone: true });
    return new StructureNode({ ...text, ...this.headOf(own, skip, to) });
  }

  private addAttached(paragraph: Paragraph): void {
    const skip = attachedFrom(paragraph.folded), to = paragraph.folded.length;
    this.push('heading.attached', 0, this.kept(paragraph, 'heading.attached', paragraph, () => new StructureNode({ kind: 'section', rule: 'heading.attached', paragraph, from: skip, own: paragraph, to, body: to, ...this.headOf(paragraph, skip, to) })), true);
  }

  /** A heading of a part that another heading follows at once has those after it below itself. */
  private addHeadingLine(i: number): void {
    const { paragraph } = this.blocks[i]!, topic = isTopic(paragraph);
    if (topic) this.parted = this.blocks[i + 1]?.role === 'heading' && !isTopic(this.blocks[i + 1]!.paragraph);
    const to = paragraph.folded.length;
    const node = this.kept(paragraph, 'heading.line', paragraph, () => new StructureNode({ kind: 'section', rule: 'heading.line', paragraph, from: 0, own: paragraph, to, body: to, ...this.headOf(paragraph, 0, to) }));
    this.push(!topic && this.parted ? 'heading.line.sub' : 'heading.line', 0, node, false);
  }

  private addRunIn(paragraph: Paragraph, { length, skip }: RunIn): void {
    const node = this.kept(paragraph, 'heading.runIn', paragraph, () => new StructureNode({
      kind: 'section', rule: 'heading.runIn', paragraph, from: 0, own: paragraph, to: paragraph.folded.length, body: length, labelFrom: skip, labelTo: length,
      label: this.slice(paragraph, skip, length).replace(/。$/u, ''), alone: length >= paragraph.folded.length, inline: this.inlineNodes(paragraph, length),
    }));
    this.push('heading.runIn', 0, node, false);
  }

  private addBody(i: number): void {
    const { paragraph } = this.blocks[i]!, top = this.stack.at(-1)?.node;
    if (isClosing(paragraph) && this.isLate(i)) this.backToSection(/^(?:同志们|各位)/u.test(paragraph.folded) && !/让我们/u.test(paragraph.folded) ? undefined : 0);
    else if (top && !top.alone && !this.continues(top, i)) this.closeRunOns();
    const news = this.genre === 'inspection' || this.genre === 'meeting' || this.genre === 'other';
    const kind: NodeKind = news && !this.leadDone && this.stack.length === 0 ? 'lead' : isClosing(paragraph) && i >= this.blocks.length - 2 ? 'closing' : 'paragraph';
    this.leadDone = true;
    this.attach(this.kept(paragraph, `body.${kind}`, paragraph, () => this.plainNode(paragraph, kind, kind, this.inlineNodes(paragraph, 0))));
  }

  private isLate(i: number): boolean { return i > this.blocks.length * 0.5; }

  /** Does the paragraph go on with the numbered paragraph before it? Dash items and numbered heads of a speech do, run-in heads do not. */
  private continues(top: StructureNode, i: number): boolean {
    const { paragraph } = this.blocks[i]!, line = paragraph.folded;
    if (inlineListOf(paragraph).at(0)?.start === 0 && /^marker\.(?:han|arabic)/u.test(top.rule)) return true;
    if (top.rule === 'heading.runIn') return false;
    if (/(?:如下|包括|下列|以下)[^。]{0,20}[：:]?$/u.test(this.text.folded.slice(top.span.start, top.ownEnd))) return true;
    if (this.genre === 'speech') return !this.endsList(top);
    return top.rule === 'marker.article' && line.length > 0;
  }

  /** Is `top` the last of several points of one paragraph each? What follows such a list is no part of its last point. */
  private endsList(top: StructureNode): boolean {
    if (!/^marker\.(?:dash|bullet|yishi|yiyao|ordinal|circled)$/u.test(top.rule)) return false;
    const siblings = this.stack.at(-2)?.node.children ?? this.roots, same = siblings.filter((n) => n.rule === top.rule);
    return same.length > 1 && same.every((n) => n.children.every((c) => c.kind === 'item'));
  }

  /** Run-in heads end with their paragraph: what follows belongs to the node above that stands alone on its line. */
  private closeRunOns(): void {
    while (this.stack.length > 0 && !this.stack.at(-1)!.node.alone) this.stack.pop();
  }

  /** A salutation (「各位代表，」「同志们！」) opens a new stretch: back to the top section, if that is a heading alone on its line. */
  private backToSection(keep?: number): void {
    this.stack = this.stack.slice(0, keep ?? (this.stack[0]?.node.alone && this.genre !== 'speech' ? 1 : this.stack[0]?.node.rule === 'heading.line' ? 1 : 0));
  }

  private push(family: string, ordinal: number, node: StructureNode, top: boolean): void {
    if (top) this.stack = [];
    const at = this.stack.findLastIndex((o) => o.family === family);
    if (at >= 0) this.stack = this.stack.slice(0, at);
    else if (family === 'heading.line.sub') this.stack = this.stack.slice(0, this.stack.findLastIndex((o) => o.family === 'heading.line') + 1);
    else if (family === 'heading.line') this.stack = this.stack.filter((o) => o.family === 'heading.attached' || o.node.alone && o.family !== 'heading.runIn' && /^marker\.(?:chapter|han|topic|clause)$/u.test(o.family));
    else if (/^marker\.(?:chapter)$/u.test(family)) this.stack = this.stack.filter((o) => o.family === 'heading.attached');
    else if (this.stack.at(-1)?.family === 'heading.runIn' && ordinal === 1 && !/^marker\.(?:yishi|yiyao|ordinal|dash)$/u.test(family)) this.stack.pop();
    else if (this.stack.at(-1)?.family === 'marker.dash' || this.stack.at(-1)?.family === 'heading.runIn' && family === 'marker.dash') this.stack.pop();
    this.attach(node);
    this.stack.push({ node, family, ordinal });
  }

  private attach(node: StructureNode): void {
    const top = this.stack.at(-1);
    if (top) top.node.hang(node); else this.roots.push(node);
  }

  private addPlain(paragraph: Paragraph, kind: NodeKind, role: Role): void {
    const rule = role === 'note' ? 'note' : kind, node = this.kept(paragraph, `plain.${rule}`, paragraph, () => this.plainNode(paragraph, kind, rule));
    if (kind === 'caption' || this.stack.length === 0) this.roots.push(node); else this.attach(node);
  }

  /** The node of a paragraph that was made before in this role, with nothing hung below it yet; otherwise a new one. `own` holds its text. */
  private kept(paragraph: Paragraph, role: string, own: Paragraph, make: () => StructureNode): StructureNode {
    const nodes = nodesOf(paragraph), known = nodes.get(role);
    if (known?.own === own) return known.reset();
    const node = make();
    nodes.set(role, node);
    return node;
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

const isClosing = perParagraph(({ folded }) => CLOSING.test(folded)), isTopic = perParagraph(({ folded }) => isTopicHeading(folded));

/** Nodes that were made of a paragraph, by the role it had. */
const nodesOf = perParagraph(() => new Map<string, StructureNode>());
