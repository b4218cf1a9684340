import { finish, HASH_SEED, mix } from '../../lexicon/hash';
import { contract } from './contractions';
import type { PairRule } from './place';
import type { RegionReader } from './regions';

/** An organization's name, split and shortened once. */
export interface Body {
  readonly key: string;
  /** the whole name, shortened */
  readonly short: string;
  readonly region: string;
  /** the first two characters wherever a leading place was looked for */
  readonly starts: readonly string[];
  /** the name without its leading place and 中共 */
  readonly rest: string;
  /** that, shortened */
  readonly core: string;
  /** the characters of all of these */
  readonly signature: number;
}

/** What characters are in some words: a bit for each, which others may share. */
export function signatureOf(...words: readonly string[]): number {
  let bits = 0;
  for (const word of words) for (let i = 0; i < word.length; i++) bits |= 1 << (Math.imul(word.charCodeAt(i), SPREAD) >>> 27);
  return bits;
}

/** Multiplying by it spreads characters evenly over the bits: 2³² by the golden ratio. */
const SPREAD = 0x9e3779b1;

export function readBody(key: string, regions: RegionReader): Body {
  const plain = /^中共(?!中央)/u.test(key) ? key.slice(2) : key, { region, rest, starts } = regions.split(plain), short = contract(key), core = rest === key ? short : contract(rest);
  return { key, short, region, starts, rest, core, signature: signatureOf(key, short, core) };
}

export interface BodyRule extends PairRule {
  same(short: Body, full: Body, regions: RegionReader): boolean;
  /** what of the shorter name every fuller one that is the same by this rule has the characters of */
  shared(short: Body): string;
  /** keys of words under which a fuller name is filed for this rule */
  file(full: Body): readonly number[];
  /** keys of words under which a shorter name finds all fuller ones that may be the same by this rule; none where there can be none */
  ask(short: Body): readonly number[];
}

/** A stretch of a word as a number, which others may share, so that no word is made to look names up by it. */
function keyOf(word: string, start = 0, end = word.length): number {
  let running = HASH_SEED;
  for (let i = Math.max(0, start); i < end && i < word.length; i++) running = mix(running, word.charCodeAt(i));
  return finish(running) >>> 2;
}
const endKey = (word: string, length: number): number => keyOf(word, word.length - length);
/** Key of a first and a last character. */
const edgeKey = (first: string, last: string): number => finish(mix(mix(HASH_SEED, first.charCodeAt(0)), last.charCodeAt(last.length - 1))) >>> 2;

/** Words that end companies' names. */
const COMPANY = /(?:公司|集团|企业|厂|股份|控股|科技|银行|商行|合作社|研究院)$/u;
/** What a company's name is not shortened to. */
const OTHER_KIND = /(?:大学|学院|医院|政府|委|局|部)$/u;
/** Heads of whole trades, which are called by their last two characters. */
const HEAD = /总[厂部社会]$/u;
/** Bodies of which every level and every unit has one: these need their region to be one. */
const COMMON = /^(?:委|党委|纪委|政府|人大|政协|法院|检察院|常委会|党组|党支部|支部|全会|两会|办|局|部|厅|党校|公司|集团|学校|医院|大学|学院|委会)$/u;

const isCompanyShort = ({ rest }: Body): boolean => rest.length > 2 && !OTHER_KIND.test(rest);
const isTail = ({ region, core, short, key }: Body): boolean => region === '' && (short.length > 2 || HEAD.test(key)) && !COMMON.test(core);
const isInitialsShort = ({ core }: Body): boolean => core.length >= 3 && core.length <= MOST_INITIALS;
const NONE: readonly number[] = [];
/** Longest name, in characters, that is made of the first characters of others' parts. */
const MOST_INITIALS = 6;

/** Why two names are one body, surest first. */
export const BODY_RULES: readonly BodyRule[] = [
  { name: 'body.contraction', example: ['发改委', '发展和改革委员会'], counter: ['改革办', '发展和改革委员会'], shared: (s) => s.short, file: (f) => [keyOf(f.short)], ask: (s) => [keyOf(s.short)], same: (s, f) => s.short === f.short },
  {
    name: 'body.region', example: ['市教育局', '青禾市教育局'], counter: ['市教育局', '青禾县教育局'],
    shared: (s) => s.core, file: (f) => [keyOf(f.core)], ask: (s) => (s.region === '' && COMMON.test(s.core) ? NONE : [keyOf(s.core)]),
    same: (s, f, regions) => s.core === f.core && !(s.region === '' && COMMON.test(s.core)) && regions.agree(s.region, f.region),
  },
  {
    name: 'body.company', example: ['云杉智造', '云杉智造科技有限公司'], counter: ['云杉大学', '云杉大学出版社'],
    shared: (s) => s.rest, file: (f) => (COMPANY.test(f.key) ? [keyOf(f.key, 0, 3), keyOf(f.rest, 0, 3)] : NONE), ask: (s) => (isCompanyShort(s) ? [keyOf(s.key, 0, 3), keyOf(s.rest, 0, 3)] : NONE),
    same: (s, f) => isCompanyShort(s) && COMPANY.test(f.key) && (f.key.startsWith(s.key) || s.region === '' && f.rest.startsWith(s.rest)),
  },
  {
    name: 'body.tail', example: ['瑞和医院', '东江大学附属瑞和医院'], counter: ['办公厅', '东江省政府办公厅值班室'],
    shared: (s) => s.short, file: (f) => (HEAD.test(f.key) ? [endKey(f.short, 3), endKey(f.short, 5), endKey(f.key, 2)] : [endKey(f.short, 3), endKey(f.short, 5)]),
    ask: (s) => (isTail(s) ? [HEAD.test(s.key) ? endKey(s.key, 2) : endKey(s.short, s.short.length < 5 ? 3 : 5)] : NONE),
    same: (s, f) => isTail(s) && f.short.endsWith(s.short),
  },
  {
    name: 'body.initials', example: ['农促会', '农产品贸易促进会'], counter: ['教育部', '教育督导部门'],
    shared: (s) => s.core, file: (f) => (f.core === '' ? NONE : [edgeKey(f.core, f.core), edgeKey(f.core, f.rest)]), ask: (s) => (isInitialsShort(s) ? [edgeKey(s.core, s.core)] : NONE),
    same: (s, f, regions) => isInitialsShort(s) && isInitials(s.core, f.core, f.rest) && regions.agree(s.region, f.region),
  },
];

/** Does every character of `short` come in the order of `full`, with its first and its last, and not merely as a stretch of it? */
function isInitials(short: string, full: string, fullWritten: string): boolean {
  const last = short.charCodeAt(short.length - 1);
  if (full.length < short.length + 2 || short.charCodeAt(0) !== full.charCodeAt(0) || last !== fullWritten.charCodeAt(fullWritten.length - 1) && last !== full.charCodeAt(full.length - 1) || full.includes('、') || full.includes(short.slice(0, -1))) return false;
  let at = 0;
  for (let i = 0; i < full.length; i++) if (full.charCodeAt(i) === short.charCodeAt(at)) at++;
  return at === short.length;
}
