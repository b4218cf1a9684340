import type { BorderRule } from './border-rule';

const SITE = /^(?!等|的|及|将|从|为|已|在|与|和|纳入|结束)[\u4e00-\u9fff]{0,6}?(?:工业园区?|产业园区?|科技园区?|开发区|展示馆|博物馆|纪念馆|规划馆|体育馆|图书馆|展览馆|美术馆|科技馆|文化馆|街区|古城|古镇|老街|广场|遗址|会址|旧址|故居|陵园)/u;
const LINKS = /[等的及将从为已在与和至是让使]/u;
const COUNTRY = /^(?:中国|我国|全国|亚洲|欧洲|世界)/u;
/** Heads of names that are bodies wherever they stand; in labelled sentences of the genre over nine of ten are. */
const BODY_HEAD = /(?:公司|集团|[总电]厂|医院|大学|学院|[中小]学|银行|协会|促进会|委员会|办公室|研究院|居委会)$/u;
/** Verbs that say where a place lies: a name read across one is two names. */
const LIES = /(?:滨临|濒临|毗邻|紧邻|毗连|流经|流入|途经|穿过|接壤|坐落|地处|位于)/u;
/** A region of several provinces with a common noun behind it that is no part of its name. */
const REGION = /^(京津冀?|长三角|珠三角|粤港澳)(?:环境|公路|铁路|交通|经济|社会|整体|连通|无水港)/u;
/** The rest of a line of traffic that is called by the places it goes through. */
const LINE = /^(?:[至—](?:(?![的和与、及等至])[\u4e00-\u9fff]){2,8}?)+(?:高铁|高速铁路|城际铁路|铁路|高速公路|高速)(?!度)/u;
/** What makes an association's name, or a committee's of residents, of a place's. */
const ASSOCIATION = /^[\u4e00-\u9fff]{0,8}?(?:促进会|联合会|协会|学会|商会|研究会|基金会|居民委员会|村民委员会|居委会|村委会)/u;
const ACTS = /[的等和与及在是将向对由]|召开|成立|举[行办]|组织|支持|推[动进]|参[加与]|会见|各|行业/u;

/** How the borders of places are set right by what stands next to them. */
export const PLACE_RULES: readonly BorderRule[] = [
  {
    name: 'border.site', type: 'LOC',
    mend: (s, m, written) => {
      const more = SITE.exec(s.slice(m.end, m.end + 12))?.[0];
      return more && !LINKS.test(more) && !COUNTRY.test(written) ? { end: m.end + more.length } : undefined;
    },
    example: ['参观了[青禾市]规划展示馆', '青禾市规划展示馆'], counter: '[青禾]等地的产业园',
  },
  {
    name: 'border.doubled', type: 'LOC', mend: (_, m, written) => (/([省市县区镇乡村])\1$/u.test(written) ? { end: m.end - 1 } : undefined),
    example: ['[青禾区区]位独特', '青禾区'], counter: '[青禾区]位于东部',
  },
  {
    name: 'border.side', type: 'LOC', mend: (_, m, written) => ({ end: m.end - (/(?<=[省市县区镇乡])(?:[东西南北]{1,2}|中)部$/u.exec(written)?.[0].length ?? 0) }),
    example: ['位于[青禾市西南部]', '青禾市'], counter: '在[西南部]',
  },
  {
    name: 'border.bearing', type: 'LOC', mend: (_, m, written) => ({ start: m.start + (/^[东西南北](?:[达连接临邻抵依濒距]|靠)(?=[\u4e00-\u9fff]{2})/u.exec(written)?.[0].length ?? 0) }),
    example: ['该镇[西达青禾县]', '青禾县'], counter: '途经[西安]',
  },
  {
    name: 'border.verb', type: 'LOC', mend: (_, m, written) => { const at = LIES.exec(written)?.index ?? 0; return at > 1 ? { end: m.start + at } : undefined; },
    example: ['[青禾河流经石岭镇]', '青禾河'], counter: '途经[青禾河]',
  },
  {
    name: 'border.including', type: 'LOC', mend: (_, m, written) => { const at = written.search(/（(?:含|包括|不含)/u); return at > 0 ? { end: m.start + at } : undefined; },
    example: ['治理[青禾河（含青禾新河）生态廊道]', '青禾河'], counter: '来到[刚果（布）]',
  },
  {
    name: 'border.aid', type: 'LOC', mend: (s, m) => (m.end - m.start === 1 && /[援入进出支]/u.test(s[m.start - 1] ?? '') && /[疆藏]/u.test(s[m.start]!) ? null : undefined),
    example: ['在援[疆]期间', ''], counter: '赴[疆]调研',
  },
  {
    name: 'border.preposition', type: 'LOC', mend: (_, m, written) => { const at = written.indexOf('就'); return at > 1 ? { end: m.start + at } : undefined; },
    example: ['赴[青禾就园林]建设调研', '青禾'], counter: '参观[成就]展馆',
  },
  {
    name: 'border.colleagues', type: 'LOC', mend: (s, m, written) => (written === '同仁' && /[位全问体向与和业界]$/u.test(s.slice(0, m.start)) && !/^[县市]/u.test(s.slice(m.end)) ? null : undefined),
    example: ['慰问各位[同仁]', ''], counter: '赶赴[同仁]支援',
  },
  {
    name: 'border.region', type: 'LOC', mend: (_, m, written) => { const name = REGION.exec(written)?.[1]; return name ? { end: m.start + name.length } : undefined; },
    example: ['改善[长三角环境]', '长三角'], counter: '改善[长三角地区]',
  },
  {
    name: 'border.line', type: 'LOC', mend: (s, m) => ({ end: m.end + (LINE.exec(s.slice(m.end, m.end + 24))?.[0].length ?? 0) }),
    example: ['[青禾]至石岭高铁通车', '青禾至石岭高铁'], counter: '从[青禾]至石岭的高铁通车',
  },
  {
    name: 'type.body', type: 'LOC', mend: (_s, _m, written) => (BODY_HEAD.test(written) ? { type: 'ORG' } : undefined),
    example: ['来到[青禾热电厂]', '青禾热电厂'], counter: '来到[青禾公园]',
  },
  {
    name: 'type.association', type: 'LOC',
    mend: (s, m) => { const more = ASSOCIATION.exec(s.slice(m.end, m.end + 14))?.[0]; return more && !ACTS.test(more) ? { end: m.end + more.length, type: 'ORG' } : undefined; },
    example: ['[青禾]茶叶推广协会召开会议', '青禾茶叶推广协会'], counter: '在[青禾]召开协会年会',
  },
];
