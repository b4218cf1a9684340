import { ENTITY_TYPES, type EntityType } from '../../analysis';

/** Label 0 is "outside"; then for each type: begins, goes on, ends, stands alone. */
export const LABEL_COUNT = 1 + ENTITY_TYPES.length * 4;
/** Places in a mention, added to the first label of its type. */
export const BEGIN = 0, MIDDLE = 1, END = 2, SINGLE = 3;

/** The place a character has in a span. */
export const placeIn = (start: number, end: number, i: number): number => (end - start === 1 ? SINGLE : i === start ? BEGIN : i === end - 1 ? END : MIDDLE);

/** Label of a place in a mention of the type with this index. */
export const labelOf = (typeIndex: number, place: number): number => 1 + typeIndex * 4 + place;

/** Which label may follow which, as parallel arrays. */
export const TRANSITIONS: { from: Uint8Array; to: Uint8Array } = (() => {
  const from: number[] = [], to: number[] = [];
  for (let a = 0; a < LABEL_COUNT; a++) {
    for (let b = 0; b < LABEL_COUNT; b++) if (mayFollow(a, b)) { from.push(a); to.push(b); }
  }
  return { from: Uint8Array.from(from), to: Uint8Array.from(to) };
})();

/** Whether a mention may be left open before the label, i.e. whether the label may stand first. */
export function mayStart(label: number): boolean { return label === 0 || ((label - 1) & 3) === BEGIN || ((label - 1) & 3) === SINGLE; }
/** Whether the label may stand last. */
export function mayEnd(label: number): boolean { return label === 0 || ((label - 1) & 3) === END || ((label - 1) & 3) === SINGLE; }

function mayFollow(a: number, b: number): boolean {
  if (mayEnd(a)) return mayStart(b);
  return !mayStart(b) && (a - 1) >> 2 === (b - 1) >> 2;
}

/** A stretch that labels say is a mention. */
export interface LabelledSpan { start: number; end: number; type: EntityType }

/** Spans of a label sequence, in text order. */
export function spansOf(labels: Uint8Array): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let start = -1;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0) { start = -1; continue; }
    if (mayStart(label)) start = i;
    if (mayEnd(label) && start >= 0) { spans.push({ start, end: i + 1, type: ENTITY_TYPES[(label - 1) >> 2]! }); start = -1; }
  }
  return spans;
}
