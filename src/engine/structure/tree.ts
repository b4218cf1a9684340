import type { Genre, NodeKind, Span } from '../analysis';
import type { SourceText } from '../text';
import { attachedFrom, isTopicHeading, titleBeforeNumber, type Block, type Role } from './blocks';
import { headingLength, readRunIns, type RunIn } from './headings';
import { inlineListOf, type InlineItem } from './inline';
import { markerOf, type Marker } from './markers';
import type { StructureNode } from './node';

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
    closeSpans(this.roots);
    return this.roots;
  }

  private addTitle(): void {
    const title = this.blocks.findIndex((b) => b.role === 'title');
    if (title < 0) return;
    const first = this.blocks[title]!.paragraph;
    let end = first.start + (titleBeforeNumber(first.folded) ?? first.folded.length);
    for (let i = title + 1; this.blocks[i]?.role === 'subtitle' && !/^[—―─–]/u.test(this.blocks[i]!.paragraph.folded); i++) end = this.blocks[i]!.paragraph.end;
    const span = { start: first.start, end };
    this.titleEnd = end;
    this.roots.push(this.node('title', 'title', span, span, this.slice(span).replace(/\s*[\r\n]\s*/gu, this.genre === 'notice' ? '' : ' '), span.end, true));
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

  private addLetterhead(paragraph: Block['paragraph']): void {
    if (paragraph.start >= this.titleEnd) this.attach(this.plainNode(paragraph, 'paragraph', 'letterhead'));
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
    const { paragraph } = this.blocks[i]!, line = paragraph.folded, rest = line.slice(marker.length).trimStart();
    let last = i, headEnd = paragraph.start + headingLength(line, marker.length);
    if (rest === '' && this.blocks[i + 1]?.role !== undefined && ['body', 'heading'].includes(this.blocks[i + 1]!.role)) {
      const next = this.blocks[i + 1]!.paragraph;
      if (!markerOf(next) && (marker.family.name !== 'marker.lone' || next.folded.length <= LONE_HEADING_MAX && !/。$/u.test(next.folded))) { last = i + 1; headEnd = next.start + headingLength(next.folded, 0); }
    }
    const own = this.blocks[last]!.paragraph, node = this.headingNode(marker.family.name, paragraph, marker.length, headEnd, own.end);
    node.marker = marker.text;
    if (marker.family.name === 'marker.bracket') { node.labelSpan = { start: paragraph.start + 1, end: paragraph.start + marker.text.length - 1 }; node.label = this.slice(node.labelSpan); node.marker = '【】'; }
    if (marker.ordinal !== undefined) node.ordinal = marker.ordinal;
    if (last !== i) { node.labelSpan = { start: own.start, end: headEnd }; node.label = this.slice(node.labelSpan); node.alone = true; }
    this.addInline(node, own, last === i ? marker.length : 0);
    this.push(marker.family.name, marker.ordinal ?? 0, node, false);
    return last;
  }

  private addAttached(paragraph: Block['paragraph']): void {
    const skip = attachedFrom(paragraph.folded), node = this.headingNode('heading.attached', paragraph, skip, paragraph.end);
    node.span = { start: paragraph.start + skip, end: paragraph.end };
    this.push('heading.attached', 0, node, true);
  }

  /** A heading of a part that another heading follows at once has those after it below itself. */
  private addHeadingLine(i: number): void {
    const { paragraph } = this.blocks[i]!, topic = isTopicHeading(paragraph.folded);
    if (topic) this.parted = this.blocks[i + 1]?.role === 'heading' && !isTopicHeading(this.blocks[i + 1]!.paragraph.folded);
    this.push(!topic && this.parted ? 'heading.line.sub' : 'heading.line', 0, this.headingNode('heading.line', paragraph, 0, paragraph.end), false);
  }

  private addRunIn(paragraph: Block['paragraph'], runIn: RunIn): void {
    const node = this.headingNode('heading.runIn', paragraph, 0, paragraph.start + runIn.length);
    node.labelSpan = { start: paragraph.start + runIn.skip, end: paragraph.start + runIn.length };
    node.label = this.slice(node.labelSpan).replace(/。$/u, '');
    this.addInline(node, paragraph, runIn.length);
    this.push('heading.runIn', 0, node, false);
  }

  private addBody(i: number): void {
    const { paragraph } = this.blocks[i]!, top = this.stack.at(-1)?.node;
    if (CLOSING.test(paragraph.folded) && this.isLate(i)) this.backToSection(/^(?:同志们|各位)/u.test(paragraph.folded) && !/让我们/u.test(paragraph.folded) ? undefined : 0);
    else if (top && !top.alone && !this.continues(top, i)) this.closeRunOns();
    const news = this.genre === 'inspection' || this.genre === 'meeting' || this.genre === 'other';
    const kind: NodeKind = news && !this.leadDone && this.stack.length === 0 ? 'lead' : CLOSING.test(paragraph.folded) && i >= this.blocks.length - 2 ? 'closing' : 'paragraph';
    this.leadDone = true;
    const node = this.plainNode(paragraph, kind, kind);
    this.addInline(node, paragraph, 0);
    this.attach(node);
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

  private attach(node: StructureNode): void { (this.stack.at(-1)?.node.children ?? this.roots).push(node); }

  private addPlain(paragraph: Block['paragraph'], kind: NodeKind, rule: string): void {
    const node = this.plainNode(paragraph, kind, rule === 'note' ? 'note' : kind);
    if (kind === 'caption' || this.stack.length === 0) this.roots.push(node); else this.attach(node);
  }

  private addInline(node: StructureNode, paragraph: Block['paragraph'], from: number): void {
    for (const item of inlineListOf(paragraph, from)) node.children.push(this.inlineNode(item, paragraph.start));
  }

  private inlineNode(item: InlineItem, base: number): StructureNode {
    const span = { start: base + item.start, end: base + item.end }, bodyStart = Math.min(span.end, base + item.bodyStart + /^\s*/u.exec(this.text.folded.slice(base + item.bodyStart, base + item.bodyStart + 8))![0].length);
    const headEnd = Math.min(span.end, bodyStart + headingLength(this.text.folded.slice(bodyStart, span.end), 0));
    const node = this.node('item', `inline.${item.family.name}`, span, { start: bodyStart, end: headEnd }, this.slice({ start: bodyStart, end: headEnd }), headEnd, false);
    node.marker = item.marker;
    node.ordinal = item.ordinal;
    node.children = item.children.map((c) => this.inlineNode(c, base));
    return node;
  }

  private headingNode(rule: string, paragraph: Block['paragraph'], skip: number, headEnd: number, ownEnd = paragraph.end): StructureNode {
    const labelStart = paragraph.start + skip + (/^\s*/u.exec(paragraph.folded.slice(skip))?.[0].length ?? 0);
    const labelSpan = { start: Math.min(labelStart, headEnd), end: headEnd };
    const label = this.slice(labelSpan).replace(/[。；：]$/u, '');
    return this.node(rule.startsWith('marker') ? 'item' : 'section', rule, { start: paragraph.start, end: ownEnd }, labelSpan, label, headEnd, headEnd >= paragraph.end, ownEnd);
  }

  private plainNode(paragraph: Block['paragraph'], kind: NodeKind, rule: string): StructureNode {
    const span = { start: paragraph.start, end: paragraph.end };
    return this.node(kind, rule, span, span, this.slice(span), paragraph.start, false);
  }

  private node(kind: NodeKind, rule: string, span: Span, labelSpan: Span, label: string, bodyStart: number, alone: boolean, ownEnd = span.end): StructureNode {
    return { kind, rule, span, labelSpan, label, bodyStart, alone, ownEnd, children: [] };
  }

  private slice(span: Span): string { return this.text.shown.slice(span.start, span.end); }

}

/** A node reaches as far as all below it. */
function closeSpans(nodes: readonly StructureNode[]): void {
  for (const n of nodes) {
    if (n.children.length === 0 || n.rule.startsWith('inline.')) continue;
    closeSpans(n.children);
    n.span = { start: n.span.start, end: Math.max(n.ownEnd, deepEnd(n.children)) };
  }
}

function deepEnd(nodes: readonly StructureNode[]): number { return nodes.reduce((end, n) => Math.max(end, n.span.end), 0); }
