import { contains, type Place, type Places } from '../entities/gazetteers/places';
import { FIRST_YEAR, isFormer } from './former-places';
import type { ConsistencyRow } from './row';

/** Pairs of parent and division that the table cannot judge. */
export const UNJUDGED_ROWS: readonly ConsistencyRow[] = [
  { name: 'place.former', example: ['安庆市', '枞阳县'], counter: ['无锡市', '鼓楼区'], holds: ([parent, division]) => isFormer(parent, division) },
  {
    // They describe a part of any town as well: 西安市城区, 郑州市新城区, 宁波市老城区.
    name: 'place.common', example: ['西安市', '城区'], counter: ['无锡市', '西湖区'],
    holds: ([, division]) => /^(?:[东西南北中新老旧]?[城市]?[东西南北中]?区|[城郊矿港][关厢]?区|[江河桥港][东西南北]区|[港河]口区|海港区)$/u.test(division),
  },
  {
    // Zones lie across divisions, and who governs them changes.
    name: 'place.zone', example: ['山东省', '沧州渤海新区'], counter: ['山东省', '南开区'],
    holds: (pair) => pair.some((name) => /(?:新区|开发区|园区|管理区|管委会|示范区|保税区|风景名胜区|试验区|林区|矿区|特区)$/u.test(name)),
  },
  { name: 'place.unlisted', example: ['台湾省', '中山区'], counter: ['福建省', '中山区'], holds: ([parent]) => /^(?:台湾省|香港特别行政区|澳门特别行政区)$/u.test(parent) },
];

/** Sentences about how divisions once were and what became of them, or about places that work together. */
export const PAST_ROWS: readonly ConsistencyRow<string>[] = [
  {
    name: 'place.past', example: '1985年，四川省重庆市的企业开始试点。', counter: '2021年，江苏省杭州市的企业开始试点。',
    holds: (sentence) => [...sentence.matchAll(/(?<!\d)(1[089]\d{2}|20\d{2})(?=年)/gu)].some((m) => Number(m[1]) < FIRST_YEAR),
  },
  {
    name: 'place.changed', example: '原四川省重庆市的企业', counter: '太原市的原料',
    holds: (sentence) => /(?<![太中平草高五])原(?![则因料材油创有本理始来])[^，。；]{1,8}[省市县区]|旧[称属时制]|曾(?=[在任于属为是隶到赴])|时属|今[属为]|划[归入出给]|并入|改属|撤[县市区并销]|代管|托管|飞地/u.test(sentence),
  },
  { name: 'place.together', example: '江苏省拉萨市对口支援工作', counter: '江苏省杭州市重点工作', holds: (sentence) => /对口|援[助建藏疆青派]|结对|帮扶|协作/u.test(sentence) },
];

export const divisionsOf = (name: string, places: Places): Place[] => places.exact(name).filter((p) => p.level !== 'township');

const RANK = { province: 0, city: 1, county: 2, township: 3 } as const;

/** Is the first of a wider level than the second? */
export const isWider = (a: Place, b: Place): boolean => RANK[a.level] < RANK[b.level];

/** Full names of a parent and a division: the table says of everything that both can mean that the one does not lie in the other. */
export const parentRows = (places: Places): readonly ConsistencyRow[] => [
  {
    name: 'place.parent', example: ['江苏省', '杭州市'], counter: ['南京市', '鼓楼区'],
    holds: ([parent, division]) => {
      const below = divisionsOf(division, places), pairs = divisionsOf(parent, places).flatMap((p) => below.filter((d) => isWider(p, d)).map((d) => [p, d] as const));
      return pairs.length > 0 && !pairs.some(([p, d]) => contains(p, d));
    },
  },
];
