import type { Directive, NodeKind, OutlineNode, Span } from '../analysis';
import type { Structure, StructureNode } from '../structure';
import type { Paragraph, SourceText } from '../text';
import { findAddressee, openingSubject, placesOf, type IsPlace } from './addressee';
import { findAttribution, personIn, type Attribution } from './attribution';
import { contextOf, documentContext, documentIssuer, isNounHeading, type Context } from './context';
import { findDeadline, findTargets } from './details';
import { assignIds } from './ids';
import { gist } from './labels';
import { parallelParts } from './measures';
import { readPeople, type People } from './people';
import { forceOf, isImperative, isPast, readModal, type Requirement } from './requirement';
import { sentencesOf } from './sentences';

/** Where the walk is: what is above a node. */
interface Place { under: 'none' | 'directive'; context: Context; depth: number }

/** Who is speaking, sentence by sentence. */
interface Speech { issuer?: string | undefined; issuerSpan?: Span | undefined; cue?: string | undefined; cueSpan?: Span | undefined; addressee?: string | undefined; addresseeSpan?: Span | undefined; requiring: boolean; /** paragraph index of the last word */ at: number }

interface Made extends Omit<OutlineNode, 'id' | 'children'> { children: Made[] }

const FRAME = /(?:提出|作出|明确|部署)[^。，]{0,24}(?:要求|意见|希望|部署|安排|建议|任务)[。：]?$|(?:几|[一二三四五六七八九十两]+)(?:个(?:方面|重点|问题|关键|着力点|环节|突破)?|点|项|件|条|方面)[^。，]{0,14}[。：]$|(?:如下|以下)[^。，]{0,16}[。：]$|重点(?:做好|抓好)[^。]{0,20}[。：]$/u;
/** Words of somebody who is visited, not of who visits. */
const BYSTANDER = /^[^，。：“]{0,16}(?:村民|居民|老人|游客|工人|学生|店主|商户|农民|大爷|大娘|大妈|业主|网友|家长|患者|消费者|种植户|养殖户|老乡|乡亲)[^，。：“]{0,12}(?:说|表示|告诉)/u;
const MODAL_IN_PART = /要(?!求)|必须|应/u;
const ITEM_ALWAYS = /(?:自.{2,24}(?:起|之日)(?:施行|实行|执行|实施)|负责解释|之日起(?:施行|实行|执行|实施)|本(?:办法|规定|条例|细则|通知|意见)(?:所称|适用)|为(?:了|规范|加强|贯彻|进一步).{4,160}制定本)/u;

/** Reads requirements over the whole tree, carrying who speaks from sentence to sentence. */
export class DirectiveReader {
  private readonly people: People;
  private readonly byStart: ReadonlyMap<number, Paragraph>;
  private speech: Speech = { requiring: false, at: -9 };
  private person: string | undefined;
  private everRequired = false;
  /** the last one heard to require, for numbered points far from the verb */
  private lastIssuer: string | undefined;
  private readonly isPlace: IsPlace;
  private readonly fallback: { name: string; start?: number; end?: number };
  /** what labels and names are cut from: simplified where the page was damaged (the damage turns simplified pages into traditional ones) */
  private readonly shown: string;
  private readonly news: boolean;
  private readonly parties: { name: string; start: number; end: number } | undefined;

  constructor(private readonly text: SourceText, private readonly structure: Structure) {
    this.people = readPeople(text.folded);
    this.isPlace = placesOf(text.folded);
    this.byStart = new Map(text.paragraphs.map((p) => [p.start, p]));
    this.shown = text.defects.some((d) => d.kind === 'pinyin') ? text.folded : text.repaired;
    this.fallback = documentIssuer(structure, text);
    this.news = ['inspection', 'meeting', 'other'].includes(structure.genre);
    this.parties = this.news ? partiesOf(text) : undefined;
  }

  read(): OutlineNode[] {
    const title = this.structure.nodes.find((n) => n.kind === 'title')?.label ?? '';
    const place: Place = { under: 'none', context: documentContext(this.structure.genre, this.text.folded, title), depth: 0 };
    const made = this.visitAll(this.structure.nodes, place);
    return assignIds(made);
  }

