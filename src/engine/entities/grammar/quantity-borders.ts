import type { BorderRule } from './border-rule';
import { oneOf } from './row';

/** What an amount of money is paid for. */
const RATE = /每(?:平方米|立方米|吨公里|公斤|公顷|盎司|[亩户吨桶斤头株方人生座台])(?:每[年月天])?$/u;
/** Words right before an amount that belong to it, where they are no end of another word. */
const ABOUT = /(?:不(?:低于|少于|多于|高于|大于|小于|超过|足|到)|(?<![\u4e00-\u9fff]节|[节合条公预邀签制履契协大])约|大约|将近|接近|超过|至少|(?<![将最附贴亲临靠接])近|(?<![赶反])超|逾)$/u;
/** Units that are seldom enough to stand behind a number of ten thousands or hundred millions alone. */
const UNIT_BEHIND = new RegExp(`^${oneOf('瑞士法郎 法郎 澳元 加元 卢布 卢比 韩元 泰铢 标准箱 高斯 电子伏特 大卡 千卡 千伏 伏 马力 GB TB PB PF 总吨 标准立方米 平方英里 英里 海里 加仑 英亩 吨标准煤')}`, 'u');
/** First characters of words that are also units: 16项|目, 十二部|委. */
const IN_WORD = /^(?:项目|部[委门]|成[功立为势效]|级别|个体[经工户企])/u;
/** A unit in brackets beside the unit: 套（间）. */
const ALSO = /^（(?:区、市|市、区|市|州|直辖市|间|套|只|组)）/u;

/** How the borders of quantities are set right by what stands next to them. */
export const QUANTITY_RULES: readonly BorderRule[] = [
  {
    name: 'border.inWord', type: 'NUM', mend: (s, m) => (!IN_WORD.test(s.slice(m.end - 1, m.end + 2)) ? undefined : /[万亿多余]/u.test(s[m.end - 2] ?? '') ? { end: m.end - 1 } : null),
    example: ['该校第8期[16项]目负责人', ''], counter: '抓好[16项]工作',
  },
  {
    name: 'border.saying', type: 'NUM', mend: (_s, _m, written) => (/^[1一](?:加|\+|＋)[1一](?:大于|小于|等于|>|＞|=|$)/u.test(written) ? null : undefined),
    example: ['形成[1加1大于2]的合力', ''], counter: '配备[1台]车',
  },
  {
    name: 'border.cohort', type: 'NUM', mend: (_s, _m, written) => (/^(?:19|20)\d\d级$/u.test(written) ? null : undefined),
    example: ['土木学院[2014级]研究生', ''], counter: '达到[14级]',
  },
  {
    name: 'border.ordinal', type: 'NUM', mend: (_s, _m, written) => (/^第[\d一二三四五六七八九十百]+[届次批轮]$/u.test(written) ? null : undefined),
    example: ['举办[第26届]运动会', ''], counter: '居全国[第6位]',
  },
  {
    name: 'border.sum', type: 'NUM', mend: (_s, m, written) => ({ start: m.start + (/^(?:共计?|总计|合计|累计)(?=约|近|超|[\d一二三四五六七八九十百千])/u.exec(written)?.[0].length ?? 0) }),
    example: ['代表[共约1000人]参加', '约1000人'], counter: '代表[约1000人]参加',
  },
  {
    name: 'border.rate', type: 'NUM', mend: (s, m) => (s[m.end - 1] === '元' ? { start: m.start - (RATE.exec(s.slice(Math.max(0, m.start - 7), m.start))?.[0].length ?? 0) } : undefined),
    example: ['补助每亩每年[300元]', '每亩每年300元'], counter: '每年投入[300万元]',
  },
  {
    name: 'border.about', type: 'NUM', mend: (s, m) => ({ start: m.start - (ABOUT.exec(s.slice(Math.max(0, m.start - 4), m.start))?.[0].length ?? 0) }),
    example: ['占比超过[三分之一]', '超过三分之一'], counter: '节约[三分之一]',
  },
  {
    name: 'border.unit', type: 'NUM', mend: (s, m, written) => (/[万亿]$/u.test(written) ? { end: m.end + (UNIT_BEHIND.exec(s.slice(m.end, m.end + 6))?.[0].length ?? 0) } : undefined),
    example: ['吞吐量[2400万]标准箱', '2400万标准箱'], counter: '惠及[2400万]居民',
  },
  {
    name: 'border.currency', type: 'NUM', mend: (s, m) => (s[m.end - 1] === '元' && s.startsWith('人民币', m.end) ? { end: m.end + 3 } : undefined),
    example: ['提供[260亿元]人民币的融资', '260亿元人民币'], counter: '提供[260亿元]融资',
  },
  {
    name: 'border.per', type: 'NUM', mend: (s, m) => ({ end: m.end + (/^(?:每(?:立方米|平方米|小时|秒|升)|\/(?:[年月日天秒时升]|小时))/u.exec(s.slice(m.end, m.end + 4))?.[0].length ?? 0) }),
    example: ['降至[28.5微克]每立方米', '28.5微克每立方米'], counter: '投入[300万元]，每小时发一班',
  },
  {
    name: 'border.level', type: 'NUM', mend: (s, m, written) => (/(?:瓦|吨|[百千万]米)$/u.test(written) && /^级(?!别)/u.test(s.slice(m.end, m.end + 2)) ? { end: m.end + 1 } : undefined),
    example: ['建设[百万千瓦]级基地', '百万千瓦级'], counter: '建成[百万千瓦]基地',
  },
  {
    name: 'border.alsoUnit', type: 'NUM', mend: (s, m, written) => (/[省市套台头件]$/u.test(written) ? { end: m.end + (ALSO.exec(s.slice(m.end, m.end + 5))?.[0].length ?? 0) } : undefined),
    example: ['改造[2.5万套]（间）住房', '2.5万套（间）'], counter: '改造[2.5万套]（含公寓）',
  },
  {
    name: 'border.andMore', type: 'NUM', mend: (s, m) => ({ end: m.end + (/^及以[上下]/u.exec(s.slice(m.end, m.end + 3))?.[0].length ?? 0) }),
    example: ['担保金额[500万元]及以下的企业', '500万元及以下'], counter: '担保金额[500万元]及以前的',
  },
];
