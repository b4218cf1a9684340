import type { OutlineNode } from '../analysis';

interface Unnamed extends Omit<OutlineNode, 'id' | 'children'> { children: Unnamed[] }

/** Gives every node an id made of the path of kinds, ordinals and labels; equal siblings are told apart by a counter. */
export function assignIds(nodes: readonly Unnamed[], path = ''): OutlineNode[] {
  const seen = new Map<string, number>();
  return nodes.map((node) => {
    const own = `${path}/${node.kind}:${node.marker ?? ''}${node.label.slice(0, 24)}`, count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    const id = count === 1 ? own : `${own}#${count}`;
    return { ...node, id, children: assignIds(node.children, id) };
  });
}