  private visitAll(nodes: readonly StructureNode[], place: Place): Made[] {
    const out: Made[] = [];
    let frame: Made | undefined;
    nodes.forEach((node, i) => {
      const made = this.visit(node, place, nodes, i);
      // a frame paragraph takes the list that follows it line by line
      if (frame && node.kind === 'item') { frame.children.push(...made); frame.span = { start: frame.span.start, end: Math.max(node.span.end, frame.span.end) }; return; }
      frame = made.length === 1 && made[0]!.rule === 'frame' && made[0]!.children.length === 0 ? made[0] : undefined;
      out.push(...made);
    });
    return out;
  }

  private visit(node: StructureNode, place: Place, siblings: readonly StructureNode[], i: number): Made[] {
    if (node.rule === 'note') return [this.copy(node, node.kind, [])];
    if (node.kind === 'paragraph' || node.kind === 'lead' || node.kind === 'closing') return this.visitParagraph(node, place, siblings, i);
    if (node.kind !== 'item' && node.kind !== 'section') return [this.copy(node, node.kind, [])];
    return [this.visitPoint(node, place, siblings)];
  }

  // ---- numbered points and headings -------------------------------------------------------------------------------------------

  private visitPoint(node: StructureNode, place: Place, siblings: readonly StructureNode[]): Made {
    const kind = this.kindOf(node, place, siblings);
    const context = contextOf(node.label) ?? place.context;
    const below: Place = { under: kind === 'directive' || kind === 'measure' ? 'directive' : place.under, context, depth: place.depth + 1 };
    const directive = kind === 'directive' ? this.pointDirective(node) : undefined;
    const children = kind === 'directive' || kind === 'measure' ? this.partsOf(node, below, kind) : this.childrenOf(node, below, kind);
    const made = this.copy(node, kind, children);
    if (directive) made.directive = directive;
    return made;
  }

  /** Children of a section or item: the rest of its own paragraph, then its children. */
  private childrenOf(node: StructureNode, below: Place, kind: NodeKind): Made[] {
    const own = kind === 'section' && node.bodyStart < node.ownEnd ? this.visitText(node, node.bodyStart, below) : [];
    return [...own, ...this.visitAll(node.children, below)].sort((a, b) => a.span.start - b.span.start);
  }

  /** Parts of a directive: numbered ones, else parallel ones. */
  private partsOf(node: StructureNode, below: Place, kind: NodeKind): Made[] {
    const numbered = node.children.filter((c) => c.kind === 'item' || c.kind === 'section');
    const inBodies = node.children.filter((c) => !numbered.includes(c)).flatMap((c) => (c.children.length > 0 ? this.visitAll(c.children, below) : this.parallels(c, c.span.start, c.span.end, false, kind)));
    const direct = numbered.length > 0 ? this.visitAll(numbered, below) : [];
    const own = numbered.some((c) => c.rule.startsWith('inline.')) || node.bodyStart >= node.ownEnd ? [] : this.parallels(node, node.bodyStart, Math.min(node.ownEnd, node.rule.startsWith('inline.') ? node.span.end : node.ownEnd), true, kind);
    return [...own, ...inBodies, ...direct].sort((a, b) => a.span.start - b.span.start);
  }

  private parallels(node: StructureNode, from: number, to: number, closed: boolean, kind: NodeKind): Made[] {
    const notice = this.structure.genre === 'notice';
    if (notice && kind !== 'directive' || !closed && !notice && this.structure.genre !== 'speech' || this.structure.genre === 'workreport' && kind !== 'directive') return [];
    const text = this.text.folded.slice(from, to);
    if (text.length > 6000 || this.structure.genre === 'workreport') return [];
    const start = closed && !/[。；]$/u.test(this.text.folded.slice(node.span.start, from)) ? 0 : 0;
    return parallelParts(text, start, closed && /[。]$/u.test(this.text.folded.slice(node.span.start, from)))
      .filter((part) => closed || notice || MODAL_IN_PART.test(text.slice(part.start, part.end)))
      .map((part) => this.sentenceNode({ start: from + part.start, end: from + part.end }, 'measure', 'requirement.parallel', 0, -1));
  }

