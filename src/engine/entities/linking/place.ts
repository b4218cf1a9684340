import { placesShortenedTo } from '../gazetteers/abbreviations';
import { firstOf, nearest, type Form } from './forms';
import type { RegionReader } from './regions';

/** Two wordings of one place: `example` holds for the pair, `counter` must not. */
export interface PairRule {
  readonly name: string;
  readonly example: readonly [short: string, full: string];
  readonly counter: readonly [short: string, full: string];
}

/** What a short name leaves out at its end, the widest division first: 吉林 is rather 吉林省 than 吉林市. */
const SUFFIXES = [
  '特别行政区', '维吾尔自治区', '壮族自治区', '回族自治区', '自治区', '省', '市', '地区', '自治州', '州', '盟', '新区', '区', '县', '旗', '街道', '镇', '乡', '社区', '村',
] as const;

/** What places written together may add, with their number: 苏皖 and 苏皖两省, 云贵川 and 云贵川三省. */
const TOGETHER = /^(?:(.{2})[两双]|(.{3})三|(.{4})四)[市地省区县城国]$/u;

const COUNTRIES = new Map([['中华人民共和国', '中国'], ['俄罗斯联邦', '俄罗斯'], ['美利坚合众国', '美国'], ['欧罗巴洲', '欧洲']]);

interface PlaceRule extends PairRule { shorten(full: string, regions: RegionReader): string[] }

/** The wordings that one place name gives rise to, and the rule that says so. Chains (青禾区云杉街道 → 云杉街道 → 云杉) come of several steps. */
export const PLACE_RULES: readonly PlaceRule[] = [
  {
    name: 'place.suffix', example: ['青禾', '青禾区'], counter: ['青禾', '青禾大道'],
    shorten: (full, regions) => {
      const s = full.endsWith('市区') ? undefined : SUFFIXES.find((x) => full.endsWith(x));
      // 浦东 is 浦东新区, but 兰州 is the city.
      if (s === '新区' && ['市', '县', '区'].some((x) => regions.isDivision(full.slice(0, -s.length) + x))) return [];
      return s && full.length - s.length > 1 ? [full.slice(0, -s.length)] : [];
    },
  },
  {
    name: 'place.parent', example: ['高新区', '杭州高新区'], counter: ['杭州', '杭州高新区'],
    shorten: (full, regions) => regions.tails(full).filter((rest) => rest.length > 1 && !SUFFIXES.some((s) => s === rest)),
  },
  { name: 'place.together', example: ['沪杭', '沪杭两地'], counter: ['沪杭', '沪杭高速'], shorten: (full) => TOGETHER.exec(full)?.slice(1).filter((x) => x) ?? [] },
  {
    name: 'place.country', example: ['中国', '中华人民共和国'], counter: ['中国', '中国香港'],
    shorten: (full) => { const short = COUNTRIES.get(full); return short ? [short] : []; },
  },
];

/** The wordings that a place name gives rise to. */
export const shortenPlace = (full: string, regions: RegionReader): string[] => PLACE_RULES.flatMap((rule) => rule.shorten(full, regions));

/** Pairs of wordings of one place, each as [shorter, fuller]. `shortened`: the wordings that a name gives rise to. */
export function pairPlaces(forms: readonly Form[], shortened: (key: string) => readonly string[]): [Form, Form][] {
  const byKey = new Map(forms.map((f) => [f.key, f])), fuller = new Map<Form, Form[]>();
  for (const full of forms) for (const key of shortened(full.key)) {
    const short = byKey.get(key) ?? halfway(key, full, byKey, shortened);
    if (short && short !== full) put(fuller, short, full);
  }
  const pairs: [Form, Form][] = [];
  for (const [short, candidates] of fuller) {
    pairs.push(...candidates.filter((c) => TOGETHER.test(c.key)).map((c): [Form, Form] => [short, c]));
    const bySuffix = SUFFIXES.map((s) => candidates.find((c) => c.key === short.key + s)).find((c) => c);
    const chosen = bySuffix ?? nearest(firstOf(short), candidates);
    if (chosen) pairs.push([short, chosen]);
  }
  return [...pairs, ...pairAbbreviations(forms, byKey)];
}

/** Most fuller names that are kept for a short one. */
const MOST_FULLER = 64;

function put(fuller: Map<Form, Form[]>, short: Form, full: Form): void {
  const list = fuller.get(short);
  if (!list) fuller.set(short, [full]);
  else { list.push(full); if (list.length > MOST_FULLER) list.shift(); }
}

/** Where the form between a chain's ends is not in the text: 青禾区云杉街道 → (云杉街道) → 云杉. */
function halfway(key: string, full: Form, byKey: Map<string, Form>, shortened: (key: string) => readonly string[]): Form | undefined {
  for (const next of shortened(key)) { const form = byKey.get(next); if (form && form !== full) return form; }
  return undefined;
}

/** 沪 and 上海, 杭 and 杭州: known abbreviations, and characters that only one short name of the text holds. */
function pairAbbreviations(forms: readonly Form[], byKey: Map<string, Form>): [Form, Form][] {
  const pairs: [Form, Form][] = [];
  for (const form of forms) {
    if (form.key.length !== 1) continue;
    for (const name of placesShortenedTo(form.key)) {
      const full = byKey.get(name) ?? SUFFIXES.map((s) => byKey.get(name + s)).find((f) => f);
      if (full) { pairs.push([form, full]); break; }
    }
  }
  return pairs;
}
