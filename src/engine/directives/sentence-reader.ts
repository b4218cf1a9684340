import type { Span } from '../analysis';
import type { StructureNode } from '../structure';
import { paragraphAt, type Paragraph, type SourceText } from '../text';
import { findAddressee, openingSubject } from './addressee';
import { isBystander } from './bystander';
import { findAttribution, personIn, type Attribution } from './attribution';
import { signerAfter } from './letter';
import { SENTENCE_MAX, type Made, type NodeMaker, type Place } from './made';
import { assigns, forceOf, isFrame, isImperative, ITEM_ALWAYS, readModal, type Requirement } from './requirement';
import type { Setting } from './setting';
import type { Speech } from './speech';
import { sentencesOf } from './sentences';
import type { Visits } from './visits';

/** How a sentence stands in its paragraph. */
interface Standing {
  first: boolean;
  /** does the speech of the paragraph before go on? */
  carried: boolean;
  /** does a list begin inside the sentence? */
  cut: boolean;
  /** is it the whole paragraph? */
  only: boolean;
  /** does an item follow the paragraph? */
  isBeforeItem: boolean;
}

const NARRATES = /^[^，]{0,30}(?:来到|走进|听取|察看|了解|考察|主持|出席|前往|参观|询问|看望|抵达)/u;
const RAISES = /提出[^。，：]{0,12}(?:要求|意见|希望|建议)[。：]?$/u;
const WISH_WITHIN = /(?<=[，；])(?:并|也|同时)?(?:希望|勉励|叮嘱|鼓励|号召)/u;
const WISH = /^(?:[^，。]{0,12}，)?(?:我们|我|也|同时，也|我衷心|我真诚)?(?:希望|建议|呼吁|倡议|要求)(?!.{0,4}(?:是|的|，就))/u;
const LIST_AHEAD = /^\s{0,3}(?:[一1]是|一要|第一[，、是]|一、|（一）|首先，)/u;
const BARE: Omit<Requirement, 'rule'> = { force: 'should', modalAt: -1, modal: '' };

/** Finds requirement sentences in plain text, by the genre's way of requiring. */
export class SentenceReader {
  constructor(private readonly text: SourceText, private readonly make: NodeMaker, private readonly speech: Speech, private readonly visits: Visits) {}

  private get setting(): Setting { return this.speech.setting; }

  /** Requirement sentences of a node's text between two offsets. */
  read(node: StructureNode, from: number, place: Place, isBeforeItem = false, to = node.ownEnd): Made[] {
    const paragraph = paragraphAt(this.text.paragraphs, from), out: Made[] = [];
    if (!paragraph) return out;
    if (!this.speech.reaches(paragraph) || !this.setting.news) this.forget(node);
    const carried = this.speech.requiring, sentences = sentencesOf(paragraph).filter((s) => s.end > from && s.start < to);
    sentences.forEach((s, i) => {
      const span = { start: Math.max(s.start, from), end: Math.min(s.end, to) }, only = sentences.length === 1 && node.children.length === 0 && paragraph.sentences.length === 1;
      const made = this.sentence(span, place, paragraph, { first: i === 0, carried: carried && i === 0, cut: span.end < s.end, only, isBeforeItem });
      if (made) out.push(made);
    });
    return out;
  }

  /** In a work report the people addressed stay the same over paragraphs that open with 要. */
  private forget(node: StructureNode): void {
    if (this.setting.genre !== 'workreport' || this.text.folded.slice(node.span.start, node.span.start + 1) !== '要') this.speech.reset();
  }

  private sentence(span: Span, place: Place, paragraph: Paragraph, at: Standing): Made | undefined {
    const sentence = this.text.folded.slice(span.start, Math.min(span.end, span.start + SENTENCE_MAX));
    if (this.setting.news) return this.inNews(sentence, span, place, paragraph, at);
    if (place.under === 'directive') return undefined;
    return this.setting.genre === 'notice' ? this.inNotice(sentence, span, place, paragraph) : this.inSpeech(sentence, span, place, paragraph);
  }

  // ---- news: only what somebody was heard to say ------------------------------------------------------------------------------

