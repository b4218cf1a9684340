import type { Directive, Span } from '../analysis';
import { anchorAt, type Anchor, type Paragraph, type SourceText } from '../text';
import { findAddressee, openingSubject } from './addressee';
import type { Attribution } from './attribution';
import { findDeadline, findTargets } from './details';
import { forceOf } from './requirement';
import type { Setting } from './setting';

/** A wording and where it stands. */
interface Said { readonly text: string; readonly span: Anchor }

/** Who is speaking, and whom he addresses: the state the walk carries from sentence to sentence. Never changed, only replaced. */
export interface SpeechState {
  readonly issuer?: string;
  readonly issuerSpan?: Anchor;
  readonly cue?: Said;
  readonly addressee?: Said | undefined;
  readonly requiring: boolean;
  /** the paragraph of the last requirement; a speech goes on into the next paragraph only */
  readonly at?: Paragraph;
  /** the last person spoken of, for 他 */
  readonly person?: string;
  readonly lastIssuer?: string;
  /** did anybody require anything yet? */
  readonly everRequired: boolean;
}

const SILENCE: SpeechState = { requiring: false, everRequired: false };

/** Are two states the same, as far as any sentence can tell? */
export function isSameState(a: SpeechState, b: SpeechState): boolean {
  return a === b || a.issuer === b.issuer && a.requiring === b.requiring && a.at === b.at && a.person === b.person && a.lastIssuer === b.lastIssuer && a.everRequired === b.everRequired
    && isSamePlace(a.issuerSpan, b.issuerSpan) && isSameWording(a.cue, b.cue) && isSameWording(a.addressee, b.addressee);
}

const isSamePlace = (a: Anchor | undefined, b: Anchor | undefined): boolean => a === b || a !== undefined && a.equals(b);
const isSameWording = (a: Said | undefined, b: Said | undefined): boolean => a === b || a !== undefined && a.text === b?.text && a.span.equals(b.span);

/** Follows who is speaking, sentence by sentence. Everything a directive says about issuer, cue and addressee comes from here. */
export class Speech {
  state: SpeechState = SILENCE;

  constructor(private readonly text: SourceText, readonly setting: Setting) {}

  get issuer(): string | undefined { return this.state.issuer; }
  get requiring(): boolean { return this.state.requiring; }
  get person(): string | undefined { return this.state.person; }

  /** In news a bare imperative requires only where somebody was heard to require. */
  get heardRequiring(): boolean { return this.state.issuer === undefined ? this.state.everRequired : this.state.requiring; }

  /** Is the last requirement so near before a paragraph that the speech goes on? */
  reaches(paragraph: Paragraph): boolean { return this.state.at !== undefined && this.state.at.index >= paragraph.index - 1; }

  reset(): void {
    const { person, lastIssuer, everRequired } = this.state;
    this.state = { requiring: false, everRequired, ...(person !== undefined && { person }), ...(lastIssuer !== undefined && { lastIssuer }) };
  }

  require(paragraph?: Paragraph): void { this.state = { ...this.state, requiring: true, everRequired: true, ...(paragraph && { at: paragraph }) }; }

  /** Somebody is spoken of. */
  meet(person: string): void { if (person !== this.state.person) this.state = { ...this.state, person }; }

  /** Somebody begins to speak in the sentence at `base`. */
  hear(said: Attribution, base: number, end: number, paragraph: Paragraph): void {
    this.reset();
    const at = (start: number, length: number): Anchor => this.anchor({ start: base + start, end: base + start + length });
    this.state = {
      ...this.state, at: paragraph, issuer: said.issuer, lastIssuer: said.issuer, cue: { text: said.cue, span: at(said.cueAt, said.cue.length) },
      ...(said.issuerAt && { issuerSpan: at(said.issuerAt.start, said.issuerAt.end - said.issuerAt.start) }),
    };
    const from = base + said.contentAt, topic = openingSubject(this.text.folded.slice(from, Math.min(end, from + 80)), this.setting.isPlace);
    if (said.to) this.address(base, said.to);
    else if (topic) this.address(from, topic);
  }

  /** Somebody frames a list without a verb of saying: 「某某对…提出要求。」 */
  takeOver(person: { name: string; start: number; end: number }, base: number): void {
    this.state = { ...this.state, issuer: person.name, lastIssuer: person.name, issuerSpan: this.anchor({ start: base + person.start, end: base + person.end }) };
  }

  address(base: number, found: { start: number; end: number } | undefined): void {
    this.turnTo(found && this.named({ start: base + found.start, end: base + found.end }));
  }

  /** The addressee of a sentence: named in it, or carried over where it opens with a bare modal. */
  addresseeOf(content: string, base: number, strong: boolean, opensSpeech: boolean): Said | undefined {
    const found = this.find(content, base, strong);
    if (found) this.turnTo(found);
    else if (opensSpeech || !/^[“「]?(?:要|必须|也|还|应|并|首先|同时，?要|希望|如果)/u.test(content.replace(/^[，：“\s]+/u, ''))) this.turnTo(undefined);
    return this.state.addressee;
  }

  find(content: string, base: number, strong: boolean): Said | undefined {
    const found = findAddressee(content, strong, this.setting.isPlace);
    return found && this.named({ start: base + found.start, end: base + found.end });
  }

  /** Everything a directive says about itself; `text` starts at `base`. */
  directive(text: string, base: number, addressee: Said | undefined): Directive {
    const { setting, state } = this, { news, fallback } = setting, enactor = state.issuer === undefined ? setting.enactor : undefined;
    const heard = state.issuer ?? enactor?.name ?? (news ? state.lastIssuer ?? state.person : undefined);
    const issuer = heard === undefined ? fallback.name : setting.written(heard), issuerSpan = state.issuerSpan ?? enactor?.span ?? (issuer === fallback.name ? fallback.span : undefined);
    const bound = enactor?.mutual === true ? { text: issuer, span: enactor.span } : undefined, whom = addressee ?? bound ?? (news ? state.addressee : undefined);
    const deadline = findDeadline(text), targets = findTargets(text), move = (s: Span): Anchor => this.anchor({ start: base + s.start, end: base + s.end });
    return {
      issuer, force: forceOf(text), ...(issuerSpan && { issuerSpan }),
      ...(state.cue && { cue: state.cue.text, cueSpan: state.cue.span }), ...(whom && { addressee: whom.text, addresseeSpan: whom.span }),
      ...(deadline && { deadline: deadline.text, deadlineSpan: move(deadline.span) }), ...(targets.length > 0 && { targets: targets.map((t) => ({ text: t.text, span: move(t.span) })) }),
    };
  }

  private turnTo(addressee: Said | undefined): void {
    if (addressee !== this.state.addressee) this.state = { ...this.state, addressee };
  }

  private named(span: Span): Said { return { text: this.text.shown.slice(span.start, span.end), span: this.anchor(span) }; }

  private anchor(span: Span): Anchor { return anchorAt(this.text.paragraphs, span); }
}
