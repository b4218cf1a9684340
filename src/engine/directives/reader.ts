import type { Directive, NodeKind } from '../analysis';
import { toTheEnd } from '../steps';
import type { Siblings, Structure, StructureNode } from '../structure';
import { Anchor, type SourceText } from '../text';
import { contextOf, contextOfYears, isNounHeading, type Context } from './context';
import { groupFlat, type Groups } from './groups';
import { NodeMaker, SENTENCE_MAX, type Made, type Place } from './made';
import { parallelParts } from './measures';
import { DEFICIENT, imperativeClause, isImperative, isPast, ITEM_ALWAYS, MODAL_IN_PART, readModal } from './requirement';
import { Walk, type Rows } from './rows';
import { SentenceReader } from './sentence-reader';
import type { Setting } from './setting';
import { Speech } from './speech';
import { distance, isSamePlace, type Circumstances, type Most, type Standpoint, type Visit, type Visits, type Vote } from './visits';

const LIST = /^(?:inline\.)?marker\.(?:dash|bullet|yishi|yiyao|ordinal|qiyi|sequence|circled)$/u;
/** An answer to a request grants what was asked for: 「一、同意设立…」. */
const GRANTS = /^(?:原则)?同意(?!识)/u;
/** A point that opens with what the speaker wishes: 「第一，希望青年朋友们坚定信念。」 */
const WISHES = /^(?:我)?(?:衷心)?(?:希望|勉励|号召)(?!的|是)/u;
const isPoint = (node: StructureNode): boolean => node.kind === 'item' || node.kind === 'section';
const byStart = (a: Made, b: Made): number => a.span.start - b.span.start;
/** Nodes with those that come of what lies below; these are in text order. */
const inOrder = (own: Made[], below: Made[]): Made[] => (own.length === 0 ? below : [...own, ...below].sort(byStart));

/** Walks the tree of markers and headings in text order, decides what each point is, and adds the requirements of plain text. */
export class DirectiveReader {
  private readonly make: NodeMaker;
  private readonly speech: Speech;
  private readonly sentences: SentenceReader;
  private readonly news: boolean;
  /** what was said of a level, once a level */
  private readonly mostly = new Map<Level, Most>();
  /** the level that the node being read asked about */
  private asked: Level | undefined;

  constructor(private readonly text: SourceText, private readonly structure: Structure, private readonly setting: Setting, private readonly visits: Visits, private readonly rows: Rows, private readonly groups: Groups) {
    this.news = setting.news;
    this.make = new NodeMaker(text);
    this.speech = new Speech(text, setting);
    this.sentences = new SentenceReader(text, this.make, this.speech, visits);
  }

  *read(): Generator<void, Made[]> {
    const { roots } = this.structure;
    return this.groups.of(roots, yield* this.visitInSteps({ siblings: roots, nodes: roots.nodes, changed: roots.changed, above: undefined }, { under: 'none', context: this.setting.context, depth: 0, heading: '' }));
  }

  private visitAll(level: Level, place: Place): Made[] { return toTheEnd(this.visitInSteps(level, place)); }

  /** Visits the nodes of a level, one in a step. */
  private *visitInSteps(level: Level, place: Place): Generator<void, Made[]> {
    const { nodes, siblings, above } = level, walk = new Walk(place), known = this.rows.known(siblings, above), stillSays = (most: Most, at: Place): boolean => this.stillSays(level, at, most);
    for (let i = known?.takeFront(walk, this.speech, stillSays) ?? 0; i < nodes.length && !known?.takeBack(i, walk, this.speech, stillSays); i++) {
      const node = nodes[i]!, { here } = walk;
      walk.add(node, this.visit(node, { place: here, isBeforeItem: nodes[i + 1]?.kind === 'item' }, level));
      // once a work report has come to its tasks it stays with them: 「政府自身建设」 follows 「重点工作」
      if (this.setting.genre === 'workreport' && (place.depth === 0 || place.context !== 'review') && here.context !== 'tasks' && isPoint(node) && node.alone && this.contextOf(node.topic) === 'tasks') walk.here = { ...here, context: 'tasks' };
      yield;
    }
    if (siblings) this.rows.keep(siblings, walk);
    return walk.out;
  }

