import type { Span } from '../analysis';
import { firstMatch } from '../lexicon/first-match';

const UNIT = '(?:%|％|个百分点|百分点|亿元|万元|元|亿|万|千|百|个|家|名|人|户|亩|公顷|公里|平方米|平方公里|吨|千瓦|座|所|处|件|项|次|天|小时|倍|成|条|套|台|辆|床|张|片|场|户次|人次|年)';
const QUANTITY = new RegExp(`(?:约|超过|不低于|不少于|不超过|达到|力争)?(?:\\d[\\d,.]*${UNIT}{1,2}(?:以上|以下|左右|以内)?|百分之[一二三四五六七八九十百点]+(?:以上|以下|左右)?)`, 'gu');
const DEADLINE = /(?:到|至|在|于|力争|确保)?((?:\d{4}年|今年|明年|年|本月|下月|本周|[一二三四]季度|上半年|下半年|“十[四五六七]五”)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|上旬|中旬|下旬|期末|时期末|年底)?(?:之?前|以前)|(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)前|\d{1,2}月底前|年底前|年内|月底前|近期内?|[一二三四五六七八九十\d]+(?:天|日|个月|年|个工作日|小时)(?:之)?内|汛期前|春节前|国庆节?前|节前|到\d{4}年底?|“十[四五六七]五”(?:期间|时期)|\d{4}年(?:\d{1,2}月)?底)/u;

/** Date or period by which, as written; offsets into the text. */
export function findDeadline(text: string): { text: string; span: Span } | undefined {
  const m = DEADLINE.exec(text);
  if (!m) return undefined;
  const start = m.index + m[0].length - m[1]!.length;
  return { text: m[1]!, span: { start, end: start + m[1]!.length } };
}

/** Quantities that a requirement sets, as written, at most eight; years and periods are no targets. */
export function findTargets(text: string): { text: string; span: Span }[] {
  const out: { text: string; span: Span }[] = [];
  for (let m = firstMatch(QUANTITY, text); m; m = QUANTITY.exec(text)) {
    if (/^\d{4}年$/u.test(m[0]) || /^\d{1,4}年(?:前|底|内)?$/u.test(m[0])) continue;
    out.push({ text: m[0], span: { start: m.index, end: m.index + m[0].length } });
    if (out.length === 8) break;
  }
  return out;
}
