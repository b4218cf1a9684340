import type { Block } from './block';
import type { Role } from './blocks';
import { markerOf } from './markers';

/** What a document has how often, as far as single blocks are read by it. */
export class Tally {
  readonly #roles = new Map<Role, number>();
  readonly #openers = new Map<string, number>();

  /** Counts a block, or takes it out again (`by` is -1) before its role becomes another one. */
  count({ role, paragraph }: Block, by: 1 | -1): void {
    add(this.#roles, role, by);
    const marker = markerOf(paragraph), name = marker?.family.name;
    if (name === 'marker.qiyi' || name === 'marker.lone' && role === 'body') add(this.#openers, name, by);
    if (name === 'marker.sequence' && role === 'body') add(this.#openers, marker!.text.slice(0, 2), by);
  }

  has(role: Role): boolean { return (this.#roles.get(role) ?? 0) > 0; }

  /** Numbers alone on their lines count where there are several. */
  get hasLone(): boolean { return this.#times('marker.lone') > 1; }

  /** The same of 「其一」. */
  get hasQiyi(): boolean { return this.#times('marker.qiyi') > 1; }

  /** 首先 or 最后 counts only in a document that also has 其次 or 再次 at a paragraph's start. */
  get hasSequence(): boolean { return this.#times('首先') > 0 && this.#times('其次') + this.#times('再次') > 0; }

  #times(opener: string): number { return this.#openers.get(opener) ?? 0; }
}

function add<K>(counts: Map<K, number>, key: K, by: number): void { counts.set(key, (counts.get(key) ?? 0) + by); }
