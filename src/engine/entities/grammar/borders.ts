import type { EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';

/** What a rule makes of a mention: where it ends instead, or that it is none (`undefined`). */
export interface BorderRule {
  name: string;
  type: EntityType;
  /** the end of the mention in the sentence; its present end where the rule has nothing to say, 0 where there is no mention */
  end(sentence: string, mention: RawMention): number;
  /** a sentence with the mention in brackets, and the mention as it should be ('' for none) */
  example: readonly [given: string, becomes: string];
  /** a sentence with a mention that stays as it is */
  counter: string;
}

const SITE = /^(?!等|的|及|将|从|为|已|在|与|和|纳入|结束)[\u4e00-\u9fff]{0,6}?(?:工业园区?|产业园区?|科技园区?|开发区|展示馆|博物馆|纪念馆|规划馆|体育馆|图书馆|展览馆|美术馆|科技馆|文化馆|街区|古城|古镇|老街|广场|遗址|会址|旧址|故居|陵园)/u;
const LINKS = /[等的及将从为已在与和至是让使]/u;
const COUNTRY = /^(?:中国|我国|全国|亚洲|欧洲|世界)/u;

/** How the borders of mentions are set right by what stands next to them. */
export const BORDER_RULES: readonly BorderRule[] = [
  {
    name: 'border.department', type: 'ORG', end: (s, m) => (s[m.end - 1] === '部' && s[m.end] === '门' ? 0 : m.end),
    example: ['各地[教育部]门要落实', ''], counter: '[教育部]要求',
  },
  {
    name: 'border.partyGroup', type: 'ORG', end: (s, m) => (/^党组(?!书记|副书记|成员[、，]|织)/u.test(s.slice(m.end, m.end + 6)) ? m.end + 2 : m.end),
    example: ['[市教育局]党组召开会议', '市教育局党组'], counter: '[市教育局]党组书记王东',
  },
  {
    name: 'border.site', type: 'LOC',
    end: (s, m) => {
      const more = SITE.exec(s.slice(m.end, m.end + 12))?.[0];
      return more && !LINKS.test(more) && !COUNTRY.test(s.slice(m.start, m.end)) ? m.end + more.length : m.end;
    },
    example: ['参观了[青禾市]规划展示馆', '青禾市规划展示馆'], counter: '[青禾]等地的产业园',
  },
  {
    name: 'border.doubled', type: 'LOC', end: (s, m) => (/([省市县区镇乡村])\1$/u.test(s.slice(m.start, m.end)) ? m.end - 1 : m.end),
    example: ['[青禾区区]位独特', '青禾区'], counter: '[青禾区]位于东部',
  },
  {
    name: 'border.side', type: 'LOC', end: (s, m) => m.end - (/(?<=[省市县区镇乡])(?:[东西南北]{1,2}|中)部$/u.exec(s.slice(m.start, m.end))?.[0].length ?? 0),
    example: ['位于[青禾市西南部]', '青禾市'], counter: '在[西南部]',
  },
];

/** The mentions of one sentence with their borders set right: sorted, none overlapping another. */
export function setBorders(sentence: string, mentions: readonly RawMention[]): RawMention[] {
  const out: RawMention[] = [];
  for (const m of mentions) {
    if (out.length > 0 && m.start < out.at(-1)!.end) continue;
    const moved = BORDER_RULES.reduce<RawMention | undefined>((now, rule) => {
      if (!now || rule.type !== now.type) return now;
      const end = rule.end(sentence, now);
      return end === 0 ? undefined : end === now.end ? now : { ...now, end, rule: rule.name };
    }, m);
    if (moved) out.push(moved);
  }
  return out;
}
