import { ENTITY_TYPES, type EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';
import type { BorderRule } from './border-rule';
import { DOCUMENT_RULES } from './document-borders';
import { PLACE_RULES } from './place-borders';
import { QUANTITY_RULES } from './quantity-borders';

/** Heads of names that are places wherever they stand; in labelled sentences of the genre over nine of ten are. */
const PLACE_HEAD = /(?:特别行政区|基地|博物馆|产业园|工业园|公园|广场|街道|社区|码头|水库)$/u;
/** Programmes and strategies that are called by nothing but general words. */
const GENERAL_TERM = /^(?:好|落实)?(?:国家|[国省市县区]级|第)?(?:重点|重大|[一二三四五六]期)?(?:工程|项目|战略)$/u;
/** What happens is no term: 项目启动. */
const EVENT = /^[^“]*(?:启动|签约|签署|揭牌|召开|举行)$/u;
/** Festivals that are also called without 节. */
const FESTIVAL = /^(?:国庆|中秋|端午|清明|元宵|重阳|五一|春)$/u;

/** How the borders of mentions are set right by what stands next to them. */
export const BORDER_RULES: readonly BorderRule[] = [
  ...PLACE_RULES, ...QUANTITY_RULES, ...DOCUMENT_RULES,
  {
    name: 'border.department', type: 'ORG', mend: (s, m) => (s[m.end - 1] === '部' && s[m.end] === '门' ? null : undefined),
    example: ['各地[教育部]门要落实', ''], counter: '[教育部]要求',
  },
  {
    name: 'border.partyGroup', type: 'ORG', mend: (s, m) => (/^党组(?!书记|副书记|成员[、，]|织)/u.test(s.slice(m.end, m.end + 6)) ? { end: m.end + 2 } : undefined),
    example: ['[市教育局]党组召开会议', '市教育局党组'], counter: '[市教育局]党组书记王东',
  },
  {
    name: 'border.study', type: 'ORG', mend: (_, m, written) => { const at = written.search(/第[一二三四五六七八九十]+次集体$/u); return at > 0 ? { end: m.start + at } : undefined; },
    example: ['在[县委常委会第三次集体]学习时', '县委常委会'], counter: '[青禾第一集体农庄]',
  },
  {
    name: 'border.event', type: 'ORG', mend: (_s, _m, written) => (/(?:奥运会|残奥会|亚运会|全运会|运动会|博览会)$/u.test(written) ? null : undefined),
    example: ['承办[青禾冬季运动会]', ''], counter: '[青禾冬季运动会组委会]',
  },
  {
    name: 'type.place', type: 'ORG', mend: (_s, _m, written) => (PLACE_HEAD.test(written) ? { type: 'LOC' } : undefined),
    example: ['走进[青禾智造产业园]', '青禾智造产业园'], counter: '走进[青禾热电厂]',
  },
  {
    name: 'border.festival', type: 'TIME', mend: (s, m, written) => (FESTIVAL.test(written) && /^节(?:$|[，、。；：和及至\s])/u.test(s.slice(m.end, m.end + 2)) ? { end: m.end + 1 } : undefined),
    example: ['[国庆]节：放假三天', '国庆节'], counter: '把好[国庆]节点',
  },
  {
    name: 'type.festivalPlace', type: 'TIME', mend: (s, m, written) => (/^(?:新年|新春|春节|元旦|国庆|五一|中秋|清明|重阳)$/u.test(written) && /^(?:[村镇乡桥]|[路街](?![上况头]))/u.test(s.slice(m.end, m.end + 2)) ? { end: m.end + 1, type: 'LOC' } : undefined),
    example: ['石岭乡、[国庆]村受灾', '国庆村'], counter: '[春节]前夕',
  },
  {
    name: 'border.generalTerm', type: 'TERM', mend: (_s, _m, written) => (GENERAL_TERM.test(written) || EVENT.test(written) ? null : undefined),
    example: ['实施[省级重点工程]项目', ''], counter: '实施[清河护岸工程]',
  },
  {
    name: 'type.listedPlace', type: 'PER',
    mend: (s, m) => { const head = s[m.end - 1]!; return '居村屯寨庄'.includes(head) && (s.slice(0, m.start).endsWith(`${head}、`) || new RegExp(`^、[\\u4e00-\\u9fff]{1,4}${head}`, 'u').test(s.slice(m.end, m.end + 6))) ? { type: 'LOC' } : undefined; },
    example: ['柳湾居、[唐贾居]、前塘居', '唐贾居'], counter: '[王大庄]、李四和赵五',
  },
];

/** For each type the rules about it, with their places in the order of all. */
const RULES_OF: ReadonlyMap<EntityType, readonly (readonly [place: number, rule: BorderRule])[]> = new Map(
  ENTITY_TYPES.map((type) => [type, BORDER_RULES.flatMap((rule, place) => (rule.type === type ? [[place, rule] as const] : []))]),
);

/** The mentions of one sentence with their borders set right: sorted, none overlapping another. */
export function setBorders(sentence: string, mentions: readonly RawMention[]): RawMention[] {
  const out: RawMention[] = [];
  for (const m of mentions) {
    if (out.length > 0 && m.start < out.at(-1)!.end) continue;
    const mended = mend(sentence, m, 0);
    if (mended) out.push(mended);
  }
  return out;
}

/** The mention as the rules from a place on leave it, or none. */
function mend(sentence: string, mention: RawMention, from: number): RawMention | undefined {
  let now = mention, written = sentence.slice(now.start, now.end);
  for (const [place, rule] of RULES_OF.get(mention.type)!) {
    const other = place < from ? undefined : rule.mend(sentence, now, written);
    if (other === null) return undefined;
    if (other === undefined) continue;
    const { start = now.start, end = now.end, type = now.type } = other;
    if (start === now.start && end === now.end && type === now.type) continue;
    now = { start, end, type, rule: rule.name };
    if (type !== mention.type) return mend(sentence, now, place + 1);
    written = sentence.slice(start, end);
  }
  return now;
}
