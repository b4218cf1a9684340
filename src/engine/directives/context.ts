import type { Genre } from '../analysis';
import { isAgent, opensWithVerb } from '../lexicon/official-words';
import { anchorAt, perParagraph, within, type Anchor, type SourceText } from '../text';

/** What a stretch of text does: looks back, sets goals, sets tasks, or nothing of these. */
export type Context = 'review' | 'tasks' | 'neutral';

const REVIEW = /回顾|总结|成效|成绩|成就|进展情况|主要做法|工作情况|基本情况|开展情况|完成情况|存在(?:的)?(?:主要)?(?:问题|困难|不足)|主要问题|问题和|困难和|不足|形势|体会|经验|启示|过去|取得|亮点|现状|上半年|前三季度|今年以来|(?:一|五)年来|去年|名词解释|术语解释|注释/u;
const TASKS = /任务|重点工作|主要工作|下一步|今后|明年|下半年|工作安排|工作思路|打算|工作措施|工作计划|总体要求|保障措施|政策措施|工作部署|对策|建议|“十[五六七]五”|举措/u;
const NOUN = /(?:要求|思想|原则|目标|任务|工作|安排|部署|措施|步骤|事项|内容|范围|附则|总则|规定|回顾|总结|情况|形势|成效|做法|问题|原因|打算|思路|建议|意见|意义|背景|计划|结语|前言|概况|简介|目的|依据|时间|地点|对象|条件|程序|流程|方式|方法|标准|分工|责任|纪律|重点|要点|保障|须知|解释|释义|举措|机构|职责|经验|启示|体会|展望)$/u;
const NOUN_EXACT = /^(?:组织实施|组织保障|组织领导|组织机构|保障措施|工作保障|政策保障|实施步骤|实施保障|监督管理|法律责任|工作机制|服务保障|坚持原则|实施方案|实施范围)$/u;
const VERBAL = /^(?:加强|强化|完善|健全|落实|明确|推进|推动|做好|抓好|抓实|加快|深化|优化|提升|提高|坚持|确保|突出|严格|建立|构建|实施|开展|组织|加大|细化|压实|夯实|严明|严肃|规范|注重|把握|深入|全面|切实|认真|进一步|扎实|大力|积极|统筹|持续|着力|充分|牢牢|准确|落细|狠抓|发挥|培育|打造|用好|改进|创新|保障|支持|扩大|促进|营造|充实|配合|尽快|抓紧|妥善|有序|严守|防范|拓展|聚焦|实行|推行|制定|改革|放大|增强|巩固|保证|防止|克服|解决|学习|贯彻|执行|维护|依法|依靠|放开|整治|治理|强调)/u;

/** Words that are verbs and nouns alike, so that a heading opening with one may still name a topic. */
const AMBIGUOUS = /^(?:组织|总结|安排|部署|保障|服务|监管|建设|健康|发展|学习|改革|创新|计划|研究|检查|监督|指导|教育|宣传|实施|评估|治理|整治|处理|维护|支持|开发|管理|准备|调整|结合|帮扶)/u;

/** A heading that names a topic and requires nothing by itself: 「总体要求」「重点任务」「组织实施」. */
export function isNounHeading(label: string): boolean {
  const plain = label.replace(/[：:。].*$/u, '').trim();
  return NOUN_EXACT.test(plain) || (NOUN.test(plain) || /^[一-龥]{2,6}建设$/u.test(plain)) && !VERBAL.test(plain) && !(opensWithVerb(plain) && !AMBIGUOUS.test(plain)) && !/(?<![主重首需])要(?!求|点)|必须|应当|，/u.test(plain);
}

/** The context a heading opens, or undefined where it says nothing about it. */
export function contextOf(label: string): Context | undefined {
  if (REVIEW.test(label) && !VERBAL.test(label) && !opensWithVerb(label)) return 'review';
  return TASKS.test(label) ? 'tasks' : undefined;
}

