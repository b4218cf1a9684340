/** How many members two lists have in common at the front, and behind those at the back. */
export function sharedEnds<T>(before: readonly T[], now: readonly T[]): { front: number; back: number } {
  const most = Math.min(before.length, now.length);
  let front = 0, back = 0;
  while (front < most && before[front] === now[front]) front++;
  while (back < most - front && before[before.length - 1 - back] === now[now.length - 1 - back]) back++;
  return { front, back };
}
