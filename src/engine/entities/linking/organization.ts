import { contract } from './contractions';
import { firstOf, nearest, type Form } from './forms';
import type { PairRule } from './place';
import type { RegionReader } from './regions';

/** An organization's name, split and shortened once. */
export interface Body {
  readonly key: string;
  /** the whole name, shortened */
  readonly short: string;
  readonly region: string;
  /** the name without its leading place and 中共 */
  readonly rest: string;
  /** that, shortened */
  readonly core: string;
}

export function readBody(key: string, regions: RegionReader): Body {
  const plain = /^中共(?!中央)/u.test(key) ? key.slice(2) : key, { region, rest } = regions.split(plain);
  return { key, short: contract(key), region, rest, core: contract(rest) };
}

interface BodyRule extends PairRule { same(short: Body, full: Body, regions: RegionReader): boolean }

/** Words that end companies' names. */
const COMPANY = /(?:公司|集团|企业|厂|股份|控股|科技|银行|商行|合作社|研究院)$/u;
/** Bodies of which every level and every unit has one: these need their region to be one. */
const COMMON = /^(?:委|党委|纪委|政府|人大|政协|法院|检察院|常委会|党组|党支部|支部|全会|两会|办|局|部|厅|党校|公司|集团|学校|医院|大学|学院|委会)$/u;

/** Why two names are one body, surest first. */
export const BODY_RULES: readonly BodyRule[] = [
  { name: 'body.contraction', example: ['发改委', '发展和改革委员会'], counter: ['改革办', '发展和改革委员会'], same: (s, f) => s.short === f.short },
  {
    name: 'body.region', example: ['市教育局', '青禾市教育局'], counter: ['市教育局', '青禾县教育局'],
    same: (s, f, regions) => s.core === f.core && !(COMMON.test(s.core) && s.region === '') && regions.agree(s.region, f.region),
  },
  {
    name: 'body.company', example: ['云杉智造', '云杉智造科技有限公司'], counter: ['云杉大学', '云杉大学出版社'],
    same: (s, f) => COMPANY.test(f.key) && s.rest.length > 2 && !/(?:大学|学院|医院|政府|委|局|部)$/u.test(s.rest) && (f.key.startsWith(s.key) || f.rest.startsWith(s.rest) && s.region === ''),
  },
  {
    name: 'body.tail', example: ['瑞和医院', '东江大学附属瑞和医院'], counter: ['办公厅', '东江省政府办公厅值班室'],
    same: (s, f) => s.region === '' && !COMMON.test(s.core) && f.short.endsWith(s.short) && (s.short.length > 2 || /(?:总厂|总部|总社|总会)$/u.test(s.key)),
  },
  {
    name: 'body.initials', example: ['农促会', '农产品贸易促进会'], counter: ['教育部', '教育督导部门'],
    same: (s, f, regions) => regions.agree(s.region, f.region) && isInitials(s.core, f.core, f.rest),
  },
];

/** Does every character of `short` come in the order of `full`, with its first and its last, and not merely as a stretch of it? */
function isInitials(short: string, full: string, fullWritten: string): boolean {
  if (full.includes('、') || short.length < 3 || full.length < short.length + 2 || short[0] !== full[0] || short.at(-1) !== fullWritten.at(-1) && short.at(-1) !== full.at(-1) || full.includes(short.slice(0, -1))) return false;
  let at = 0;
  for (const c of full) if (c === short[at]) at++;
  return at === short.length;
}

/** Longest list of fuller names that one short name is compared with: keeps the work linear in long lists of bodies. */
const MOST_COMPARED = 64;

/** Pairs of names of one body, each as [shorter, fuller]. */
export function pairBodies(forms: readonly Form[], regions: RegionReader): [Form, Form][] {
  const bodies = new Map(forms.map((f) => [f, readBody(f.key, regions)] as const)), index = new Map<string, Form[]>();
  for (const [form, body] of bodies) for (const k of cues(body)) { const list = index.get(k); if (!list) index.set(k, [form]); else if (list.length < MOST_COMPARED) list.push(form); }
  const pairs: [Form, Form][] = [];
  for (const [form, body] of bodies) {
    const near = new Set(cues(body).flatMap((k) => index.get(k) ?? []));
    near.delete(form);
    const chosen = fuller(form, body, [...near], bodies, regions);
    if (chosen) pairs.push([form, chosen]);
  }
  return pairs;
}

/** Where the names of one body can meet: beginnings and ends of the shortened name. */
function cues(body: Body): string[] {
  const { core, short } = body;
  return [`=${short}`, `^${core.slice(0, 2)}`, `^${core[0] ?? ''}*${core.at(-1) ?? ''}`, `$${core.slice(-2)}`, `$${core.slice(-4)}`];
}

function fuller(form: Form, body: Body, near: readonly Form[], bodies: ReadonlyMap<Form, Body>, regions: RegionReader): Form | undefined {
  const longer = near.filter((f) => f.key.length > form.key.length || f.key.length === form.key.length && firstOf(f) < firstOf(form));
  for (const rule of BODY_RULES) {
    const same = longer.filter((f) => rule.same(body, bodies.get(f)!, regions));
    if (same.length > 0) return nearest(firstOf(form), same);
  }
  return undefined;
}
