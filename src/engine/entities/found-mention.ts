import type { EntityType, Mention } from '../analysis';
import type { Paragraph } from '../text';
import type { LinkedEntity } from './linking/linked-entity';
import type { RawMention } from './raw-mention';

/** A mention in a text that may be edited: it stands in a paragraph and moves with it, or into the paragraph that an edit made of that. */
export class FoundMention implements RawMention, Mention {
  /** what it is a mention of, once it is linked */
  entity: LinkedEntity | undefined;

  /**
   * @param from offset into the paragraph
   * @param to offset into the paragraph
   * @param text as written, repaired
   * @param shown as names are cut from the text
   */
  constructor(public paragraph: Paragraph, public from: number, public to: number, readonly type: EntityType, public rule: string, public text: string, public shown: string) {}

  get start(): number { return this.paragraph.start + this.from; }
  get end(): number { return this.paragraph.start + this.to; }
  get folded(): string { return this.paragraph.folded.slice(this.from, this.to); }

  /** Stands where the other does: both are one mention before and after an edit. */
  takePlaceOf({ paragraph, from, to, rule, text, shown }: FoundMention): this {
    this.paragraph = paragraph; this.from = from; this.to = to; this.rule = rule; this.text = text; this.shown = shown;
    return this;
  }
}
