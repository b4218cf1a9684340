const DIGIT: ReadonlyMap<string, number> = new Map(Array.from('零一二三四五六七八九', (c, i) => [c, i] as const).concat([['〇', 0], ['○', 0], ['两', 2]]));
const SMALL: ReadonlyMap<string, number> = new Map([['十', 10], ['百', 100], ['千', 1000]]);
const LARGE: ReadonlyMap<string, number> = new Map([['万', 1e4], ['亿', 1e8]]);

/** Characters of which Chinese numerals are made. */
export const NUMERAL = '零〇○一二三四五六七八九十百千万亿两';

/**
 * Value of a number as reports write it: 3,500 / 1.2万亿 / 一千二百 / 二〇二五 / 3百万. Folded text, nothing but the number.
 * Nothing where it is none.
 */
export function readNumber(written: string): number | undefined {
  if (/^\d+$/u.test(written)) return rounded(Number(written));
  const point = !written.includes('点') ? null : /^([零一二三四五六七八九十百千]+)点([零一二三四五六七八九]+)([百千万亿]*)$/u.exec(written);
  if (point) return readNumber(`${readChinese(point[1]!) ?? 0}.${Array.from(point[2]!, (c) => DIGIT.get(c)).join('')}${point[3]!}`);
  const m = /^(\d[\d,]*(?:\.\d+)?)?([〇○零一二三四五六七八九十百千万亿两]*)$/u.exec(written);
  if (!m || written === '') return undefined;
  const [, arabic, chinese = ''] = m;
  if (arabic === undefined) return /^[零〇○一二三四五六七八九]{2,}$/u.test(chinese) ? Number(Array.from(chinese, (c) => DIGIT.get(c)).join('')) : readChinese(chinese);
  let scale = 1;
  for (const c of chinese) { const factor = SMALL.get(c) ?? LARGE.get(c); if (factor === undefined) return undefined; scale *= factor; }
  return rounded(Number(arabic.replace(/,/gu, '')) * scale);
}

/** 一千二百零三, 十五, 三亿五千万. */
function readChinese(chinese: string): number | undefined {
  let total = 0, section = 0, above = Infinity, digit: number | undefined;
  for (const c of chinese) {
    const small = SMALL.get(c), large = LARGE.get(c);
    if (small !== undefined) {
      if (small >= above) return undefined;
      section += (digit ?? 1) * small;
      above = small;
      digit = undefined;
    }
    else if (large !== undefined) {
      const below = section + (digit ?? 0);
      // 万亿 scales what stands before it as a whole.
      total = below === 0 ? (total === 0 ? 1 : total) * large : large > 1e4 ? (total + below) * large : total + below * large;
      section = 0;
      above = Infinity;
      digit = undefined;
    } else digit = DIGIT.get(c);
  }
  return total + section + (digit ?? 0);
}

/** Digits of a number that are told. */
const DIGITS = 12;

/** Products of decimals without the dust of binary fractions. */
export const rounded = (value: number): number => (Number.isInteger(value) && Math.abs(value) < 10 ** DIGITS ? value : Number(value.toPrecision(DIGITS)));
