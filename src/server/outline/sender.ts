import type { OutlineParams, OutlineResult } from '../../protocol';
import { repairables } from '../features/damage';
import type { OutlineView } from '../report-view';
import { DirectiveCount } from './items';
import type { Moves } from './moves';
import { SentOutline } from './sent-outline';

interface Held { readonly outline: SentOutline; readonly directives: DirectiveCount; version: number; stamp: number }

/** Answers requests for outlines, and remembers per document what the client holds, so that it is sent only what it does not. */
export class OutlineSender {
  readonly #held = new Map<string, Held>();
  #stamps = 0;

  /**
   * Makes an answer in steps; with the last one the client holds it. What is new since an older answer is told in one step: it is as short as the edits were.
   * @param moves how places moved since older versions of the document
   */
  *answer(view: OutlineView, moves: Moves, { since, most = Infinity }: Pick<OutlineParams, 'since' | 'most'>): Generator<void, OutlineResult> {
    const { isReport, confidence, genre, outline } = view.analysis, stamp = ++this.#stamps, directives = this.#held.get(view.uri)?.directives ?? new DirectiveCount();
    const result: OutlineResult = { version: view.version, isReport, confidence, genre, directiveCount: yield* directives.of(outline), repairCount: repairables(view).length, stamp };
    // another answer may have been given in between, so that this one is not to be told by what was held before
    const known = this.#held.get(view.uri), held = known?.stamp === since ? known : undefined, way = held && moves.since(held.version, view.version);
    if (!held || !way) {
      const sent = new SentOutline(), { outline: items, complete } = yield* sent.begin(view, most);
      this.#held.set(view.uri, { outline: sent, directives, version: view.version, stamp });
      return { ...result, outline: items, ...(!complete && { more: true }) };
    }
    const { steps, complete, isReliable } = held.outline.advance(view, way, most);
    Object.assign(held, { version: view.version, stamp: isReliable ? stamp : NEVER });
    return { ...result, change: { shifts: way.flatMap(({ shift }) => (shift ? [shift] : [])), steps }, ...(!complete && { more: true }) };
  }

  /** The document was closed. */
  forget(uri: string): void { this.#held.delete(uri); }
}

/** No client holds this: the next answer is the whole outline. */
const NEVER = 0;