  private kindOf(node: StructureNode, place: Place, siblings: readonly StructureNode[]): NodeKind {
    const { rule, label } = node, own = this.text.folded.slice(node.labelSpan.start, node.ownEnd), numbered = node.kind === 'item';
    const list = /^(?:inline\.)?marker\.(?:yize|dash|bullet|yishi|yiyao|ordinal|qiyi|sequence|circled)$/u.test(rule);
    if (rule === 'heading.attached' || /marker\.(?:topic|chapter|clause)$/u.test(rule)) return 'section';
    if (rule.endsWith('yize') || ITEM_ALWAYS.test(own)) return 'item';
    const requires = this.requires(node, place) && (!this.news || node.rule.startsWith('inline.') || place.under === 'directive' || this.mostRequire(siblings, place));
    const task = this.structure.genre === 'workreport' && place.context === 'tasks' && !isNounHeading(label);
    if (place.under === 'directive') return requires || task || this.mostRequire(siblings, place) ? 'measure' : 'item';
    const context = contextOf(label) ?? place.context;
    if (place.context === 'review' || !numbered && context === 'review') return list && numbered ? 'item' : 'section';
    if (isNounHeading(label) || context === 'review' && node.alone) return numbered && !node.alone && node.children.length === 0 && !requires ? 'item' : 'section';
    const likeOthers = !this.news && numbered && node.alone && !list && /[，]|(?:把|在|对)/u.test(label) && this.mostRequire(siblings, place);
    if (requires || task || likeOthers) return 'directive';
    if (!numbered) return 'section';
    if (node.alone && node.children.length > 0) return 'section';
    return list && place.context === 'tasks' && this.structure.genre === 'workreport' ? 'directive' : list && rule.includes('ordinal') && node.ownEnd - node.bodyStart > 40 ? 'section' : 'item';
  }

  /** Does the point require something: by its heading, or by a modal in its text? */
  private requires(node: StructureNode, place: Place): boolean {
    const inner = node.children.find((c) => c.rule.startsWith('inline.'))?.span.start;
    const own = this.text.folded.slice(node.labelSpan.start, inner ?? (node.rule.startsWith('inline.') ? node.span.end : node.ownEnd));
    const head = this.text.folded.slice(node.labelSpan.start, node.labelSpan.end);
    if (node.kind === 'section' && this.news) return this.parties !== undefined && isImperative(head);
    if (readModal(head)) return true;
    if (isImperative(head) && !isPast(own.slice(0, 160)) && (!this.news || place.under === 'directive' || this.speechRequires())) return true;
    if (node.rule.startsWith('heading') ) return isImperative(head) || this.structure.genre === 'notice' && readModal(own) !== undefined;
    if (this.structure.genre === 'notice' && place.context === 'tasks') return readModal(own) !== undefined || imperativeClause(own) || this.bodyRequires(node);
    return !isPast(own.slice(0, 120)) && (readModal(own) !== undefined || this.speech.requiring && /[，：]要|^要/u.test(own));
  }

  /** In news a bare imperative requires only where somebody was heard to require. */
  private speechRequires(): boolean { return this.speech.issuer === undefined ? this.everRequired : this.speech.requiring; }

  private bodyRequires(node: StructureNode): boolean {
    return node.children.some((c) => c.kind === 'paragraph' && readModal(this.text.folded.slice(c.span.start, c.span.end)) !== undefined) && /[一-龥]{2,}/u.test(node.label);
  }

  private mostRequire(siblings: readonly StructureNode[], place: Place): boolean {
    const points = siblings.filter((s) => s.kind === 'item' || s.kind === 'section');
    return points.filter((s) => this.requires(s, place)).length * 2 > points.length;
  }