const YEAR = /(?<!\d)((?:19|20)\d{2})年/gu;
/** The last year of each five-year plan. */
const PLANS = new Map([['十二五', 2015], ['十三五', 2020], ['十四五', 2025], ['十五五', 2030], ['十六五', 2035]]);

/** The latest year that the head of a document names, 0 if none. */
export function yearOf(head: string): number {
  return Math.max(0, ...Array.from(head.matchAll(YEAR), (m) => Number(m[1])));
}

/** A work report's part on a year or plan before the report's own year looks back, one on its own year sets tasks. */
export function contextOfYears(label: string, year: number): Context | undefined {
  const years = [...Array.from(label.matchAll(YEAR), (m) => Number(m[1])), ...[...PLANS].filter(([plan]) => label.includes(plan)).map(([, last]) => last)];
  if (year === 0 || years.length === 0) return undefined;
  return years.every((y) => y < year) ? 'review' : years.every((y) => y >= year) ? 'tasks' : undefined;
}

/** The context of a whole document before its first heading: a notice sets tasks, a report without an audience looks back. */
export function documentContext(genre: Genre, hasDeputies: boolean): Context {
  if (genre === 'notice') return 'tasks';
  return genre === 'workreport' && !hasDeputies ? 'review' : 'neutral';
}

/** Does a paragraph address deputies? */
export const addressesDeputies = perParagraph(({ folded }) => folded.includes('各位代表'));

/** A name and, where the text has it, its place. */
export interface Named { readonly name: string; readonly span?: Anchor }

const DECIDER = /([一-龥]{2,20}?)(?:决定|提出|作出|制定)(?:在[^。]{2,40})?[^。]{0,40}?(?:并)?(?:提出|作出|制定)?(?:如下|以下)[^。]{0,6}(?:意见|决定|通知|规定|措施|公告|决议)/u;
const BODY_END = /[一-龥]{2,}(?:部|委|局|厅|会|府|院|署|办)$/u;

/**
 * Who requires in a document without a speaker near: the body that decides in the frame sentence (「某部决定…并提出如下意见」),
 * else `document`; in speeches and work reports `speaker`.
 */
export function documentIssuer(genre: Genre, text: SourceText): Named {
  if (genre === 'speech' || genre === 'workreport') return { name: 'speaker' };
  if (genre !== 'notice') return { name: 'document' };
  for (const p of text.paragraphs.slice(0, 12)) {
    const m = DECIDER.exec(p.folded.slice(0, 2000)), raw = m?.[1] ?? '', cut = raw.search(BODY_END);
    if (!m || cut < 0) continue;
    const span = within(p, m.index + cut, m.index + raw.length);
    return { name: text.shown.slice(span.start, span.end), span };
  }
  return { name: 'document' };
}

/** The body whose paper a piece of news tells; `mutual` where those who sign bind themselves. */
export interface Enactor extends Named { readonly span: Anchor; readonly mutual: boolean }

const ENACTS = /(?<=[，。：\s]|^)([一-龥、]{2,24}?)(?:近日|日前|昨日|今日|昨天|今天|\d{1,2}日|联合|正式|共同|在[^，。在]{1,16}){0,3}(签署|签订|印发|出台|制定出台|下发|发布)[^。]{0,60}?(?:协议|备忘录|方案|意见|措施|规划|计划|办法|纲要|细则|规定|通知)/gu;

/** Who signs or issues the paper that a piece of news is about: 「甲乙两市昨日签署…协议」「市政府办公室日前印发《…方案》」. */
export function enactorOf(text: SourceText): Enactor | undefined {
  for (const m of text.folded.slice(0, 1500).matchAll(ENACTS)) {
    if (!isAgent(m[1]!)) continue;
    const span = anchorAt(text.paragraphs, { start: m.index, end: m.index + m[1]!.length });
    return { name: text.folded.slice(span.start, span.end), span, mutual: m[2]!.startsWith('签') };
  }
  return undefined;
}
