import type { Directive, Span } from '../analysis';
import type { Structure } from '../structure';
import type { SourceText } from '../text';
import { findAddressee, openingSubject, placesOf, type IsPlace } from './addressee';
import type { Attribution } from './attribution';
import { documentIssuer, enactorOf, type Enactor, type Named } from './context';
import { findDeadline, findTargets } from './details';
import { forceOf } from './requirement';

/** A name and where it stands, repaired offsets. */
interface Said { text: string; span: Span }

/**
 * Who is speaking, sentence by sentence, and whom he addresses: the state the walk carries. Everything a directive says about issuer,
 * cue and addressee comes from here.
 */
export class Speech {
  issuer: string | undefined;
  requiring = false;
  /** index of the paragraph of the last requirement; a speech goes on into the next paragraph only */
  at = -9;
  /** the last person spoken of, for 他 */
  person: string | undefined;
  /** did anybody require anything yet? */
  everRequired = false;
  readonly isPlace: IsPlace;
  /** whose paper the news tells, where it tells of one */
  readonly enactor: Enactor | undefined;
  readonly fallback: Named;
  private issuerSpan: Span | undefined;
  private cue: Said | undefined;
  private addressee: Said | undefined;
  private lastIssuer: string | undefined;
  /** names as the document writes them, looked up once each */
  private readonly writings = new Map<string, string>();

  constructor(private readonly text: SourceText, structure: Structure, private readonly news: boolean) {
    this.isPlace = placesOf(text.folded);
    this.fallback = documentIssuer(structure, text);
    this.enactor = news ? enactorOf(text) : undefined;
  }

  reset(): void { this.issuer = this.issuerSpan = this.cue = this.addressee = undefined; this.requiring = false; this.at = -9; }

  require(paragraph?: number): void { this.requiring = this.everRequired = true; if (paragraph !== undefined) this.at = paragraph; }

  /** Somebody begins to speak in the sentence at `base`. */
  hear(said: Attribution, base: number, end: number, paragraph: number): void {
    this.reset();
    this.at = paragraph;
    this.issuer = this.lastIssuer = said.issuer;
    this.cue = { text: said.cue, span: { start: base + said.cueAt, end: base + said.cueAt + said.cue.length } };
    if (said.issuerAt) this.issuerSpan = { start: base + said.issuerAt.start, end: base + said.issuerAt.end };
    const from = base + said.contentAt, topic = openingSubject(this.text.folded.slice(from, Math.min(end, from + 80)), this.isPlace);
    if (said.to) this.address(base, said.to);
    else if (topic) this.address(from, topic);
  }

  /** Somebody frames a list without a verb of saying: 「某某对…提出要求。」 */
  takeOver(person: { name: string; start: number; end: number }, base: number): void {
    this.issuer = this.lastIssuer = person.name;
    this.issuerSpan = { start: base + person.start, end: base + person.end };
  }

  address(base: number, found: { start: number; end: number } | undefined): void {
    this.addressee = found && this.named({ start: base + found.start, end: base + found.end });
  }

  /** The addressee of a sentence: named in it, or carried over where it opens with a bare modal. */
  addresseeOf(content: string, base: number, strong: boolean, opensSpeech: boolean): Said | undefined {
    const found = this.find(content, base, strong);
    if (found) this.addressee = found;
    else if (opensSpeech || !/^[“「]?(?:要|必须|也|还|应|并|首先|同时，?要|希望|如果)/u.test(content.replace(/^[，：“\s]+/u, ''))) this.addressee = undefined;
    return this.addressee;
  }

  find(content: string, base: number, strong: boolean): Said | undefined {
    const found = findAddressee(content, strong, this.isPlace);
    return found && this.named({ start: base + found.start, end: base + found.end });
  }

  /** Everything a directive says about itself; `text` starts at `base`. */
  directive(text: string, base: number, addressee: Said | undefined): Directive {
    const enactor = this.issuer === undefined ? this.enactor : undefined, heard = this.issuer ?? enactor?.name ?? (this.news ? this.lastIssuer ?? this.person : undefined);
    const issuer = heard === undefined ? this.fallback.name : this.written(heard), issuerSpan = this.issuerSpan ?? enactor?.span ?? (issuer === this.fallback.name ? this.fallback.span : undefined);
    const bound = enactor?.mutual === true ? { text: issuer, span: enactor.span } : undefined, whom = addressee ?? bound ?? (this.news ? this.addressee : undefined);
    const deadline = findDeadline(text), targets = findTargets(text), move = (s: Span): Span => ({ start: base + s.start, end: base + s.end });
    return {
      issuer, force: forceOf(text), ...(issuerSpan && { issuerSpan }),
      ...(this.cue && { cue: this.cue.text, cueSpan: this.cue.span }), ...(whom && { addressee: whom.text, addresseeSpan: whom.span }),
      ...(deadline && { deadline: deadline.text, deadlineSpan: move(deadline.span) }), ...(targets.length > 0 && { targets: targets.map((t) => ({ text: t.text, span: move(t.span) })) }),
    };
  }

  /** A name read in the folded text, in the characters of the document: 「会议」 is 「會議」 where the text is traditional. */
  private written(name: string): string {
    const known = this.writings.get(name);
    if (known !== undefined) return known;
    const at = this.text.folded.indexOf(name), written = at < 0 ? name : this.text.shown.slice(at, at + name.length);
    this.writings.set(name, written);
    return written;
  }

  private named(span: Span): Said { return { text: this.text.shown.slice(span.start, span.end), span }; }
}
