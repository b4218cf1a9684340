/** Text as one line without surplus white space. */
export function squash(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** One line of at most `most` characters, with … where something was cut off. */
export function shorten(text: string, most: number): string {
  const line = squash(text);
  if (line.length <= most) return line;
  const head = line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '');
  const clause = Math.max(...['。', '！', '？', '；', '，', '：'].map((c) => head.lastIndexOf(c)));
  return `${clause >= most / 2 ? head.slice(0, clause + 1) : head}…`;
}
