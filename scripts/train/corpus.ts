import { readFileSync } from 'node:fs';
import { ENTITY_TYPES } from '../../src/engine/analysis';
import { labelOf, placeIn } from '../../src/engine/entities/recognizer/labels';
import { parseInline } from './inline';
import type { Labelled } from './labelled';
import { joinLabels } from './stand-off';

/**
 * Reads labelled sentences, file after file: `.txt` with the mentions marked in the line, `.tsv` with the labels of sentences that stand in the
 * file `sentences`, any other with one JSON object a line.
 */
export function readLabelled(files: readonly string[], sentences?: string): Labelled[] {
  return files.flatMap((file) => {
    const content = readFileSync(file, 'utf8');
    if (file.endsWith('.txt')) return parseInline(content, file);
    if (!file.endsWith('.tsv')) return content.trim().split('\n').map((line) => JSON.parse(line) as Labelled);
    if (sentences === undefined) throw new Error(`${file} needs its sentences: --sentences FILE`);
    return joinLabels(content, file, readFileSync(sentences, 'utf8'));
  });
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