  private inNews(sentence: string, span: Span, place: Place, paragraph: Paragraph, at: Standing): Made | undefined {
    if (isBystander(sentence)) { this.speech.reset(); return undefined; }
    const said = this.listen(sentence, span, paragraph, at), framed = this.frame(sentence, span, at);
    if (framed) { this.speech.require(); return place.under === 'directive' ? undefined : framed; }
    if (!said && this.takesFloor(sentence, span, at)) { this.speech.require(paragraph); return undefined; }
    if (at.cut && said && sentence.length - said.contentAt < 16) return this.openList(sentence, span, said);
    if (this.speech.issuer === undefined || place.under === 'directive') return undefined;
    const requirement = this.requirementIn(sentence, said);
    if (at.first && !said && !at.carried) { this.speech.reset(); return undefined; }
    if (!requirement) { if (at.first && !said) this.speech.reset(); return undefined; }
    this.speech.require(paragraph);
    return this.requirement(span, sentence, said?.contentAt ?? 0, requirement, said?.strong ?? false);
  }

  private listen(sentence: string, span: Span, paragraph: Paragraph, at: Standing): Attribution | undefined {
    const said = findAttribution(sentence, this.setting.people, this.speech.person), person = personIn(sentence.slice(0, said?.cueAt ?? 80), this.setting.people);
    if (said && said.issuer !== '会议' && said.issuer !== '全会') this.speech.meet(said.issuer); else if (person) this.speech.meet(person.name);
    if (said) this.speech.hear(said, span.start, span.end, paragraph);
    else if (at.first ? !at.carried : person && NARRATES.test(sentence)) this.speech.reset();
    return said;
  }

  /** 「她要求学员们一是…」: a few words before the list, no requirement of their own. */
  private openList(sentence: string, span: Span, said: Attribution): undefined {
    this.speech.require();
    const whom = said.strong ? openingSubject(sentence.slice(said.contentAt) + '要', this.setting.isPlace) : undefined;
    if (whom) this.speech.address(span.start + said.contentAt, whom);
  }

  /** 「X对…提出具体要求。」 before a list, or a paragraph of one sentence that such a list follows. */
  private frame(sentence: string, span: Span, at: Standing): Made | undefined {
    const ahead = at.only && at.isBeforeItem || LIST_AHEAD.test(this.text.folded.slice(span.end, span.end + 8));
    if (!ahead) return undefined;
    if (this.speech.issuer === undefined) {
      const person = personIn(sentence, this.setting.people);
      if (!person || !isFrame(sentence)) return undefined;
      this.speech.takeOver(person, span.start);
    }
    if (!isFrame(sentence) && !at.only) return undefined;
    const about = sentence.search(/对[^，]{2,40}提出/u), whom = about < 0 ? undefined : openingSubject(sentence.slice(about + 1), this.setting.isPlace);
    this.speech.address(span.start + about + 1, whom);
    // a long frame is named by its last clause: 「…，对做好今年工作提出三点要求」
    const last = sentence.search(/[^，]*$/u), labelAt = sentence.length > 34 && last > 0 && sentence.length - last > 10 ? last : 0;
    return this.make.ofSentence(span, 'section', 'frame', labelAt);
  }

  /** 「某某就…提出要求。」 with no list after it: what follows in the paragraph is what he requires. */
  private takesFloor(sentence: string, span: Span, at: Standing): boolean {
    if (at.only || !RAISES.test(sentence)) return false;
    const meeting = /^(?:会议|全会)/u.exec(sentence), person = meeting ? { name: meeting[0], start: 0, end: meeting[0].length } : personIn(sentence, this.setting.people);
    if (person) this.speech.takeOver(person, span.start);
    return person !== undefined;
  }

  private requirementIn(sentence: string, said: Attribution | undefined): Requirement | undefined {
    const content = sentence.slice(said?.contentAt ?? 0), modal = readModal(content);
    if (modal) return modal;
    if (said && this.wishes(content)) return { ...BARE, rule: 'requirement.cue' };
    if (said && assigns(content)) return { ...BARE, rule: 'requirement.assigned' };
    if (said?.strong && !/^[的了]/u.test(content)) return { ...BARE, force: forceOf(content), rule: 'requirement.cue' };
    return (this.speech.requiring || said) && isImperative(content.replace(/^[，：“\s]+/u, '')) ? { ...BARE, rule: 'requirement.imperative' } : undefined;
  }

  /** 「他表示，…，希望大家再接再厉。」: a wish with somebody to fulfil it, behind a weaker verb. */
  private wishes(content: string): boolean {
    const at = content.search(WISH_WITHIN);
    return at >= 0 && findAddressee(content.slice(at).replace(WISH_WITHIN, ''), true, this.setting.isPlace) !== undefined;
  }

  // ---- notices: what stands under a heading that only names a topic, and the closing request ----------------------------------

