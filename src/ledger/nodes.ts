import type { OutlineNode } from '../engine/analysis';

/** Every node of an outline, in text order, with how many are above it. */
export function* nodesIn(outline: readonly OutlineNode[]): Generator<{ readonly node: OutlineNode; readonly depth: number }> {
  const stack = [...outline].reverse().map((node) => ({ node, depth: 0 }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    for (let i = next.node.children.length - 1; i >= 0; i--) stack.push({ node: next.node.children[i]!, depth: next.depth + 1 });
  }
}