  /** What comes of a node: as it was read last, where nothing has changed for it. */
  private visit(node: StructureNode, standpoint: Standpoint, level: Level): Visit {
    const known = this.visits.find(node, standpoint, this.speech, level.above);
    if (known && (!known.most || this.stillSays(level, standpoint.place, known.most))) {
      this.speech.state = known.after;
      this.visits.keep(known);
      return known;
    }
    const { state } = this.speech, from = distance(node, this.speech), asked = this.asked, recipients = this.visits.asked, last = this.visits.last(node, level.above);
    this.asked = undefined;
    const made = this.readNode(node, standpoint, level, last), visit = this.visits.add(node, standpoint, this.speech, state, from, this.visits.asked > recipients, this.answerFor(level), made);
    this.asked = asked;
    return visit;
  }

  /** What was said of a level, if the node being read asked about it. */
  private answerFor(level: Level): Most | undefined { return this.asked === level ? this.mostly.get(level) : undefined; }

  private readNode(node: StructureNode, { place, isBeforeItem }: Standpoint, level: Level, last: Visit | undefined): Made[] {
    if (isPoint(node)) return [this.visitPoint(node, place, level, last)];
    if (node.rule === 'note' || node.rule === 'letterhead' || !['paragraph', 'lead', 'closing'].includes(node.kind)) return [this.make.ofNode(node, node.kind, [])];
    return node.children.length > 0 ? this.visitListParagraph(node, place, last) : this.visitParagraph(node, place, isBeforeItem);
  }

  // ---- numbered points and headings -------------------------------------------------------------------------------------------

  private visitPoint(node: StructureNode, place: Place, level: Level, last: Visit | undefined): Made {
    const kind = this.kindOf(node, place, level), requires = kind === 'directive' || kind === 'measure';
    const below: Place = { under: requires ? 'directive' : place.under, context: (this.news ? undefined : this.contextOf(node.topic)) ?? place.context, depth: place.depth + 1, heading: node.topic };
    const directive = kind === 'directive' ? this.directiveOf(node) : undefined;
    const made = this.make.ofNode(node, kind, requires ? this.partsOf(node, below, kind, last) : this.childrenOf(node, below, kind, last));
    if (directive) made.directive = directive;
    return made;
  }

  /** The context that a heading opens, in a work report also by its years: what lies before the report's own year is a review. */
  private contextOf(label: string): Context | undefined {
    return contextOf(label) ?? (this.setting.genre === 'workreport' ? contextOfYears(label, this.setting.year) : undefined);
  }

  /** Children of a section or item: the rest of its own paragraph, then its children. */
  private childrenOf(node: StructureNode, below: Place, kind: NodeKind, last: Visit | undefined): Made[] {
    const own = kind === 'section' && node.bodyStart < node.ownEnd ? this.sentences.read(node, node.bodyStart, below) : [], all = inOrder(own, this.visitAll(levelOf(node, node.children, last), below));
    return kind === 'section' ? this.groups.of(node.below, all) : all;
  }

  /** Parts of a directive: numbered ones, else parallel ones. */
  private partsOf(node: StructureNode, below: Place, kind: NodeKind, last: Visit | undefined): Made[] {
    const points = node.children.filter(isPoint), inline = node.rule.startsWith('inline.'), end = inline ? node.span.end : node.ownEnd;
    const bodies = node.children.filter((c) => !isPoint(c)).flatMap((c) => (c.children.length > 0 ? this.visitAll(levelOf(c, c.children, last), below) : this.parallels(c.span.start, c.span.end, undefined, kind)));
    const own = points.some((c) => c.rule.startsWith('inline.')) || node.bodyStart >= end ? [] : this.parallels(node.bodyStart, end, node, kind);
    return inOrder([...own, ...bodies], this.visitAll(levelOf(node, points, last), below));
  }

  /** Parallel parts of a stretch of text; `head` is the point whose heading stands before it. */
  private parallels(from: number, to: number, head: StructureNode | undefined, kind: NodeKind): Made[] {
    const { genre } = this.setting, notice = genre === 'notice';
    if (genre === 'workreport' || notice && kind !== 'directive' || !head && !notice && genre !== 'speech') return [];
    const text = this.text.folded.slice(from, to), closed = head !== undefined && this.text.folded.slice(head.span.start, from).endsWith('。');
    if (text.length > SENTENCE_MAX * 2) return [];
    return parallelParts(text, 0, closed)
      .filter((part) => head !== undefined || notice || MODAL_IN_PART.test(text.slice(part.start, part.end)))
      .map((part) => this.make.ofSentence({ start: from + part.start, end: from + part.end }, 'measure', 'requirement.parallel'));
  }

