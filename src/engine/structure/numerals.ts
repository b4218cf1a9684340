const DIGITS = new Map<string, number>([...Array.from('〇一二三四五六七八九', (c, i) => [c, i] as const), ['零', 0], ['两', 2], ...Array.from('壹贰叁肆伍陆柒捌玖', (c, i) => [c, i + 1] as const)]);
const TENS = new Map([['十', 10], ['拾', 10], ['百', 100]]);

/** Characters a Chinese ordinal is made of, for use inside a character class. */
export const HAN_NUMERAL = '〇零一二三四五六七八九十百廿卅两壹贰叁肆伍陆柒捌玖拾';

/** Value of an ordinal as written: 「二十一」「廿三」「一〇」「12」「③」; undefined for anything else. */
export function ordinalOf(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  const circled = text.length === 1 ? enclosed(text.charCodeAt(0)) : undefined;
  if (circled !== undefined) return circled;
  return text === '' ? undefined : hanValue(text);
}

/** ① ⑴ ⒈ ㈠: consecutive blocks of Unicode, each starting at one. */
function enclosed(code: number): number | undefined {
  for (const [first, count] of [[0x2460, 20], [0x2474, 20], [0x2488, 20], [0x3220, 10], [0x2160, 12]] as const)
    if (code >= first && code < first + count) return code - first + 1;
  return undefined;
}

function hanValue(text: string): number | undefined {
  let total = 0, digit: number | undefined, positional = '';
  for (const c of text.replace(/廿/gu, '二十').replace(/卅/gu, '三十')) {
    const unit = TENS.get(c), value = DIGITS.get(c);
    if (unit !== undefined) { total += (digit ?? (total ? 0 : 1)) * unit; digit = undefined; }
    else if (value !== undefined) { positional += String(value); digit = digit === undefined ? value : digit * 10 + value; }
    else return undefined;
  }
  return positional === '' && total === 0 ? undefined : total + (digit ?? 0);
}
