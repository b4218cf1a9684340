let words: Intl.Segmenter | undefined;

/** The last border between words in `text` at or before `at` (UTF-16 code units), by the JavaScript engine's own dictionary (ICU). */
export function wordBorderBefore(text: string, at: number): number {
  if (at >= text.length) return text.length;
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let border = 0;
  for (const { index } of words.segment(text.slice(0, at + 8))) {
    if (index > at) break;
    border = index;
  }
  return border === 0 ? at : border;
}
