import type { EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';

/** What a rule makes of a mention: where it begins or ends instead, or what it is. */
type Mended = Partial<Pick<RawMention, 'start' | 'end' | 'type'>>;

/** A rule about mentions of one type. */
export interface BorderRule {
  name: string;
  type: EntityType;
  /** what is other about the mention in the sentence; nothing where the rule has nothing to say, `null` where there is no mention */
  mend(sentence: string, mention: RawMention): Mended | null;
  /** a sentence with the mention in brackets, and the mention as it should be ('' for none) */
  example: readonly [given: string, becomes: string];
  /** a sentence with a mention that stays as it is */
  counter: string;
}

const SITE = /^(?!等|的|及|将|从|为|已|在|与|和|纳入|结束)[\u4e00-\u9fff]{0,6}?(?:工业园区?|产业园区?|科技园区?|开发区|展示馆|博物馆|纪念馆|规划馆|体育馆|图书馆|展览馆|美术馆|科技馆|文化馆|街区|古城|古镇|老街|广场|遗址|会址|旧址|故居|陵园)/u;
const LINKS = /[等的及将从为已在与和至是让使]/u;
const COUNTRY = /^(?:中国|我国|全国|亚洲|欧洲|世界)/u;

/** Heads of names that are bodies wherever they stand, and of names that are places; in labelled sentences of the genre over nine of ten are. */
const BODY_HEAD = /(?:公司|集团|[总电]厂|医院|大学|学院|[中小]学|银行|协会|促进会|委员会|办公室|研究院|居委会)$/u, PLACE_HEAD = /(?:特别行政区|基地|博物馆|产业园|工业园|公园|广场|街道|社区|码头|水库)$/u;
/** Verbs that say where a place lies: a name read across one is two names. */
const LIES = /(?:滨临|濒临|毗邻|紧邻|毗连|流经|流入|途经|穿过|接壤|坐落|地处|位于)/u;

/** How the borders of mentions are set right by what stands next to them. */
export const BORDER_RULES: readonly BorderRule[] = [
  {
    name: 'border.department', type: 'ORG', mend: (s, m) => (s[m.end - 1] === '部' && s[m.end] === '门' ? null : {}),
    example: ['各地[教育部]门要落实', ''], counter: '[教育部]要求',
  },
  {
    name: 'border.partyGroup', type: 'ORG', mend: (s, m) => (/^党组(?!书记|副书记|成员[、，]|织)/u.test(s.slice(m.end, m.end + 6)) ? { end: m.end + 2 } : {}),
    example: ['[市教育局]党组召开会议', '市教育局党组'], counter: '[市教育局]党组书记王东',
  },
  {
    name: 'border.site', type: 'LOC',
    mend: (s, m) => {
      const more = SITE.exec(s.slice(m.end, m.end + 12))?.[0];
      return more && !LINKS.test(more) && !COUNTRY.test(s.slice(m.start, m.end)) ? { end: m.end + more.length } : {};
    },
    example: ['参观了[青禾市]规划展示馆', '青禾市规划展示馆'], counter: '[青禾]等地的产业园',
  },
  {
    name: 'border.doubled', type: 'LOC', mend: (s, m) => (/([省市县区镇乡村])\1$/u.test(s.slice(m.start, m.end)) ? { end: m.end - 1 } : {}),
    example: ['[青禾区区]位独特', '青禾区'], counter: '[青禾区]位于东部',
  },
  {
    name: 'border.side', type: 'LOC', mend: (s, m) => ({ end: m.end - (/(?<=[省市县区镇乡])(?:[东西南北]{1,2}|中)部$/u.exec(s.slice(m.start, m.end))?.[0].length ?? 0) }),
    example: ['位于[青禾市西南部]', '青禾市'], counter: '在[西南部]',
  },
  {
    name: 'border.bearing', type: 'LOC', mend: (s, m) => ({ start: m.start + (/^[东西南北](?:[达连接临邻抵依濒距]|靠)(?=[\u4e00-\u9fff]{2})/u.exec(s.slice(m.start, m.end))?.[0].length ?? 0) }),
    example: ['该镇[西达青禾县]', '青禾县'], counter: '途经[西安]',
  },
  {
    name: 'border.verb', type: 'LOC', mend: (s, m) => { const at = LIES.exec(s.slice(m.start, m.end))?.index ?? 0; return at > 1 ? { end: m.start + at } : {}; },
    example: ['[青禾河流经石岭镇]', '青禾河'], counter: '途经[青禾河]',
  },
  {
    name: 'border.including', type: 'LOC', mend: (s, m) => { const at = s.slice(m.start, m.end).search(/（(?:含|包括|不含)/u); return at > 0 ? { end: m.start + at } : {}; },
    example: ['治理[青禾河（含青禾新河）生态廊道]', '青禾河'], counter: '来到[刚果（布）]',
  },
  {
    name: 'border.aid', type: 'LOC', mend: (s, m) => (m.end - m.start === 1 && /[援入进出支]/u.test(s[m.start - 1] ?? '') && /[疆藏]/u.test(s[m.start]!) ? null : {}),
    example: ['在援[疆]期间', ''], counter: '赴[疆]调研',
  },
  {
    name: 'type.body', type: 'LOC', mend: (s, m) => (BODY_HEAD.test(s.slice(m.start, m.end)) ? { type: 'ORG' } : {}),
    example: ['来到[青禾热电厂]', '青禾热电厂'], counter: '来到[青禾公园]',
  },
  {
    name: 'type.place', type: 'ORG', mend: (s, m) => (PLACE_HEAD.test(s.slice(m.start, m.end)) ? { type: 'LOC' } : {}),
    example: ['走进[青禾智造产业园]', '青禾智造产业园'], counter: '走进[青禾热电厂]',
  },
];

/** The mentions of one sentence with their borders set right: sorted, none overlapping another. */
export function setBorders(sentence: string, mentions: readonly RawMention[]): RawMention[] {
  const out: RawMention[] = [];
  for (const m of mentions) {
    if (out.length > 0 && m.start < out.at(-1)!.end) continue;
    const mended = mend(sentence, m);
    if (mended) out.push(mended);
  }
  return out;
}

/** The mention as the rules leave it, or none. */
function mend(sentence: string, mention: RawMention): RawMention | undefined {
  let now = mention;
  for (const rule of BORDER_RULES) {
    if (rule.type !== now.type) continue;
    const other = rule.mend(sentence, now);
    if (other === null) return undefined;
    const { start = now.start, end = now.end, type = now.type } = other;
    if (start !== now.start || end !== now.end || type !== now.type) now = { start, end, type, rule: rule.name };
  }
  return now;
}
