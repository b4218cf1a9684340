/** Characters of a label that leave room for the description in a side bar of the usual width. */
const LIMIT = 16;
/** A cut at the end of a clause is taken from this length on. */
const ENOUGH = 6;
const PAIRS: Record<string, string> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '「': '」', '（': '）', '【': '】' };

/**
 * How much of a long label a tree shows, in UTF-16 code units: up to the end of a clause where there is one, else to the end of a word, and never
 * with a cut inside quotation marks, titles or brackets. Nothing where the label is hardly too long.
 * @param marker what stands before it and takes room too
 */
export function shortLength(label: string, marker = ''): number | undefined {
  const limit = Math.max(ENOUGH, LIMIT - marker.length);
  if (label.length <= limit + 2) return undefined;
  const borders = bordersIn(label, limit), clauses = borders.filter((at) => at >= ENOUGH && '，；。：'.includes(label.charAt(at)));
  const at = clauses.at(-1) ?? borders.at(-1);
  if (at === undefined) return isHighSurrogate(label.charCodeAt(limit - 1)) ? limit - 1 : limit;
  return label.slice(0, at).replace(/[，；。：、\s]+$/u, '').length;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

let segmenter: Intl.Segmenter | undefined;

/** Offsets between words, outside of every pair, at most `limit`. */
function bordersIn(label: string, limit: number): number[] {
  const borders: number[] = [], words = (segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(label.slice(0, limit * 2));
  let closing: string[] = [];
  for (const { segment, index } of words) {
    if (index > limit) break;
    if (index > 0 && closing.length === 0) borders.push(index);
    for (const character of segment) {
      const close = PAIRS[character];
      if (close !== undefined) closing.push(close);
      else if (closing.includes(character)) closing = closing.slice(0, closing.lastIndexOf(character));
    }
  }
  return borders;
}