  private pointDirective(node: StructureNode): Directive {
    const end = node.rule.startsWith('inline.') ? node.span.end : node.ownEnd, start = node.labelSpan.start, text = this.text.folded.slice(start, end);
    const body = node.alone ? node.children.find((c) => c.kind === 'paragraph' || c.kind === 'item') : undefined;
    const forWhom = this.news && !node.alone ? text.slice(0, 200) : text.slice(0, 300);
    let addressee = this.structure.genre === 'notice' || this.structure.genre === 'speech' ? this.spanOfAddressee(forWhom, start, false) : undefined;
    if (!addressee && body && (this.structure.genre === 'notice' || this.structure.genre === 'speech')) addressee = this.spanOfAddressee(this.text.folded.slice(body.labelSpan.start, Math.min(body.span.end, body.labelSpan.start + 160)), body.labelSpan.start, false);
    return this.directive(text, start, { strong: false, addressee });
  }

  // ---- plain paragraphs -------------------------------------------------------------------------------------------------------

  private visitParagraph(node: StructureNode, place: Place, siblings: readonly StructureNode[], i: number): Made[] {
    if (node.children.length > 0) return this.visitListParagraph(node, place);
    const inside = this.visitText(node, node.span.start, place, siblings[i + 1]);
    if (inside.length === 1 && inside[0]!.kind === 'section') {
      // a frame paragraph before a list of line-start points takes them as children
      return inside;
    }
    if (place.under === 'directive') return inside;
    if (inside.length === 1) return inside;
    return [this.copy(node, inside.length > 1 ? 'group' : node.kind, inside)];
  }

  /** A paragraph with a list in it: what stands before the list is its frame, a requirement, or nothing. */
  private visitListParagraph(node: StructureNode, place: Place): Made[] {
    const first = node.children[0]!.span.start, before = this.visitText(node, node.span.start, place, undefined, first);
    const lead = this.text.folded.slice(node.span.start, first), last = before.at(-1);
    const tail = this.tailOf(node, place);
    if (place.under === 'directive') return [...before, ...this.visitAll(node.children, place), ...tail];
    if (last?.kind === 'section') {
      last.children.push(...this.visitAll(node.children, { ...place, depth: place.depth + 1 }));
      last.span = { start: last.span.start, end: node.span.end };
      return this.wrap(node, before);
    }
    if (last && /。$/u.test(lead.trimEnd()) && last.span.end >= first - 1 && this.listRequires(node, place)) {
      last.children.push(...this.visitAll(node.children, { ...place, under: 'directive' }));
      last.span = { start: last.span.start, end: node.span.end };
      return this.wrap(node, before);
    }
    return this.wrap(node, [...before, ...this.visitAll(node.children, place), ...tail]);
  }

  /** Sentences after a list that ends before its paragraph does. */
  private tailOf(node: StructureNode, place: Place): Made[] {
    const end = node.children.at(-1)!.span.end;
    return end < node.ownEnd ? this.visitText(node, end, place) : [];
  }

  private listRequires(node: StructureNode, place: Place): boolean { return this.mostRequire(node.children, place) || this.speech.requiring; }

  private wrap(node: StructureNode, inside: Made[]): Made[] {
    return inside.length === 1 ? inside : [this.copy(node, 'group', inside)];
  }

  /** Requirement sentences of a stretch of plain text. */
  private visitText(node: StructureNode, from: number, place: Place, next?: StructureNode, to = node.ownEnd): Made[] {
    const paragraph = this.byStart.get(node.span.start) ?? this.text.paragraphs.find((p) => p.start <= from && p.end >= from);
    if (!paragraph) return [];
    if (this.speech.at < paragraph.index - 1 || !this.news) this.resetSpeech();
    const out: Made[] = [], carried = this.speech.requiring;
    const sentences = sentencesOf(paragraph).filter((s) => s.end > from && s.start < to);
    let fresh = true;
    for (const s of sentences) {
      const span = { start: Math.max(s.start, from), end: Math.min(s.end, to) };
      const made = this.visitSentence(span, place, paragraph, { first: fresh, carried: carried && fresh, cut: span.end < s.end, only: sentences.length === 1 && node.children.length === 0 && paragraph.sentences.length === 1, next });
      fresh = false;
      if (made) out.push(made);
    }
    return out;
  }

  private resetSpeech(): void { this.speech = { requiring: false, at: -9 }; }

