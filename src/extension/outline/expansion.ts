import { OutlineNode } from './node';
import type { Stretch } from './stretches';

/** Remembers what the user opened and closed, so that no refresh moves anything. Directives start closed, all other nodes open. */
export class Expansion {
  readonly #states = new Map<string, boolean>();

  /** Notes what the user did with a row of a document's tree. */
  set(uri: string, row: OutlineNode | Stretch, expanded: boolean): void {
    this.#states.set(`${uri}#${row.key}`, expanded);
  }

  /** Whether what is below the row is shown; nothing where the user has not said so of a stretch. */
  isExpanded(uri: string, row: OutlineNode): boolean;
  isExpanded(uri: string, row: Stretch): boolean | undefined;
  isExpanded(uri: string, row: OutlineNode | Stretch): boolean | undefined {
    return this.#states.get(`${uri}#${row.key}`) ?? (row instanceof OutlineNode ? row.head.kind !== 'directive' : undefined);
  }
}
