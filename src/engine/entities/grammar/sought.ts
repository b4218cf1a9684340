import type { RawMention } from '../raw-mention';

/** A wording for which paragraphs are searched again, since it stands wherever they may now read otherwise. */
export interface Sought {
  readonly word: string;
  /**
   * May a mention now be added where the word stands at an offset into a paragraph with these mentions? Where there is no such function nothing is
   * added, but what was added before may go.
   */
  readonly adds?: (folded: string, mentions: readonly RawMention[], at: number) => boolean;
}
