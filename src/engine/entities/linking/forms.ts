import type { EntityType } from '../../analysis';
import type { FoundMention } from '../found-mention';
import { inSteps } from '../../steps';
import { firstStartingFrom } from '../../text';
import { exchanged } from './text-order';

/** One wording of one type, with every mention that uses it. */
export interface Form {
  readonly type: EntityType;
  /** folded, without white space and, for documents and terms, without their marks */
  readonly key: string;
  /** as first written at its longest (terms with their marks), in the text's own script */
  display: string;
  /** in text order; another list after every change */
  mentions: FoundMention[];
}

/** What an edit does to the forms of a type. */
export interface FormChanges {
  /** forms that have no mention any more; they keep those that they had last */
  readonly gone: ReadonlySet<Form>;
  readonly come: ReadonlySet<Form>;
  /** forms that have other mentions than before */
  readonly touched: ReadonlySet<Form>;
  /** those of them whose first mention is another one */
  readonly moved: ReadonlySet<Form>;
}

/** The same with what else may change which of them are one. */
export interface TypeChanges extends FormChanges {
  /** places that the text names now and did not before, or does not name any more */
  readonly places: readonly string[];
  /** persons' mentions beside which other titles stand than before */
  readonly retitled: readonly FoundMention[];
}

const MARKS = /[\s“”‘’"'「」『』《》〈〉]/gu;

/** What two mentions of one wording have in common. */
export function keyOf(folded: string, type: EntityType): string {
  const plain = /\s/u.test(folded) ? folded.replace(/\s+/gu, '') : folded;
  return type === 'DOC' || type === 'TERM' ? plain.replace(MARKS, '') || plain : plain;
}

/** Mentions that a form is given or loses. */
interface Exchange { readonly key: string; gone?: Set<FoundMention>; readonly come: FoundMention[] }

const NO_MENTIONS: ReadonlySet<FoundMention> = new Set();

/** The forms of one type, version after version. */
export class FormTable {
  readonly #byKey = new Map<string, Form>();

  constructor(private readonly type: EntityType) {}

  get(key: string): Form | undefined { return this.#byKey.get(key); }

  get size(): number { return this.#byKey.size; }

  all(): Iterable<Form> { return this.#byKey.values(); }

  /** All forms by their first mentions. */
  inTextOrder(): Form[] { return [...this.#byKey.values()].sort((a, b) => firstOf(a) - firstOf(b)); }

  /** Takes out mentions that went and puts in those that came, in steps. */
  *update(gone: readonly FoundMention[], come: readonly FoundMention[]): Generator<void, FormChanges> {
    const exchanges = new Map<string, Exchange>(), changes = { gone: new Set<Form>(), come: new Set<Form>(), touched: new Set<Form>(), moved: new Set<Form>() };
    const exchangeOf = (m: FoundMention): Exchange => {
      const key = keyOf(m.folded, this.type);
      let exchange = exchanges.get(key);
      if (!exchange) exchanges.set(key, exchange = { key, come: [] });
      return exchange;
    };
    yield* inSteps(gone, (m) => { const exchange = exchangeOf(m); (exchange.gone ??= new Set()).add(m); });
    yield* inSteps(come, (m) => exchangeOf(m).come.push(m));
    yield* inSteps([...exchanges.values()], (exchange) => this.#exchange(exchange, changes));
    return changes;
  }

  #exchange({ key, gone, come }: Exchange, changes: { gone: Set<Form>; come: Set<Form>; touched: Set<Form>; moved: Set<Form> }): void {
    const form = this.#byKey.get(key), mentions = exchanged(form?.mentions ?? [], gone ?? NO_MENTIONS, come, startOf);
    if (!form) {
      const made = { type: this.type, key, display: displayOf(mentions), mentions };
      this.#byKey.set(key, made);
      changes.come.add(made);
    } else if (mentions.length === 0) {
      this.#byKey.delete(key);
      changes.gone.add(form);
    } else {
      changes.touched.add(form);
      if (mentions[0] !== form.mentions[0]) changes.moved.add(form);
      form.mentions = mentions;
      form.display = displayOf(mentions);
    }
  }
}

/** How a form is written: at its first mention, or where it is written with marks or without them, at its longest. */
function displayOf(mentions: readonly FoundMention[]): string {
  let display = writtenAt(mentions[0]!);
  if (mentions[0]!.type === 'DOC' || mentions[0]!.type === 'TERM') for (const m of mentions) if (m.shown.length > display.length) { const other = writtenAt(m); if (other.length > display.length) display = other; }
  return display;
}

const writtenAt = ({ shown }: FoundMention): string => (shown.includes('\n') || shown.includes('\r') ? shown.replace(/[\r\n]+\s*/gu, '') : shown);

const startOf = (mention: FoundMention): number => mention.start;

/** Offset of the form's first mention. */
export const firstOf = (form: Form): number => form.mentions[0]!.start;

/** Sets of forms that mean the same. */
export class FormSets {
  readonly #parent = new Map<Form, Form>();

  root(form: Form): Form {
    let at = form;
    for (let up = this.#parent.get(at); up; up = this.#parent.get(at)) at = up;
    for (let on = form; on !== at;) { const up = this.#parent.get(on)!; this.#parent.set(on, at); on = up; }
    return at;
  }

  join(a: Form, b: Form): void {
    const [from, to] = [this.root(a), this.root(b)];
    if (from !== to) this.#parent.set(from, to);
  }
}

/** Of several fuller forms the one last mentioned before `offset`, otherwise the first to follow. */
export function nearest(offset: number, candidates: readonly Form[]): Form | undefined {
  let best: Form | undefined, bestAt = -1;
  for (const c of candidates) {
    const at = lastBefore(c, offset);
    if (at > bestAt) { best = c; bestAt = at; }
  }
  return best ?? candidates.reduce<Form | undefined>((a, b) => (a && firstOf(a) <= firstOf(b) ? a : b), undefined);
}

/** Offset of the form's last mention before `offset`, -1 where there is none. */
export function lastBefore({ mentions }: Form, offset: number): number {
  const before = firstStartingFrom(mentions, offset, ({ start }) => start) - 1;
  return before < 0 ? -1 : mentions[before]!.start;
}
