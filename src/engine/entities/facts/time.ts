import { NUMERAL, readNumber } from './numerals';

/** A date, a period or a part of one in ISO 8601: `2019-05`, `2021/2025`, `--09-07` where no year is known. */
export interface Time {
  iso: string;
  /** the year is not in the mention but was taken from the document's own dates */
  inferred?: boolean;
}

const N = '[〇○零一二三四五六七八九十\\d]{1,4}', DAY = '[一二三四五六七八九十\\d]{1,3}';
const two = (n: number): string => String(n).padStart(2, '0');

/** First year of the five-year plan of this number: the first two 1953 and 1958, from the third (1966) every five years. */
export const planStart = (n: number): number => (n < 3 ? 1948 + 5 * n : 1951 + 5 * n);

/** Days of festivals that have a fixed date. */
const FESTIVALS: ReadonlyMap<string, string> = new Map([
  ['元旦', '01-01'], ['妇女节', '03-08'], ['植树节', '03-12'], ['劳动节', '05-01'], ['五一', '05-01'], ['五四', '05-04'], ['青年节', '05-04'], ['儿童节', '06-01'], ['六一', '06-01'], ['建党节', '07-01'], ['七一', '07-01'],
  ['建军节', '08-01'], ['八一', '08-01'], ['教师节', '09-10'], ['国庆', '10-01'], ['国庆节', '10-01'], ['十一', '10-01'],
]);

interface TimeRule { readonly name: string; readonly pattern: RegExp; readonly example: readonly [written: string, iso: string]; readonly counter: string; read(m: RegExpExecArray, base: number | undefined): Time | undefined }

const n = (written: string | undefined): number => readNumber(written ?? '') ?? NaN;
const RELATIVE: ReadonlyMap<string, number> = new Map([['今', 0], ['本', 0], ['当', 0], ['去', -1], ['上', -1], ['明', 1], ['前', -2], ['来', 1], ['后', 2]]);
const QUARTER: ReadonlyMap<string, number> = new Map(Array.from('一二三四').flatMap((c, i) => [[c, i + 1], [String(i + 1), i + 1]] as const));

/** The part of a year that words name: months from and to. */
function partOf(words: string): [number, number] | undefined {
  const quarter = /([一二三四1-4])季度$/u.exec(words), first = /前([一二三两23])个?季度/u.exec(words);
  if (first) return [1, n(first[1]) * 3];
  if (quarter) { const q = QUARTER.get(quarter[1]!)!; return [q * 3 - 2, q * 3]; }
  const months = new RegExp(`^前(${DAY})个月`, 'u').exec(words);
  if (months) return [1, n(months[1])];
  return /上半年/u.test(words) ? [1, 6] : /下半年/u.test(words) ? [7, 12] : undefined;
}

const days = (y: number | undefined, m: number): string => two(new Date(Date.UTC(y ?? 2024, m, 0)).getUTCDate());
const yearText = (y: number | undefined): string => (y === undefined ? '-' : String(y));
const month = (y: number | undefined, m: number): string | undefined => (m >= 1 && m <= 12 ? `${yearText(y)}-${two(m)}` : undefined);
const date = (y: number | undefined, m: number, d: number): string | undefined => (month(y, m) && d >= 1 && d <= Number(days(y, m)) ? `${month(y, m)!}-${two(d)}` : undefined);
const made = (iso: string | undefined, inferred: boolean): Time | undefined => (iso === undefined ? undefined : { iso, ...(inferred && { inferred: true }) });

/** A year that the mention says, relatively says or leaves to the document. */
function yearOf(written: string | undefined, relative: string | undefined, base: number | undefined): { year: number | undefined; inferred: boolean } {
  if (written !== undefined) return { year: n(written), inferred: false };
  const year = base === undefined ? undefined : base + (RELATIVE.get(relative ?? '今') ?? 0);
  return { year, inferred: year !== undefined };
}