  private kindOf(node: StructureNode, place: Place, level: Level): NodeKind {
    const { rule, topic } = node, numbered = node.kind === 'item', list = LIST.test(rule), { genre } = this.setting;
    if (rule === 'heading.attached' || /^marker\.(?:topic|chapter|clause)$/u.test(rule)) return 'section';
    if (DEFICIENT.test(topic) || GRANTS.test(topic) || ITEM_ALWAYS.test(this.ownText(node))) return 'item';
    const task = genre === 'workreport' && place.context === 'tasks' && (!isNounHeading(topic) || !node.alone && imperativeClause(this.text.folded.slice(node.bodyStart, node.ownEnd)));
    const requires = this.requires(node, place) && (!this.news || rule.startsWith('inline.') || place.under === 'directive' || this.mostRequire(level, place));
    if (place.under === 'directive') return requires || task || this.mostRequire(level, place) || this.news && list && !isPast(this.ownText(node)) ? 'measure' : 'item';
    const context = (this.news ? undefined : this.contextOf(topic)) ?? place.context, bare = numbered && !node.alone && node.children.length === 0 && !requires;
    if (place.context === 'review' || !numbered && context === 'review') return numbered && (list || this.isOneSentence(node)) ? 'item' : 'section';
    if (isNounHeading(topic) || context === 'review' && node.alone) return bare ? 'item' : 'section';
    const likeOthers = !this.news && !/^[^，]{2,20}[为是]/u.test(topic) && numbered && node.alone && !list && /，|把|在|对/u.test(topic) && this.mostRequire(level, place);
    if (requires || task || likeOthers || list && genre === 'workreport' && place.context === 'tasks') return 'directive';
    if (!numbered || node.alone && node.children.length > 0) return 'section';
    return rule.endsWith('ordinal') && node.ownEnd - node.bodyStart > 40 ? 'section' : 'item';
  }

  /** No heading with a body: 「1.全面落实河长制，县级河长巡河46次。」 */
  private isOneSentence(node: StructureNode): boolean {
    const own = this.text.folded.slice(node.labelSpan.start, node.ownEnd);
    return node.children.length === 0 && own.search(/[。；！]/u) >= own.length - 1 && /[，。；]/u.test(own);
  }

  /** The point's own words: heading and rest of its paragraph, up to a list in it. */
  private ownText(node: StructureNode): string {
    const inner = node.children.slice(0, node.points)[0]?.span.start, end = inner ?? (node.rule.startsWith('inline.') ? node.span.end : node.ownEnd);
    return this.text.folded.slice(node.labelSpan.start, Math.min(end, node.labelSpan.start + SENTENCE_MAX));
  }

  /** Does the point require something: by its heading, or by a modal in its text? */
  private requires(node: StructureNode, place: Place): boolean {
    const own = this.ownText(node), head = this.text.folded.slice(node.labelSpan.start, node.labelSpan.end), notice = this.setting.genre === 'notice';
    if (node.kind === 'section' && this.news) return this.setting.enactor !== undefined && isImperative(head);
    if (readModal(head) || WISHES.test(head) || node.rule.endsWith('yiyao')) return true;
    if (isImperative(head) && !isPast(own.slice(0, 160)) && (!this.news || place.under === 'directive' || this.speech.heardRequiring)) return true;
    if (node.rule.startsWith('heading')) return isImperative(head) || notice && readModal(own) !== undefined;
    if (notice && place.context === 'tasks') return readModal(own) !== undefined || imperativeClause(own) || this.bodyRequires(node);
    if (this.setting.genre === 'speech' && !node.rule.startsWith('inline.') && this.hasBody(node)) return false;
    return !isPast(own.slice(0, 120)) && (readModal(own) !== undefined || this.speech.requiring && /[，：]要|^要/u.test(own));
  }

  /** A heading of an orator that requires nothing itself, with several sentences after it on its line. */
  private hasBody(node: StructureNode): boolean {
    return /。/u.test(this.text.folded.slice(node.labelSpan.start, node.bodyStart)) && this.text.folded.slice(node.bodyStart, node.ownEnd).split('。').length > 2;
  }

  private bodyRequires(node: StructureNode): boolean {
    return node.children.some((c) => c.kind === 'paragraph' && readModal(this.text.folded.slice(c.span.start, Math.min(c.span.end, c.span.start + SENTENCE_MAX))) !== undefined);
  }

