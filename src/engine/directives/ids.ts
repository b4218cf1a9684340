import { outlineStep } from '../analysis';
import type { Made } from './made';

/**
 * Gives every node an id made of the path of kinds, ordinals and labels; equal siblings are told apart by a counter. What has its id already
 * keeps it.
 */
export function assignIds(nodes: readonly Made[], path = ''): void {
  const seen = new Map<string, number>();
  for (const node of nodes) {
    const own = node.own ??= outlineStep(node), count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    const id = count === 1 ? path + own : `${path}${own}#${count}`;
    if (node.id === id) continue;
    node.id = id;
    assignIds(node.children, id);
  }
}