const YEAR = '(?:([12]\\d{3}|[一二][〇○零一二三四五六七八九]{3})年|([今本当去上明前来后])年)';

/** Years of the events that periods are counted from. */
const EVENTS: ReadonlyMap<string, number> = new Map([
  ['新中国成立', 1949], ['改革开放', 1978], ['十二大', 1982], ['十三大', 1987], ['十四大', 1992], ['十五大', 1997], ['十六大', 2002], ['十七大', 2007], ['十八大', 2012], ['十九大', 2017], ['二十大', 2022],
]);
const UNITS: ReadonlyMap<string, string> = new Map([['年', 'P?Y'], ['周年', 'P?Y'], ['个月', 'P?M'], ['周', 'P?W'], ['天', 'P?D'], ['日', 'P?D'], ['个工作日', 'P?D'], ['小时', 'PT?H'], ['个小时', 'PT?H'], ['分钟', 'PT?M']]);

/** How mentions of times are read: the first rule that fits decides. `base` is the year of the document. */
export const TIME_RULES: readonly TimeRule[] = [
  {
    name: 'time.plan', pattern: /^[“「]?([一二三四五六七八九十]{1,2})五[”」]?(?:规划|计划)?(时期|期间|以来|末|初|规划|计划)?$/u, example: ['“十四五”时期', '2021/2025'], counter: '十五日',
    read: (m) => { const start = planStart(n(m[1])); return { iso: m[2] === '末' ? String(start + 4) : m[2] === '初' ? String(start) : m[2] === '以来' ? `${start}/..` : `${start}/${start + 4}` }; },
  },
  {
    name: 'time.years', pattern: new RegExp(`^(${N})年?[至到—–~-]{1,2}(${N})年(?:间|期间)?$`, 'u'), example: ['2019年至2021年', '2019/2021'], counter: '2019年',
    read: (m) => { const [a, b] = [n(m[1]), n(m[2])]; return a > 1000 && b > a ? { iso: `${a}/${b}` } : undefined; },
  },
  {
    name: 'time.days', pattern: new RegExp(`^${YEAR}?(${DAY})月(${DAY})日?[至到—–~-]{1,2}(?:(${DAY})月)?(${DAY})[日号]$`, 'u'), example: ['2019年9月7日至9日', '2019-09-07/2019-09-09'], counter: '9月7日',
    read: (m, base) => {
      const { year, inferred } = yearOf(m[1], m[2], base), from = date(year, n(m[3]), n(m[4])), to = date(year, n(m[5] ?? m[3]), n(m[6]));
      return from && to ? made(`${from}/${to}`, inferred) : undefined;
    },
  },
  {
    name: 'time.date', pattern: new RegExp(`^${YEAR}?(${DAY})月(${DAY})[日号](?:上午|下午|晚上?|凌晨|中午|清晨|早晨|傍晚|起|前|之前|以前|（.{1,6}）)?$`, 'u'), example: ['9月7日', '2020-09-07'], counter: '9月上旬',
    read: (m, base) => { const { year, inferred } = yearOf(m[1], m[2], base); return made(date(year, n(m[3]), n(m[4])), inferred); },
  },
  {
    name: 'time.months', pattern: new RegExp(`^${YEAR}?(${DAY})月?[至到—–~-]{1,2}(${DAY})月(?:份|间)?$`, 'u'), example: ['2019年1—5月', '2019-01/2019-05'], counter: '5月',
    read: (m, base) => { const { year, inferred } = yearOf(m[1], m[2], base), from = month(year, n(m[3])), to = month(year, n(m[4])); return from && to ? made(`${from}/${to}`, inferred) : undefined; },
  },
  {
    name: 'time.month', pattern: new RegExp(`^${YEAR}?(${DAY})月(?:份|[底末]?(?:前|以前|之前)?|初|中旬|上旬|下旬|以来|起|间)?$`, 'u'), example: ['2019年5月', '2019-05'], counter: '五个月',
    read: (m, base) => { const { year, inferred } = yearOf(m[1], m[2], base); return made(month(year, n(m[3])), inferred); },
  },
  {
    name: 'time.part', pattern: new RegExp(`^${YEAR}?的?(上半年|下半年|第?[一二三四1-4]季度|前[一二三两23]个?季度|前${DAY}个月)$`, 'u'), example: ['今年上半年', '2020-01/2020-06'], counter: '半年',
    read: (m, base) => {
      const { year, inferred } = yearOf(m[1], m[2], base), part = partOf(m[3]!), from = part && month(year, part[0]), to = part && month(year, part[1]);
      return from && to ? made(`${from}/${to}`, inferred) : undefined;
    },
  },
  {
    name: 'time.year', pattern: new RegExp(`^${YEAR}(?:度|全年|年?[底末]?(?:前|以前|之前)?|初|以来|起|内|来)?$`, 'u'), example: ['去年', '2019'], counter: '近年来',
    read: (m, base) => { const { year, inferred } = yearOf(m[1], m[2], base); return year === undefined ? undefined : made(String(year), inferred); },
  },
  {
    name: 'time.festival', pattern: new RegExp(`^${YEAR}?[“「]?(${[...FESTIVALS.keys()].sort((a, b) => b.length - a.length).join('|')})[”」]?(?:节|假期|期间|前夕|前后|当天)?$`, 'u'), example: ['国庆节', '2020-10-01'], counter: '春节',
    read: (m, base) => { const { year, inferred } = yearOf(m[1], m[2], base), day = FESTIVALS.get(m[3]!)!; return made(`${yearText(year)}-${day}`, inferred); },
  },
  {
    name: 'time.decade', pattern: /^(?:(二十)世纪)?([一二三四五六七八九]十|\d0)年代(?:初|末|中期|后期)?$/u, example: ['二十世纪八十年代', '1980/1989'], counter: '年代',
    read: (m) => { const decade = n(m[2]); return m[1] || decade >= 50 ? { iso: `${1900 + decade}/${1909 + decade}` } : undefined; },
  },
  {
    name: 'time.event', pattern: new RegExp(`^(?:自?从?党的)?(${[...EVENTS.keys()].join('|')})(?:以来|后)?$`, 'u'), example: ['党的十八大以来', '2012/..'], counter: '十八日以来',
    read: (m) => ({ iso: String(EVENTS.get(m[1]!)) }),
  },
  {
    name: 'time.duration', pattern: new RegExp(`^(?:最?近|过去|未来|连续|今后|这|为期|不超过)?(\\d{1,4}(?:\\.\\d)?|[${NUMERAL}]{1,5})(${[...UNITS.keys()].sort((a, b) => b.length - a.length).join('|')})(?:以?[来内]|之内|间|期间|时间)?$`, 'u'), example: ['近五年来', 'P5Y'], counter: '五月',
    read: (m) => ({ iso: UNITS.get(m[2]!)!.replace('?', String(n(m[1]))) }),
  },
];

/** 2019年以来 has no end, 2025年底前 no beginning (ISO 8601-2: `2019/..`, `../2025`). */
const opened = (iso: string, text: string): string =>
  (iso.includes('/') || iso.startsWith('P') ? iso : /(?:以来|来|起)$/u.test(text) ? `${iso}/..` : /[月日年底末号](?:前|之前|以前)$/u.test(text) ? `../${iso}` : iso);

/** Reads a folded mention of a time; `base` is the year of the document where its dates tell. Nothing where no rule fits. */
export function readTime(folded: string, base: number | undefined): (Time & { rule: string }) | undefined {
  const text = folded.replace(/\s+/gu, '').slice(0, 60);
  for (const rule of TIME_RULES) {
    const m = rule.pattern.exec(text), time = m && rule.read(m, base);
    if (time) return { ...time, iso: opened(time.iso, text), rule: rule.name };
  }
  return undefined;
}
