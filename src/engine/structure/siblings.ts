import { exchanged } from '../text';
import type { StructureNode } from './node';

/** Nodes side by side below one node, or the roots, from version to version of a text. */
export class Siblings {
  nodes: readonly StructureNode[];
  /** are they others than in the last version, or is anything new in one of them? */
  changed = true;
  /** in how many versions they changed: as long as this number stays, all of them are what they were */
  stamp = 0;
  /** how many at the front, and how many at the back, are what they were before they changed last */
  front = 0;
  back = 0;

  constructor(nodes: readonly StructureNode[]) { this.nodes = nodes; }

  /**
   * Sets the nodes. Nothing changes if they are the same.
   * @param stood were the nodes part of the tree in the last version? otherwise nothing is known of what changed meanwhile
   */
  set(nodes: readonly StructureNode[], stood: boolean): void {
    const before = stood ? this.nodes : [], most = Math.min(before.length, nodes.length), isSame = (a: number, b: number): boolean => before[a] === nodes[b] && !nodes[b]!.changed;
    let front = 0, back = 0;
    while (front < most && isSame(front, front)) front++;
    if (stood && front === nodes.length && front === before.length) return;
    while (back < most - front && isSame(before.length - 1 - back, nodes.length - 1 - back)) back++;
    this.nodes = nodes;
    this.#note(front, back);
  }

  /** Exchanges some nodes for others. Says whether anything is new by that. */
  exchange(from: number, gone: number, come: readonly StructureNode[]): boolean {
    if (gone === come.length && come.every((node, i) => node === this.nodes[from + i] && !node.changed)) return false;
    this.nodes = exchanged([...this.nodes], from, gone, come);
    this.#note(from, this.nodes.length - from - come.length);
    return true;
  }

  /** Something is new in one of them. */
  renew(at: number): void { this.#note(at, this.nodes.length - 1 - at); }

  #note(front: number, back: number): void {
    if (!this.changed || this.stamp === 0) this.stamp++;
    else { front = Math.min(front, this.front); back = Math.min(back, this.back); }
    this.changed = true;
    this.front = front;
    this.back = back;
  }
}