  /** Do most of the points at one level require something? Decided once a level, when its first point is read. */
  private mostRequire(level: Level, place: Place): boolean {
    this.asked = level;
    const known = this.mostly.get(level);
    if (known) return known.value;
    const { heardRequiring: heard, requiring } = this.speech, now: Circumstances = { setting: this.setting, place, heard, requiring };
    const vote = (s: StructureNode): Vote => (!isPoint(s) ? 0 : this.visits.requires(s, now, () => this.requires(s, place)) ? 2 : 1), votes = level.siblings ? this.visits.votes(level.siblings, now, vote) : level.nodes.map(vote);
    let points = 0, requiringPoints = 0;
    for (const said of votes) { if (said > 0) points++; if (said > 1) requiringPoints++; }
    const value = requiringPoints * 2 > points;
    this.mostly.set(level, { value, place, heard, requiring });
    return value;
  }

  /** Is what was said of a level still so? */
  private stillSays(level: Level, place: Place, most: Most): boolean {
    const known = this.mostly.get(level);
    if (known) return known.value === most.value;
    const isAsBefore = !level.changed && isSamePlace(most.place, place) && most.heard === this.speech.heardRequiring && most.requiring === this.speech.requiring;
    if (isAsBefore) this.mostly.set(level, most);
    return isAsBefore || this.mostRequire(level, place) === most.value;
  }

  private directiveOf(node: StructureNode): Directive {
    const start = node.labelSpan.start, end = node.rule.startsWith('inline.') ? node.span.end : node.ownEnd, text = this.text.folded.slice(start, Math.min(end, start + SENTENCE_MAX));
    if (this.news || this.setting.genre === 'workreport') return this.speech.directive(text, start, undefined);
    const body = node.alone ? node.children.find((c) => c.kind === 'paragraph' || c.kind === 'item') : undefined, from = body?.labelSpan.start ?? 0;
    const rest = node.bodyStart - start, wish = WISHES.exec(text)?.[0].length ?? 0, addressee = this.speech.find(text.slice(wish, rest), start + wish, wish > 0) ?? this.speech.find(text.slice(rest, 300), node.bodyStart, false) ?? (body && this.speech.find(this.text.folded.slice(from, Math.min(body.span.end, from + 160)), from, false));
    return this.speech.directive(text, start, addressee);
  }

  // ---- plain paragraphs -------------------------------------------------------------------------------------------------------

  private visitParagraph(node: StructureNode, place: Place, isBeforeItem: boolean): Made[] {
    const inside = this.sentences.read(node, node.span.start, place, isBeforeItem);
    if (inside.length === 1 || place.under === 'directive') return inside;
    return [inside.length > 1 ? this.make.group(node, groupFlat(inside)) : this.make.ofNode(node, node.kind, inside)];
  }

  /** A paragraph with a list in it: what stands before the list is its frame, a requirement it spells out, or nothing. */
  private visitListParagraph(node: StructureNode, place: Place, visit: Visit | undefined): Made[] {
    const first = node.children[0]!.span.start, before = this.sentences.read(node, node.span.start, place, false, first), last = before.at(-1), level = levelOf(node, node.children, visit);
    if (place.under === 'directive') return [...before, ...this.visitAll(level, place)];
    const framed = last?.kind === 'section', spelt = last !== undefined && last.span.end >= first - 1 && /。\s*$/u.test(this.text.folded.slice(node.span.start, first)) && (this.mostRequire(level, place) || this.speech.requiring);
    if (last && (framed || spelt)) {
      last.children.push(...this.visitAll(level, framed ? { ...place, depth: place.depth + 1 } : { ...place, under: 'directive' }));
      last.span = new Anchor(last.span.paragraph, last.span.from, node.span.last, node.span.to);
    } else before.push(...this.visitAll(level, place));
    return before.length === 1 ? before : [this.make.group(node, before)];
  }
}

/**
 * Nodes side by side below one node; `siblings` where they are all that lies below it, `changed` where they are others than before or anything is new in
 * them, `above` the last reading of that node.
 */
interface Level { readonly siblings: Siblings | undefined; readonly nodes: readonly StructureNode[]; readonly changed: boolean; readonly above: Visit | undefined }

const levelOf = (node: StructureNode, nodes: readonly StructureNode[], above: Visit | undefined): Level => ({ siblings: nodes.length === node.children.length ? node.below : undefined, nodes, changed: node.changed, above });
