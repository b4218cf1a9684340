import type { EntityType } from '../../analysis';
import type { SourceText } from '../../text';
import type { RawMention } from '../raw-mention';

/** One wording of one type, with every mention that uses it. */
export interface Form {
  readonly index: number;
  readonly type: EntityType;
  /** folded, without white space and, for documents and terms, without their marks */
  readonly key: string;
  /** as first written at its longest (terms with their marks), in the text's own script */
  display: string;
  /** indices into the mentions, rising */
  readonly mentions: number[];
  /** offset of the first mention */
  readonly first: number;
}

const MARKS = /[\s“”‘’"'「」『』《》〈〉]/gu;

/** What two mentions of one wording have in common. */
export function keyOf(folded: string, type: EntityType): string {
  const plain = folded.replace(/\s+/gu, '');
  return type === 'DOC' || type === 'TERM' ? plain.replace(MARKS, '') || plain : plain;
}

/** Groups mentions by type and wording, in text order. */
export function readForms(mentions: readonly RawMention[], text: SourceText): Form[] {
  const byKey = new Map<string, Form>(), forms: Form[] = [];
  mentions.forEach((m, i) => {
    const key = keyOf(text.folded.slice(m.start, m.end), m.type), id = `${m.type}:${key}`;
    const display = text.shown.slice(m.start, m.end).replace(/[\r\n]+\s*/gu, '');
    let form = byKey.get(id);
    if (!form) {
      form = { index: forms.length, type: m.type, key, display, mentions: [], first: m.start };
      byKey.set(id, form);
      forms.push(form);
    }
    if (display.length > form.display.length && (m.type === 'DOC' || m.type === 'TERM')) form.display = display;
    form.mentions.push(i);
  });
  return forms;
}

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

/** Of several fuller forms the one last mentioned before `form` first appears, otherwise the first to follow. */
export function nearest(form: Form, candidates: readonly Form[], mentions: readonly RawMention[]): Form | undefined {
  let best: Form | undefined, bestAt = -1;
  for (const c of candidates) {
    const at = lastBefore(c, form.first, mentions);
    if (at > bestAt) { best = c; bestAt = at; }
  }
  return best ?? candidates.reduce<Form | undefined>((a, b) => (a && a.first <= b.first ? a : b), undefined);
}

/** Offset of the form's last mention before `offset`, -1 where there is none. */
export function lastBefore(form: Form, offset: number, mentions: readonly RawMention[]): number {
  let low = 0, high = form.mentions.length;
  while (low < high) { const middle = (low + high) >> 1; if (mentions[form.mentions[middle]!]!.start < offset) low = middle + 1; else high = middle; }
  return low === 0 ? -1 : mentions[form.mentions[low - 1]!]!.start;
}