  private visitSentence(span: Span, place: Place, paragraph: Paragraph, at: { first: boolean; carried: boolean; cut: boolean; only: boolean; next?: StructureNode | undefined }): Made | undefined {
    const sentence = this.text.folded.slice(span.start, span.end);
    if (this.news) return this.newsSentence(sentence, span, place, paragraph, at);
    if (place.under === 'directive') return undefined;
    if (this.structure.genre === 'notice') return this.noticeSentence(sentence, span, place, paragraph);
    return this.speechSentence(sentence, span, place, at.first);
  }

  private newsSentence(sentence: string, span: Span, place: Place, paragraph: Paragraph, at: { first: boolean; carried: boolean; cut: boolean; only: boolean; next?: StructureNode | undefined }): Made | undefined {
    if (BYSTANDER.test(sentence)) { this.resetSpeech(); return undefined; }
    const said = findAttribution(sentence, this.people, this.person);
    const person = personIn(sentence.slice(0, said?.cueAt ?? 80), this.people);
    if (said && said.issuer !== '会议' && said.issuer !== '全会') this.person = said.issuer; else if (person) this.person = person.name;
    if (said) this.hear(said, span, paragraph);
    else if (at.first && !at.carried) this.resetSpeech();
    else if (!at.first && person && /^[^，]{0,30}(?:来到|走进|听取|察看|了解|考察|主持|出席|前往|参观|询问|看望|乘车|抵达)/u.test(sentence)) this.resetSpeech();
    const framed = this.frame(sentence, span, at);
    if (framed) { this.speech.requiring = this.everRequired = true; return place.under === 'directive' ? undefined : framed; }
    if (at.cut && said && sentence.length - said.contentAt < 16) {
      this.speech.requiring = this.everRequired = true;
      const whom = said.strong ? openingSubject(sentence.slice(said.contentAt) + '要', this.isPlace) : undefined;
      if (whom) this.address(span.start + said.contentAt, whom);
      return undefined;
    }
    if (this.speech.issuer === undefined || place.under === 'directive') return undefined;
    const content = said ? said.contentAt : 0, requirement = this.requirementIn(sentence, content, said);
    if (!requirement || at.first && !said && !at.carried) { if (at.first && !said) this.resetSpeech(); return undefined; }
    this.speech.requiring = this.everRequired = true;
    this.speech.at = paragraph.index;
    return this.requirementNode(span, sentence, content, requirement, said?.strong ?? false);
  }

  private hear(said: Attribution, span: Span, paragraph: Paragraph): void {
    this.speech = { issuer: said.issuer, cue: said.cue, cueSpan: { start: span.start + said.cueAt, end: span.start + said.cueAt + said.cue.length }, requiring: false, at: paragraph.index };
    this.lastIssuer = said.issuer;
    const content = this.text.folded.slice(span.start + said.contentAt, Math.min(span.end, span.start + said.contentAt + 80)), topic = said.to ?? openingSubject(content, this.isPlace);
    if (topic) this.address(span.start + (said.to ? 0 : said.contentAt), topic);
    if (said.issuerAt) this.speech.issuerSpan = { start: span.start + said.issuerAt.start, end: span.start + said.issuerAt.end };
  }

  private address(base: number, found: { start: number; end: number }): void {
    const span = { start: base + found.start, end: base + found.end };
    this.speech.addressee = this.shown.slice(span.start, span.end);
    this.speech.addresseeSpan = span;
  }

  /** 「X对…提出具体要求。」 before a list, or a paragraph of one sentence that such a list follows. */
  private frame(sentence: string, span: Span, at: { cut: boolean; only: boolean; next?: StructureNode | undefined }): Made | undefined {
    const listFollows = at.next !== undefined && at.next.kind === 'item' && at.only || this.listAfter(span.end);
    if (!listFollows) return undefined;
    if (this.speech.issuer === undefined) {
      const person = personIn(sentence, this.people);
      if (person && FRAME.test(sentence)) this.speech = { issuer: person.name, issuerSpan: { start: span.start + person.start, end: span.start + person.end }, requiring: true, at: this.speech.at };
      else return undefined;
    }
    if (!FRAME.test(sentence) && !at.only) return undefined;
    const about = /对(?=[^，]{2,40}提出)/u.exec(sentence), whom = about ? openingSubject(sentence.slice(about.index + 1), this.isPlace) : undefined;
    if (whom) this.address(span.start + about!.index + 1, whom); else { this.speech.addressee = undefined; this.speech.addresseeSpan = undefined; }
    return this.sentenceNode(span, 'section', 'frame', 0, -1);
  }

