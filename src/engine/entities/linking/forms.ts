import type { EntityType } from '../../analysis';
import type { FoundMention } from '../found-mention';

/** One wording of one type, with every mention that uses it. */
export interface Form {
  readonly index: number;
  readonly type: EntityType;
  /** folded, without white space and, for documents and terms, without their marks */
  readonly key: string;
  /** as first written at its longest (terms with their marks), in the text's own script */
  display: string;
  /** in text order */
  readonly mentions: FoundMention[];
}

const MARKS = /[\s“”‘’"'「」『』《》〈〉]/gu;

/** What two mentions of one wording have in common. */
export function keyOf(folded: string, type: EntityType): string {
  const plain = /\s/u.test(folded) ? folded.replace(/\s+/gu, '') : folded;
  return type === 'DOC' || type === 'TERM' ? plain.replace(MARKS, '') || plain : plain;
}

/** Groups mentions of one type by wording, in text order. */
export function readForms(mentions: Iterable<FoundMention>): Form[] {
  const byKey = new Map<string, Form>(), forms: Form[] = [];
  for (const m of mentions) {
    const key = keyOf(m.folded, m.type), display = m.shown.includes('\n') || m.shown.includes('\r') ? m.shown.replace(/[\r\n]+\s*/gu, '') : m.shown;
    let form = byKey.get(key);
    if (!form) {
      form = { index: forms.length, type: m.type, key, display, mentions: [] };
      byKey.set(key, form);
      forms.push(form);
    }
    if (display.length > form.display.length && (m.type === 'DOC' || m.type === 'TERM')) form.display = display;
    form.mentions.push(m);
  }
  return forms;
}

/** Offset of the form's first mention. */
export const firstOf = (form: Form): number => form.mentions[0]!.start;

/** Sets of forms that mean the same. */
export class FormSets {
  readonly #parent: number[];

  constructor(count: number) { this.#parent = Array.from({ length: count }, (_, i) => i); }

  root(index: number): number {
    let at = index;
    while (this.#parent[at] !== at) at = this.#parent[at] = this.#parent[this.#parent[at]!]!;
    return at;
  }

  join(a: number, b: number): void { this.#parent[this.root(a)] = this.root(b); }
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
  let low = 0, high = mentions.length;
  while (low < high) { const middle = (low + high) >> 1; if (mentions[middle]!.start < offset) low = middle + 1; else high = middle; }
  return low === 0 ? -1 : mentions[low - 1]!.start;
}
