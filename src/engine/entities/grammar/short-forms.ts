import type { EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';
import { mentionsAt, placesOf } from './known-wordings';
import { StartMap } from '../../lexicon/start-map';

/** How a short form comes from its full name. */
export interface ShortFormRule {
  name: string;
  type: EntityType;
  /** what is left of a name without its ending, for rules that cut it off */
  stem(full: string): string;
  /** the short form of `full` that begins (or, for tails, ends) at `at` in the text: its length in UTF-16 code units, 0 where there is none */
  lengthAt(full: Shortened, text: string, at: number): number;
  /** is `at` where the short form ends? */
  fromEnd: boolean;
  /** can the name be shortened so at all? */
  applies(full: string): boolean;
  /** one of these stands wherever a short form of the name does */
  holds(full: string): string[];
  example: readonly [full: string, line: string, short: string];
  counter: readonly [full: string, line: string];
}

/** A name that is looked for in short. */
export interface Shortened { readonly full: string; readonly stem: string; /** is the stem an ordinary word of the dictionary? */ readonly isWord: boolean }

/** Whether a word is an ordinary one of the dictionary, no name. */
export type IsWord = (word: string) => boolean;

const DIVISION = /(?:自治[区县州旗]|街道|省|市|区|县|旗|镇|乡|村|社区)$/u;
const COMPANY_HEAD = /(?:科技|机械|实业|控股|投资|发展|股份|有限|责任|集团|公司|总)+$/u;
/** Names of bodies of which there are many: alone they mean none. */
const GENERAL = /^(?:委员会|工作委员会|管理委员会|常务委员会|居委会|村委会|居民委员会|村民委员会|常委会|办公室|领导小组|工作小组|人民政府|人民医院|人民法院|有限公司|有限责任公司|股份有限公司|集团公司|总公司|分公司|子公司|[服研指]\S{0,2}中心|[一-龥]{0,2}中心|研究院|研究所|[一-龥]{0,2}实验室|[一-龥]{0,2}基金|派出所|幼儿园|中小学|高等学校|合作社|联合会|理事会|党支部|党委会|协调小组|工作组|[一-龥]{2}[局厅部处科])$/u;

export const SHORT_FORM_RULES: readonly ShortFormRule[] = [
  {
    name: 'short.place', type: 'LOC', fromEnd: false, stem: (full) => full.replace(DIVISION, ''), applies: (full) => DIVISION.test(full) && full.replace(DIVISION, '').length >= 2,
    holds: (full) => [full.replace(DIVISION, '')],
    lengthAt: ({ stem, isWord }, text, at) => (
      text.startsWith(stem, at) && !isWord && !/^(?:[省市区县旗镇乡村]|街道|社区)/u.test(text.slice(at + stem.length, at + stem.length + 2)) ? stem.length : 0
    ),
    example: ['青浦渡区', '推动青浦渡更好发展', '青浦渡'], counter: ['平安县', '确保平安'],
  },
  {
    name: 'short.company', type: 'ORG', fromEnd: false, stem: (full) => full.replace(COMPANY_HEAD, ''), applies: (full) => COMPANY_HEAD.test(full) && full.replace(COMPANY_HEAD, '').length >= 2,
    holds: (full) => [full.replace(COMPANY_HEAD, ''), full.slice(0, 4)],
    lengthAt: ({ full, stem, isWord }, text, at) => {
      let length = 0;
      while (length < full.length && full[length] === text[at + length]) length++;
      return length >= 4 || (length === stem.length && !isWord) ? length : 0;
    },
    example: ['云杉智造科技集团', '云杉智造二期项目', '云杉智造'], counter: ['云杉智造科技集团', '云杉林场'],
  },
  {
    name: 'short.tail', type: 'ORG', fromEnd: true, stem: () => '', applies: (full) => full.length >= 5, holds: (full) => [full.slice(-3)],
    lengthAt: ({ full }, text, end) => {
      let length = 0;
      while (length < full.length && full[full.length - 1 - length] === text[end - 1 - length]) length++;
      return length >= 3 && length <= full.length - 2 && !GENERAL.test(text.slice(end - length, end)) ? length : 0;
    },
    example: ['东江石岭发电总厂', '他来到发电总厂', '发电总厂'], counter: ['东江县水务局办公室', '他来到办公室'],
  },
];

interface Known extends Shortened { readonly rule: ShortFormRule }
/** Names compared at one place at most: keeps the work linear in texts that list hundreds of like names. */
const MOST_COMPARED = 12;
/** Names of fewer or more characters are not shortened. */
const LEAST = 3, LONGEST = 40;

/**
 * Short forms of the names a document gives in full, where nothing or only a piece of them was tagged: 新湖 of 新湖区, 云杉智造 of
 * 云杉智造科技集团, 发电总厂 of 东江发电总厂.
 */
export class ShortForms {
  /** how often each name is tagged, by type and wording */
  readonly #counts = new Map<string, number>();
  /** names that can be shortened, by the two characters their short forms begin or end with */
  readonly #byCue = new StartMap<Cued>();

  constructor(private readonly isWord: IsWord) {}

  /** Counts the mentions of paragraphs that went and that came. Answers wordings one of which stands in every other paragraph that must be searched again. */
  update(gone: Iterable<readonly [folded: string, mentions: readonly RawMention[]]>, come: Iterable<readonly [folded: string, mentions: readonly RawMention[]]>): string[] {
    const touched = new Map<string, readonly [type: EntityType, full: string, before: number]>();
    for (const [folded, mentions] of gone) for (const m of mentions) this.#count(folded, m, -1, touched);
    for (const [folded, mentions] of come) for (const m of mentions) this.#count(folded, m, 1, touched);
    return [...touched].flatMap(([key, [type, full, before]]) => {
      const isThere = this.#counts.has(key);
      return isThere === before > 0 ? [] : SHORT_FORM_RULES.filter((rule) => rule.type === type && rule.applies(full)).flatMap((rule) => { this.#put(full, rule, isThere); return rule.holds(full); });
    });
  }

  /** The mentions of a paragraph with the short forms in it: sorted, none overlapping another. */
  add(folded: string, mentions: readonly RawMention[]): readonly RawMention[] {
    let kept: (RawMention | undefined)[] | undefined, taken: Int32Array | undefined;
    for (let i = 0; i + 1 < folded.length; i++) {
      const cued = this.#byCue.at(folded, i);
      if (cued) for (const known of comparedOf(cued)) {
        const { rule } = known, length = rule.lengthAt(known, folded, rule.fromEnd ? i + 2 : i), start = rule.fromEnd ? i + 2 - length : i, end = start + length;
        if (length === 0) continue;
        taken ??= placesOf(folded, mentions);
        kept ??= [...mentions];
        if (!isFree(taken, kept, start, end, rule.type)) continue;
        for (const k of mentionsAt(taken, start, end)) kept[k] = undefined;
        taken.fill(kept.length, start, end);
        kept.push({ start, end, type: rule.type, rule: rule.name });
        break;
      }
    }
    return kept ? kept.filter((m) => m !== undefined).sort((a, b) => a.start - b.start) : mentions;
  }

  #count(folded: string, { start, end, type }: RawMention, sign: number, touched: Map<string, readonly [EntityType, string, number]>): void {
    if (end - start < LEAST || end - start > LONGEST || type !== 'LOC' && type !== 'ORG') return;
    const full = folded.slice(start, end), key = type + full, before = this.#counts.get(key) ?? 0;
    if (!touched.has(key)) touched.set(key, [type, full, before]);
    if (before + sign > 0) this.#counts.set(key, before + sign); else this.#counts.delete(key);
  }

  #put(full: string, rule: ShortFormRule, isThere: boolean): void {
    const cue = rule.fromEnd ? full.slice(-2) : full, cued = this.#byCue.at(cue, 0) ?? { names: new Map<string, Known>(), compared: undefined }, { names } = cued, stem = rule.stem(full);
    if (isThere) names.set(rule.name + full, { full, rule, stem, isWord: stem !== '' && this.isWord(stem) }); else names.delete(rule.name + full);
    cued.compared = undefined;
    this.#byCue.set(cue, names.size > 0 ? cued : undefined);
  }
}

/** Names with one cue, and those that are compared, the longest first, where they have been asked for. */
interface Cued { readonly names: Map<string, Known>; compared: readonly Known[] | undefined }

function comparedOf(cued: Cued): readonly Known[] {
  return cued.compared ??= [...cued.names.values()].sort((a, b) => b.full.length - a.full.length || (a.full < b.full ? -1 : 1)).slice(0, MOST_COMPARED);
}

/** Is the stretch untagged, or tagged only in pieces that lie inside it and are shorter? */
function isFree(taken: Int32Array, kept: readonly (RawMention | undefined)[], start: number, end: number, type: EntityType): boolean {
  for (const k of mentionsAt(taken, start, end)) {
    const m = kept[k];
    if (m && (m.start < start || m.end > end || (m.start === start && m.end === end && (m.type === type || m.type !== 'PER')) || m.type === 'DOC' || m.type === 'TIME')) return false;
  }
  return true;
}
