import type { EntityType, Span } from '../analysis';

/** A mention as found, before linking; offsets are UTF-16 code units into the repaired text. */
export interface RawMention extends Span {
  type: EntityType;
  /** name of the rule that found it, or `model` */
  rule: string;
}