  private inNotice(sentence: string, span: Span, place: Place, paragraph: Paragraph): Made | undefined {
    const said = findAttribution(sentence, this.setting.people, undefined);
    if (said && /^(?:会议|全会)$/u.test(said.issuer) || ITEM_ALWAYS.test(sentence) || place.context === 'review' || /目标|主题|时间|范围|对象|背景|意义/u.test(place.heading)) return undefined;
    const modal = readModal(sentence), inSection = place.depth > 0;
    if (!modal && !(inSection && (isImperative(sentence) || /^以.{2,60}为指导/u.test(sentence) || /总体要求|指导思想/u.test(place.heading) && !/是|了/u.test(sentence.slice(0, 40))))) return undefined;
    if (!inSection && (/(?:如下|以下)[^。]{0,10}[。：]$/u.test(sentence) || !/请|要(?!求)|务必|不得|应/u.test(sentence))) return undefined;
    const node = this.requirement(span, sentence, 0, modal ?? { ...BARE, rule: 'requirement.imperative' }, false);
    if (!inSection) this.sign(node, sentence, paragraph);
    return node;
  }

  /** A request outside all sections comes from who signs below it, and goes to whom the letter addresses. */
  private sign(node: Made, sentence: string, paragraph: Paragraph): void {
    if (!node.directive || this.setting.fallback.name !== 'document') return;
    const signer = signerAfter(this.text, paragraph.index), recipient = /请(?:认真|遵照|贯彻|结合|按照)/u.test(sentence) ? this.visits.recipient() : undefined;
    if (signer) Object.assign(node.directive, { issuer: this.text.shown.slice(signer.start, signer.end), issuerSpan: signer });
    if (recipient) Object.assign(node.directive, { addressee: this.text.shown.slice(recipient.start, recipient.end), addresseeSpan: recipient });
  }

  // ---- speeches and work reports: the speaker requires throughout -------------------------------------------------------------

  private inSpeech(sentence: string, span: Span, place: Place, paragraph: Paragraph): Made | undefined {
    if (place.context === 'review') return this.inReview(sentence, span, paragraph);
    const overall = this.setting.genre === 'workreport' && /总(?:体|的)?(?:要求|思路|部署)是?：/u.test(sentence.slice(0, 30)), wish = WISH.exec(sentence), modal = readModal(sentence);
    if (!overall && (!modal && !wish || /(?:目标|指标)(?:是|为)/u.test(sentence.slice(0, 40)) || reflective(sentence) || isFrame(sentence) && /：$|以下|几点|如下/u.test(sentence.slice(-12)))) return undefined;
    this.speech.require();
    const contentAt = wish?.[0].length ?? 0;
    const requirement = (wish || overall ? readModal(sentence.slice(contentAt)) : modal) ?? { ...BARE, rule: wish ? 'requirement.cue' : 'requirement.modal' };
    return this.requirement(span, sentence, contentAt, requirement, wish !== null);
  }

  /** In a review only a quoted instruction of a named leader counts: 「某某作出指示，强调要…」. */
  private inReview(sentence: string, span: Span, paragraph: Paragraph): Made | undefined {
    const said = findAttribution(sentence, this.setting.people, undefined);
    if (!said || !/强调|指出|要求/u.test(said.cue) || !/近日|日前|指示|批示/u.test(sentence)) return undefined;
    const requirement = readModal(sentence.slice(said.contentAt));
    if (!requirement) return undefined;
    this.speech.hear(said, span.start, span.end, paragraph);
    const node = this.requirement(span, sentence, said.contentAt, requirement, said.strong);
    this.speech.reset();
    return node;
  }

  private requirement(span: Span, sentence: string, contentAt: number, requirement: Requirement, strong: boolean): Made {
    const node = this.make.ofSentence(span, 'directive', requirement.rule, contentAt, requirement.modalAt < 0 ? -1 : contentAt + requirement.modalAt);
    const addressee = this.speech.addresseeOf(sentence.slice(contentAt), span.start + contentAt, strong, contentAt > 0);
    node.directive = { ...this.speech.directive(sentence, span.start, addressee), force: requirement.force };
    return node;
  }
}

/** A general reflection, a fact or a forecast of an orator, no requirement of the audience. */
function reflective(sentence: string): boolean {
  return /^(?:他|她|[^，]{2,12}同志)(?:继续|曾)?(?:说|指出)|^(?:我们党|我们深知|历史|实践证明|事实证明|我坚信|我相信|我们相信|如果(?!.*，(?:就|都|也)?(?:要|必须|应))|即使|有人|当然|过去(?!.*不能)|为什么|因为)/u.test(sentence);
}
