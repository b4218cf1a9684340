import { NUMERAL, readNumber, rounded } from './numerals';

/** How the text bounds a quantity. */
export type Bound = 'approx' | 'nearly' | 'moreThan' | 'atLeast' | 'lessThan' | 'atMost' | 'order';

export interface Quantity {
  value: number;
  /** upper end where the text gives a range */
  upTo?: number;
  /** as written; `%` for all shares */
  unit: string;
  bound?: Bound;
}

/** Words before and behind a quantity that bound it. */
export const BOUND_RULES: readonly { readonly name: string; readonly bound: Bound; readonly before?: RegExp; readonly behind?: RegExp; readonly example: string; readonly counter: string }[] = [
  { name: 'bound.atMost', bound: 'atMost', before: /^(?:不超过|不高于|不大于|不多于|至多|最多|控制在)/u, behind: /(?:以内|之内|以下)$/u, example: '不超过3%', counter: '超过3%' },
  { name: 'bound.atLeast', bound: 'atLeast', before: /^(?:不少于|不低于|不小于|至少|最少)/u, behind: /(?:以上|及以上)$/u, example: '95%以上', counter: '95%以下' },
  { name: 'bound.moreThan', bound: 'moreThan', before: /^(?:超过|超|逾|突破|高于|多于|大于)/u, behind: /(?:多|余)(?=[^\d]{0,4}$)/u, example: '超500亿元', counter: '近500亿元' },
  { name: 'bound.lessThan', bound: 'lessThan', before: /^(?:不足|不到|低于|少于|小于)/u, example: '不足一半', counter: '一半' },
  { name: 'bound.nearly', bound: 'nearly', before: /^(?:接近|将近|近)/u, example: '近千家', counter: '千家' },
  { name: 'bound.order', bound: 'order', behind: /[十百千万亿][^\d]{0,2}级$/u, example: '百亿级', counter: '三级' },
  { name: 'bound.approx', bound: 'approx', before: /^(?:大约|约为|约|大概)/u, behind: /(?:左右|上下|余?许)$/u, example: '约37%', counter: '37%' },
];

/** 千 and 百 that belong to the unit: 五百千瓦. */
const UNIT_PREFIX = '(?!千[瓦克米伏焦卡帕赫]|百帕)';
const NUMBER = `(?:\\d[\\d,]*(?:\\.\\d+)?(?:${UNIT_PREFIX}[百千万亿]){0,3}|(?:${UNIT_PREFIX}[${NUMERAL}])+(?:点[零一二三四五六七八九]+(?:${UNIT_PREFIX}[百千万亿])*)?)`;
const RANGE = new RegExp(`^(${NUMBER})(?:[个]?百分点)?(%|‰)?(?:[-—–~～至到]{1,2}(${NUMBER}))?`, 'u');

/** Reads a quantity from a folded mention: 约37%, 500万片, 三分之一, 3至5个, 百亿级. Nothing where it holds no number. */
export function readQuantity(folded: string): Quantity | undefined {
  const text = folded.replace(/\s+/gu, ''), rule = BOUND_RULES.find((r) => (r.before?.test(text) ?? false) || (r.behind?.test(text) ?? false));
  const bare = BOUND_RULES.reduce((t, r) => (r.before ? t.replace(r.before, '') : t), text).replace(/^(?:达到|达|为|第)/u, '').replace(/％/gu, '%');
  const vague = /^(十|二十)?[几数]([十百千万亿]+)?(.*)$/u.exec(bare);
  if (vague && (vague[1] ?? vague[2])) return readVague(vague[1], vague[2], vague[3]!);
  const read = readFraction(bare) ?? readPlain(rule?.bound === 'moreThan' ? bare.replace(/[多余](?=[^\d]{0,4}$)/u, '') : bare);
  return read && { ...read, unit: withoutBound(read.unit), ...(rule && { bound: rule.bound }) };
}

/** 十几亿人 is more than 1,000,000,000; 几十, 数百 are of that order. */
function readVague(above: string | undefined, scale: string | undefined, unit: string): Quantity | undefined {
  const value = readNumber(`${above ? String(readNumber(above)!) : '1'}${scale ?? ''}`);
  return value === undefined ? undefined : { value, unit: withoutBound(unit), bound: above ? 'moreThan' : 'order' };
}

const withoutBound = (unit: string): string => unit.replace(/(?:及?以上|以下|以内|之内|左右|上下|余?许|级)$/u, '');

/** 三分之一, 百分之三十五, 千分之五, 一半, 六成. */
function readFraction(text: string): Quantity | undefined {
  const m = /^(.{1,6})分之(.{1,8})$/u.exec(text), below = m && readNumber(m[1]!), above = m && readNumber(m[2]!.replace(/(?:及?以上|以下|以内|左右)$/u, ''));
  if (below && above !== null && above !== undefined) return { value: rounded((above / below) * 100), unit: '%' };
  const tenths = /^([一二三四五六七八九两\d.]+)成([一二三四五六七八九])?/u.exec(text), whole = tenths && readNumber(tenths[1]!);
  if (typeof whole === 'number') return { value: rounded(whole * 10 + (readNumber(tenths![2] ?? '') ?? 0) + (tenths![2] ? 0 : /^.成半/u.test(text) ? 5 : 0)), unit: '%' };
  return /^一半/u.test(text) ? { value: 50, unit: '%' } : undefined;
}

function readPlain(text: string): Quantity | undefined {
  const m = RANGE.exec(text);
  if (!m) return undefined;
  const [all, first, percent, last] = m, scale = /[万亿]+$/u.exec(last ?? '')?.[0];
  // 3至5万 scales both ends, unless the first says its own.
  const value = readNumber(first! + (scale && !/[万亿]$/u.test(first!) ? scale : '')), upTo = last === undefined ? undefined : readNumber(last);
  if (value === undefined) return undefined;
  const rest = text.slice(all.length), unit = percent ?? (/百分点/u.test(all) ? '个百分点' : rest);
  return { value, ...(upTo !== undefined && { upTo }), unit };
}

/** The facts of a quantity: `value` (plain decimal), `upTo`, `unit`, `bound`. */
export function quantityFacts(folded: string): Record<string, string> {
  const q = readQuantity(folded);
  if (!q) return {};
  return { value: plain(q.value), ...(q.upTo !== undefined && { upTo: plain(q.upTo) }), ...(q.unit !== '' && { unit: q.unit }), ...(q.bound && { bound: q.bound }) };
}

const DECIMAL = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 10 });
const plain = (value: number): string => (Number.isSafeInteger(value) ? String(value) : DECIMAL.format(value));