  private listAfter(end: number): boolean { return /^\s{0,3}(?:[一1]是|一要|第一[，、是]|一、|（一）|首先，)/u.test(this.text.folded.slice(end, end + 8)); }

  private requirementIn(sentence: string, contentAt: number, said: Attribution | undefined): Requirement | undefined {
    const content = sentence.slice(contentAt);
    if (said?.strong && !/^[的了]/u.test(content)) return readModal(content) ?? { force: forceOf(content), rule: 'requirement.cue', modalAt: -1, modal: '' };
    const modal = readModal(content);
    if (modal) return modal;
    const plain = content.replace(/^[，：“\s]+/u, '');
    if ((this.speech.requiring || said) && isImperative(plain)) return { force: 'should', rule: 'requirement.imperative', modalAt: -1, modal: '' };
    return undefined;
  }

  private noticeSentence(sentence: string, span: Span, place: Place, paragraph: Paragraph): Made | undefined {
    const said = findAttribution(sentence, this.people, this.person);
    if (said && /^(?:会议|全会)$/u.test(said.issuer) || ITEM_ALWAYS.test(sentence) || place.context === 'review') return undefined;
    const modal = readModal(sentence), inSection = place.depth > 0;
    if (/目标/u.test(this.headingAbove(span.start)) || !modal && !inSection) return undefined;
    if (!modal && !(isImperative(sentence) || /^以.{2,60}为指导/u.test(sentence) || /总体要求|指导思想/u.test(this.headingAbove(span.start)) && !/是|了/u.test(sentence.slice(0, 40)))) return undefined;
    if (!inSection && /(?:如下|以下)[^。]{0,10}[。：]$/u.test(sentence)) return undefined;
    if (!inSection && !/请|要(?!求)|务必|不得|应/u.test(sentence)) return undefined;
    const node = this.requirementNode(span, sentence, 0, modal ?? { force: 'should', rule: 'requirement.imperative', modalAt: -1, modal: '' }, false);
    if (!inSection && node.directive && this.fallback.name === 'document') {
      const signer = this.signerNear(paragraph);
      if (signer) { node.directive.issuer = signer.name; node.directive.issuerSpan = signer.span; }
      const recipient = /^.{0,120}请(?:认真|遵照|贯彻|结合|按照)/u.test(sentence) ? this.recipient() : undefined;
      if (recipient) { node.directive.addressee = recipient.name; node.directive.addresseeSpan = recipient.span; }
    }
    return node;
  }

  private headingAbove(at: number): string {
    let label = '';
    const visit = (nodes: readonly StructureNode[]): void => { for (const n of nodes) if (n.span.start <= at && at < n.span.end && n.kind !== 'paragraph' && n.kind !== 'lead') { label = n.label; visit(n.children); } };
    visit(this.structure.nodes);
    return label;
  }

  /** The signature within two paragraphs after this one. */
  private signerNear(paragraph: Paragraph): { name: string; span: Span } | undefined {
    for (const p of this.text.paragraphs.slice(paragraph.index + 1, paragraph.index + 3))
      if (p.folded.length <= 40 && /(?:政府|委员会|办公厅|办公室|国务院|党委|省委|市委|区委|县委|[部委厅局署院会])$/u.test(p.folded)) return { name: this.shown.slice(p.start, p.end), span: { start: p.start, end: p.end } };
    return undefined;
  }

  private recipient(): { name: string; span: Span } | undefined {
    const p = this.text.paragraphs.slice(0, 8).find((x) => /[：:]$/u.test(x.folded) && x.folded.length < 240);
    if (!p) return undefined;
    const skip = /^.*?号/u.exec(p.folded)?.[0].length ?? 0, span = { start: p.start + skip, end: p.end - 1 };
    return { name: this.shown.slice(span.start, span.end), span };
  }

