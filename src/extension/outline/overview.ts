import { LAST_RANK, type OutlineNode } from './node';

/** The nodes of an outline that an overview of at most so many shows: all of as many ranks as there is room for, with what stands above them; of headings alone the first. */
export function overviewOf(roots: readonly OutlineNode[], most: number): ReadonlySet<OutlineNode> {
  const counts = new Array<number>(LAST_RANK + 1).fill(0), chosen = new Set<OutlineNode>();
  count(roots, counts);
  let last = 0, sum = counts[0]!;
  while (last < LAST_RANK && sum + counts[last + 1]! <= most) sum += counts[++last]!;
  choose(roots, last, most, chosen);
  return chosen;
}

function count(nodes: readonly OutlineNode[], counts: number[]): void {
  for (const node of nodes) {
    counts[node.rank]!++;
    count(node.children, counts);
  }
}

function choose(nodes: readonly OutlineNode[], last: number, most: number, chosen: Set<OutlineNode>): void {
  for (const node of nodes) {
    if (chosen.size >= most) return;
    if (node.rank > last) continue;
    chosen.add(node);
    choose(node.children, last, most, chosen);
  }
}
