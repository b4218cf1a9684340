/**
 * The first match of a pattern with the flag `g`; `pattern.exec(text)` gives the next ones. `matchAll` makes a copy of its pattern at every call, which
 * takes longer than most searches in a sentence.
 * @param from where the search begins, in UTF-16 code units
 */
export function firstMatch(pattern: RegExp, text: string, from = 0): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