  private speechSentence(sentence: string, span: Span, place: Place, first: boolean): Made | undefined {
    if (first && !(this.structure.genre === 'workreport' && /^要/u.test(sentence))) this.speech = { requiring: false, at: -9 };
    if (place.context === 'review') return this.reviewSentence(sentence, span);
    const overall = this.structure.genre === 'workreport' && /总体要求是：/u.test(sentence.slice(0, 30));
    const modal = readModal(sentence);
    const strong = /^(?:[^，。]{0,12}，)?(?:我们|我|也|同时，也|我衷心|我真诚)?(?:希望|建议|奉劝|呼吁|吁请|籲请|倡议|要求)(?!.{0,4}(?:是|的|，就))/u.exec(sentence);
    let requirement = overall ? { force: 'should' as const, rule: 'requirement.modal', modalAt: -1, modal: '' } : modal;
    if (!requirement && strong) requirement = { force: 'should', rule: 'requirement.cue', modalAt: -1, modal: '' };
    if (!requirement) return undefined;
    if (!overall && (reflective(sentence) || FRAME.test(sentence) && /：$|以下|几点|如下/u.test(sentence.slice(-12)))) return undefined;
    this.speech.requiring = true;
    const contentAt = strong?.[0].length ?? 0, inner = contentAt > 0 ? readModal(sentence.slice(contentAt)) ?? { ...requirement, modalAt: -1 } : requirement;
    return this.requirementNode(span, sentence, contentAt, inner, strong !== null);
  }

  /** In a review only a quoted instruction of a named leader counts: 「某某作出指示，强调要…」. */
  private reviewSentence(sentence: string, span: Span): Made | undefined {
    const said = findAttribution(sentence, this.people, undefined);
    if (!said || !/强调|指出|要求/u.test(said.cue) || !/近日|日前|指示|批示/u.test(sentence)) return undefined;
    const requirement = readModal(sentence.slice(said.contentAt));
    if (!requirement) return undefined;
    this.hear(said, span, this.text.paragraphs[0]!);
    const node = this.requirementNode(span, sentence, said.contentAt, requirement, said.strong);
    this.resetSpeech();
    return node;
  }

  // ---- making nodes -----------------------------------------------------------------------------------------------------------

  private requirementNode(span: Span, sentence: string, contentAt: number, requirement: Requirement, strong: boolean): Made {
    const node = this.sentenceNode(span, 'directive', requirement.rule, contentAt, requirement.modalAt < 0 ? -1 : contentAt + requirement.modalAt);
    const content = sentence.slice(contentAt), addressee = this.spanOfAddressee(content, span.start + contentAt, strong);
    if (addressee) { this.speech.addressee = addressee.text; this.speech.addresseeSpan = addressee.span; }
    else if (!/^[“「]?(?:要|必须|也|还|应|并|首先|同时，?要|希望|如果)/u.test(content.replace(/^[，：“\s]+/u, '')) || contentAt > 0) { this.speech.addressee = undefined; this.speech.addresseeSpan = undefined; }
    node.directive = { ...this.directive(sentence, span.start, { strong, addressee: addressee ?? (this.speech.addressee !== undefined && this.speech.addresseeSpan ? { text: this.speech.addressee, span: this.speech.addresseeSpan } : undefined) }), force: requirement.force };
    return node;
  }

  private spanOfAddressee(content: string, base: number, strong: boolean): { text: string; span: Span } | undefined {
    const found = findAddressee(content, strong, this.isPlace);
    if (!found) return undefined;
    const span = { start: base + found.start, end: base + found.end };
    return { text: this.shown.slice(span.start, span.end), span };
  }

