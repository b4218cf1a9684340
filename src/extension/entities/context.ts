/** Characters of the line shown before and after a mention. */
const BEFORE = 8, AFTER = 24;

/** A mention in the words around it: the text, and where in it the mention stands. */
export interface Context { text: string; highlight: [number, number] }

/** Cuts the words around a mention out of its line. */
export function contextOf(line: string, start: number, end: number): Context {
  const from = Math.max(0, start - BEFORE), to = Math.min(line.length, end + AFTER);
  const head = `${from > 0 ? '…' : ''}${line.slice(from, start)}`.trimStart();
  const mention = line.slice(start, end), tail = `${line.slice(end, to)}${to < line.length ? '…' : ''}`.trimEnd();
  return { text: head + mention + tail, highlight: [head.length, head.length + mention.length] };
}
