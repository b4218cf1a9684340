import { perParagraph } from '../text';
import { HAN_NUMERAL, ordinalOf } from './numerals';
import type { Rule } from './rule';

/** A way of numbering: how its marker looks at the start of a line and inside a paragraph. */
export interface MarkerFamily extends Omit<Rule, 'matches'> {
  /** matches at a start; group 1 is the ordinal, absent in families without numbers */
  readonly pattern: RegExp;
  /** matches inside a paragraph (after a clause border), absent where the family only stands at line starts */
  readonly inline?: RegExp;
  /** one of these stands in every text with a list of the family in it: its first marker, or the end of that */
  readonly first?: readonly string[];
  /** how the inner part of a sequence may stand: after any clause border, or only after 。；： */
  readonly border?: 'clause' | 'sentence';
}

const N = `[${HAN_NUMERAL}]`, D = '\\d{1,3}';
const family = (name: string, en: string, zh: string, pattern: string, example: string, counterExample: string, inline?: string, first = '', border?: 'clause' | 'sentence'): MarkerFamily => ({
  name: `marker.${name}`, en, zh, example, counterExample, pattern: new RegExp(`^(?:${pattern})`, 'u'),
  ...(inline !== undefined && { inline: new RegExp(inline, 'gu'), first: first.split(' '), border: border ?? 'sentence' }),
});

/**
 * The marker families of GB/T 9704 (一、 （一） 1. （1）), of the rules for statutes (章 节 条) and of usage in reports and speeches.
 * First match wins.
 */
export const MARKERS: readonly MarkerFamily[] = [
  family('chapter', 'chapter number', '章（编）的编号', `第(${N}+|${D})[编章](?=\\s|[一-龥]|$)`, '第二章 组织领导', '第二天上午'),
  family('clause', 'section number of a statute', '节的编号', `第(${N}+|${D})节(?=\\s|$)`, '第一节 一般规定', '第一节课'),
  family('article', 'article number', '条的编号', `第(${N}+|${D})条(?=\\s|[一-龥]|：|$)`, '第三条 本办法适用于全市', '第三天'),
  family('topic', 'numbered topic', '「第一个问题」「第一部分」', `第(${N}+)(?:个(?:问题|方面|部分|重点)|件事?|项(?:工作|任务)?|部分|方面|点)(?=[：，、。 ]|是|$)[：，、 ]?`, '第一个问题：作风建设', '第一个五年计划期间', `第(${N}+)(?:个(?:问题|方面|重点)|件事?|项(?:工作|任务)|方面)(?:[：，]|是)`, '第一 第壹'),
  family('ordinal', '「第一，」', '「第一，」「第一是」', `第(${N}+)(?:[，、：；]|是(?:要)?|要)|第(\\d{1,2})[，：]`, '第一，加强学习。', '第一时间赶赴现场', `第(${N}+)(?:[，、：]|是|要)`, '第一 第壹', 'clause'),
  family('yishi', '「一是」', '「一是…二是…」', `(${N}{1,3})是(?!\\1[，、。；”])`, '一是强化责任。', '一是一，二是二', `(${N}{1,3})是(?!\\1[，、。；”])`, '一是 壹是', 'clause'),
  family('yiyao', '「一要」', '「一要…二要…」', `(${N}{1,3})要`, '一要提高认识。', '要求各单位', `(${N}{1,3})要`, '一要 壹要', 'clause'),
  family('qiyi', '「其一」', '「其一，…其二，…」', `其(${N})[，、：是]`, '其一，时间紧。', '其一生坎坷', `其(${N})(?:[，、：]|是)`, '其一 其壹', 'clause'),
  family('sequence', '「首先…其次…」', '「首先…其次…」', '(首先|其次|再次|再者|最后)[，：]', '首先，要统一思想。', '首先来到', '(首先|其次|再次|再者|最后)(?:[，：]|是|要)', '首先', 'sentence'),
  family('han', '「一、」', '「一、」', `(${N}{1,4})(?:、|[．.](?!\\d)|\\s{1,2}(?=[一-龥]{2,20}$))`, '一、总体要求', '一二三产融合', `(${N}{1,3})、`, '一、 壹、', 'sentence'),
  family('han-paren', '「（一）」', '「（一）」', `[（(〔［[](${N}{1,4})[）)〕］\\]][、，]?|([㈠-㈩])、?`, '（一）加强领导', '（一九八三年十月）', `[（(](${N}{1,3})[）)]|([㈠-㈩])`, '一） 一) 壹） 壹) ㈠', 'clause'),
  family('arabic', '「1.」', '「1.」「1、」', `(${D})(?:[、．]|\\.(?!\\d))|([⒈-⒛])`, '1.培育龙头企业。', '1.5亿元', `(${D})(?:[、．]|\\.(?!\\d))|([⒈-⒛])`, '1、 1． 1. ⒈', 'sentence'),
  family('arabic-paren', '「（1）」', '「（1）」「1）」', `[（(](\\d{1,2})[）)]|[〔［[](\\d{1,3})[〕］\\]]|(\\d{1,2})[）)]|([⑴-⒇])`, '（1）摸底排查', '（2019）12号', `[（(](\\d{1,2})[）)]|([⑴-⒇])`, '1） 1) ⑴', 'clause'),
  family('circled', '「①」', '「①」', '([①-⑳])', '①统一思想', '第①卷', '([①-⑳])', '①', 'clause'),
  family('dash', 'dash item', '「——」条目', '(?:[—―─–]{1,3}|－{2})(?![—―─–－])\\s?', '——坚持人民至上。', '北京—上海'),
  family('bullet', 'bullet item', '「●」条目', '[●■◆▲★○◎□◇△※•·➢✦]\\s*(?=\\S)', '●项目建设提速', '约翰·史密斯'),
  family('bracket', 'heading in 【】', '【】标题', '【[^】]{1,24}】', '【工作要求】', '[1]'),
  family('lone', 'number alone on its line', '独占一行的序号', `(${N}{1,3})(?=\\s*$)`, '二', '二月'),
];

/** The families as rows of the rule register. */
export const MARKER_RULES: readonly Rule[] = MARKERS.map((row) => ({ ...row, matches: (line) => readMarker(line)?.family === row }));

/** A marker at the start of a text. */
export interface Marker {
  readonly family: MarkerFamily;
  readonly text: string;
  readonly ordinal?: number;
  readonly length: number;
}

const SEQUENCE = new Map([['首先', 1], ['其次', 2], ['再次', 3], ['再者', 3], ['最后', 9]]);

/** Value of what a marker's groups hold. */
export function markerOrdinal(groups: readonly (string | undefined)[]): number | undefined {
  const text = groups.find((g) => g !== undefined);
  return text === undefined ? undefined : SEQUENCE.get(text) ?? ordinalOf(text);
}

/** The marker a paragraph starts with. */
export const markerOf = perParagraph(({ folded }) => readMarker(folded));

/** The marker a line starts with, if any. */
export function readMarker(line: string): Marker | undefined {
  for (const row of MARKERS) {
    const m = row.pattern.exec(line);
    if (!m) continue;
    const ordinal = markerOrdinal(m.slice(1));
    return { family: row, text: m[0].trim(), length: m[0].length, ...(ordinal !== undefined && { ordinal }) };
  }
  return undefined;
}
