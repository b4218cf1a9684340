/** How many elements two lists have in common at their front, and behind those at their back. */
export function sameEnds<A, B>(before: readonly A[], now: readonly B[], isSame: (a: A, b: B) => boolean): { front: number; back: number } {
  const most = Math.min(before.length, now.length);
  let front = 0, back = 0;
  while (front < most && isSame(before[front]!, now[front]!)) front++;
  while (back < most - front && isSame(before.at(-1 - back)!, now.at(-1 - back)!)) back++;
  return { front, back };
}
