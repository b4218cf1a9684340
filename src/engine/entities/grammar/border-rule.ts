import type { EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';

/** What a rule makes of a mention: where it begins or ends instead, or what it is. */
type Mended = Partial<Pick<RawMention, 'start' | 'end' | 'type'>>;

/** A rule about mentions of one type. */
export interface BorderRule {
  name: string;
  type: EntityType;
  /** what is other about the mention in the sentence; nothing where the rule has nothing to say, `null` where there is no mention */
  mend(sentence: string, mention: RawMention, written: string): Mended | null | undefined;
  /** a sentence with the mention in brackets, and the mention as it should be ('' for none) */
  example: readonly [given: string, becomes: string];
  /** a sentence with a mention that stays as it is */
  counter: string;
}