  private directive(text: string, base: number, more: { strong: boolean; addressee?: { text: string; span: Span } | undefined }): Directive {
    const deadline = findDeadline(text), targets = findTargets(text), move = (s: Span): Span => ({ start: base + s.start, end: base + s.end });
    const party = this.parties && this.speech.issuer === undefined ? this.parties : undefined;
    const issuer = this.speech.issuer ?? party?.name ?? (this.news ? this.lastIssuer ?? this.person : undefined) ?? this.fallback.name;
    const issuerSpan = this.speech.issuerSpan ?? (party ? { start: party.start, end: party.end } : this.fallback.start !== undefined && this.speech.issuer === undefined ? { start: this.fallback.start, end: this.fallback.end! } : undefined);
    const addressee = more.addressee ?? (party ? { text: party.name, span: { start: party.start, end: party.end } } : undefined) ?? (this.news && this.speech.addressee !== undefined && this.speech.addresseeSpan ? { text: this.speech.addressee, span: this.speech.addresseeSpan } : undefined);
    return {
      issuer, force: forceOf(text),
      ...(issuerSpan && { issuerSpan }), ...(this.speech.cue !== undefined && { cue: this.speech.cue }), ...(this.speech.cueSpan && { cueSpan: this.speech.cueSpan }),
      ...(addressee && { addressee: addressee.text, addresseeSpan: addressee.span }),
      ...(deadline && { deadline: deadline.text, deadlineSpan: move(deadline.span) }), ...(targets.length > 0 && { targets: targets.map((t) => ({ text: t.text, span: move(t.span) })) }),
    };
  }

  private sentenceNode(span: Span, kind: NodeKind, rule: string, contentAt: number, modalAt: number): Made {
    const text = this.text.folded.slice(span.start, span.end), label = gist(text, contentAt, modalAt), labelSpan = { start: span.start + label.start, end: span.start + label.end };
    return { kind, rule, span: { ...span }, labelSpan, label: this.shown.slice(labelSpan.start, labelSpan.end).replace(/[，。；：、！？”」』]+$/u, ''), children: [] };
  }

  private copy(node: StructureNode, kind: NodeKind, children: Made[]): Made {
    const numbered = node.kind === 'item' || node.kind === 'section' || node.kind === 'title';
    const text = this.text.folded.slice(node.labelSpan.start, Math.max(node.labelSpan.end, node.labelSpan.start)), short = numbered && text.length <= 34;
    const cut = short ? undefined : gist(text, 0);
    const labelSpan = cut && node.kind !== 'title' ? { start: node.labelSpan.start + cut.start, end: node.labelSpan.start + cut.end } : node.labelSpan;
    const label = cut && node.kind !== 'title' ? this.shown.slice(labelSpan.start, labelSpan.end) : numbered && node.kind !== 'title' ? this.shown.slice(node.labelSpan.start, node.labelSpan.end) : node.label;
    return {
      kind, rule: node.rule, span: { start: node.span.start, end: Math.max(node.span.end, ...children.map((c) => c.span.end)) }, labelSpan,
      label: label.replace(/^要(?!求|点|素)/u, '').replace(/[，。；：、]+$/u, '').replace(/\s+/gu, ' '), children,
      ...(node.marker !== undefined && { marker: node.marker }), ...(node.ordinal !== undefined && { ordinal: node.ordinal }),
    };
  }
}

/** A general reflection, a fact or a forecast of an orator, no requirement of the audience. */
function reflective(sentence: string): boolean {
  return /^(?:他|她|[^，]{2,12}同志)(?:继续|曾)?(?:说|指出)/u.test(sentence) || /^(?:我们党|我们深知|历史|实践证明|事实证明|我坚信|我相信|我们相信|如果|即使|有人|当然|过去|毛泽东|为什么|因为)/u.test(sentence) || /我们要在[^。]{2,30}，关键是/u.test(sentence);
}

function imperativeClause(text: string): boolean {
  return text.slice(0, 200).split(/[，。；]/u).some((c) => isImperative(c)) || /允许|准予|享受|免征|纳入|给予/u.test(text);
}

/** The parties of an agreement: 「甲乙两市昨日签署…协议」. */
function partiesOf(text: SourceText): { name: string; start: number; end: number } | undefined {
  const m = /(?<=[，。])([一-龥]{1,6}(?:两市|两省|双方|三地|两地|两区|两县|两校|三方|各方))[^，。]{0,12}签署[^。]{0,60}协议/u.exec(text.folded.slice(0, 1500));
  return m ? { name: m[1]!, start: m.index, end: m.index + m[1]!.length } : undefined;
}
