import type { FoundMention } from '../found-mention';
import type { Form, TypeChanges } from './forms';

/** Tells which forms of one type mean the same, version after version. */
export interface Pairing {
  /**
   * Brings up to date what it tells, in steps. Answers forms of which it may tell something else than before, beside those that went, came or have
   * other mentions.
   */
  update(changes: TypeChanges): Generator<void, Iterable<Form>>;
  /** Does in steps what the next update would have to do first. */
  prepareForEdits?(): Generator<void, void>;
  /** the forms that are one with this form, the shorter of the two */
  fullerOf(form: Form): readonly Form[];
  /** the form that a mention means, if it is not its own */
  meantBy?: (mention: FoundMention) => Form | undefined;
}
