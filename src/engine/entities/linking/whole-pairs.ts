import type { Form, FormTable } from './forms';
import type { Pairing } from './pairing';

/** Which forms of a type are one, where all forms are paired anew after each edit that touches one: for types of which a text has few. */
export class WholePairs implements Pairing {
  #fuller: ReadonlyMap<Form, readonly Form[]> = new Map();

  /** @param pair pairs of forms in text order, each as [shorter, fuller] */
  constructor(private readonly forms: FormTable, private readonly pair: (forms: readonly Form[]) => readonly (readonly [Form, Form])[]) {}

  fullerOf(form: Form): readonly Form[] { return this.#fuller.get(form) ?? NONE; }

  *update(): Generator<void, Iterable<Form>> {
    const before = this.#fuller, now = new Map<Form, Form[]>();
    for (const [short, full] of this.pair(this.forms.inTextOrder())) {
      const known = now.get(short);
      if (known) known.push(full); else now.set(short, [full]);
    }
    this.#fuller = now;
    yield;
    return new Set([...before.keys(), ...now.keys()].filter((form) => !isSameList(before.get(form) ?? NONE, now.get(form) ?? NONE)));
  }
}

const NONE: readonly Form[] = [];

const isSameList = (a: readonly Form[], b: readonly Form[]): boolean => a.length === b.length && a.every((form, i) => form === b[i]);

/** Forms of which each is only one with itself. */
export const NO_PAIRS: Pairing = { *update() { yield; return NONE; }, fullerOf: () => NONE };
