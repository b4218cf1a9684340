import { readFileSync } from 'node:fs';
import { ENTITY_TYPES, type EntityType } from '../../src/engine/analysis';
import { labelOf, placeIn } from '../../src/engine/entities/recognizer/labels';

/** A labelled sentence; offsets are UTF-16 code units, end exclusive. */
export interface Labelled { text: string; entities: { start: number; end: number; type: EntityType }[] }

/** Reads sentences, one JSON object a line. */
export function readLabelled(files: readonly string[]): Labelled[] {
  return files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Labelled));
}

/** The label of every character. */
export function goldLabels({ text, entities }: Labelled): Uint8Array {
  const labels = new Uint8Array(text.length);
  for (const { start, end, type } of entities) {
    const t = ENTITY_TYPES.indexOf(type);
    for (let i = start; i < end; i++) labels[i] = labelOf(t, placeIn(start, end, i));
  }
  return labels;
}

/** A small generator of pseudo-random numbers (xorshift), so that training gives the same weights every time. */
export class Random {
  constructor(private state: number) {}

  /** an unsigned 32-bit integer */
  next(): number {
    let s = this.state;
    s ^= s << 13; s ^= s >>> 17; s ^= s << 5;
    this.state = s;
    return s >>> 0;
  }

  /** Puts the items in another order, in place. */
  shuffle(items: Int32Array): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.next() % (i + 1), kept = items[i]!;
      items[i] = items[j]!; items[j] = kept;
    }
  }
}
