import type { OutlineNode } from '../outline/node';

/** Marks that are told apart at most: no ruler has more pixels. */
const MOST = 2000;

/** First and last lines of marks for directives: one for all that are too near each other in the text to be told apart. */
export function marksOf(directives: readonly OutlineNode[], lineCount: number): [from: number, to: number][] {
  const near = Math.ceil(lineCount / MOST), marks: [number, number][] = [];
  for (const { head: { labelRange: [line] } } of directives) {
    const last = marks.at(-1);
    if (last && line - last[0] < near) last[1] = Math.max(last[1], line);
    else marks.push([line, line]);
  }
  return marks;
}
