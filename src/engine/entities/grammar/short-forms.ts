import type { EntityType } from '../../analysis';
import type { RawMention } from '../raw-mention';
import { StartMap } from '../../lexicon/start-map';
import { inSteps } from '../../steps';
import { firstEndingAfter } from '../../text';
import { Retagging } from './retagging';
import type { Sought } from './sought';

/** How a short form comes from its full name. */
export interface ShortFormRule {
  name: string;
  type: EntityType;
  /** what is left of a name without its ending, '' for a rule that cuts none off; nothing where the name cannot be shortened so */
  stem(full: string): string | undefined;
  /** the short form of `full` that begins (or, for tails, ends) at `at` in the text: its length in UTF-16 code units, 0 where there is none */
  lengthAt(full: Shortened, text: string, at: number): number;
  /** are such short forms none of one name alone? */
  isGeneral?(short: string): boolean;
  /** is `at` where the short form ends? */
  fromEnd: boolean;
  /** one of these stands wherever a short form of the name does */
  holds(full: Shortened): string[];
  example: readonly [full: string, line: string, short: string];
  counter: readonly [full: string, line: string];
}

/** A name that is looked for in short. */
export interface Shortened { readonly full: string; readonly stem: string; /** is the stem an ordinary word of the dictionary? */ readonly isWord: boolean }

/** Whether a word is an ordinary one of the dictionary, no name. */
export type IsWord = (word: string) => boolean;

const DIVISION = /(?:自治[区县州旗]|街道|省|市|区|县|旗|镇|乡|村|社区)$/u;
const COMPANY_HEAD = /(?:科技|机械|实业|控股|投资|发展|股份|有限|责任|集团|公司|总)+$/u;
/** The name without its ending, where it has one and enough is left. */
function stemOf(full: string, ending: RegExp): string | undefined {
  const at = full.search(ending);
  return at >= 2 ? full.slice(0, at) : undefined;
}
/** Names of bodies of which there are many: alone they mean none. */
const GENERAL = /^(?:委员会|工作委员会|管理委员会|常务委员会|居委会|村委会|居民委员会|村民委员会|常委会|办公室|领导小组|工作小组|人民政府|人民医院|人民法院|有限公司|有限责任公司|股份有限公司|集团公司|总公司|分公司|子公司|[服研指]\S{0,2}中心|[一-龥]{0,2}中心|研究院|研究所|[一-龥]{0,2}实验室|[一-龥]{0,2}基金|派出所|幼儿园|中小学|高等学校|合作社|联合会|理事会|党支部|党委会|协调小组|工作组|[一-龥]{2}[局厅部处科])$/u;

/** Least length of the end of a name that stands for it. */
const SHORTEST_TAIL = 3;

/** The shortest end of a name that means none of many bodies; in a list, which is empty where there is none. */
function tellingTail(full: string): string[] {
  for (let length = SHORTEST_TAIL; length <= full.length - 2; length++) if (!GENERAL.test(full.slice(-length))) return [full.slice(-length)];
  return [];
}

export const SHORT_FORM_RULES: readonly ShortFormRule[] = [
  {
    name: 'short.place', type: 'LOC', fromEnd: false, stem: (full) => stemOf(full, DIVISION), holds: ({ stem, isWord }) => (isWord ? [] : [stem]),
    lengthAt: ({ stem, isWord }, text, at) => (
      text.startsWith(stem, at) && !isWord && !/^(?:[省市区县旗镇乡村]|街道|社区)/u.test(text.slice(at + stem.length, at + stem.length + 2)) ? stem.length : 0
    ),
    example: ['青浦渡区', '推动青浦渡更好发展', '青浦渡'], counter: ['平安县', '确保平安'],
  },
  {
    name: 'short.company', type: 'ORG', fromEnd: false, stem: (full) => stemOf(full, COMPANY_HEAD), holds: ({ full, stem, isWord }) => [...(isWord || stem.length >= 4 ? [] : [stem]), ...(full.length >= 4 ? [full.slice(0, 4)] : [])],
    lengthAt: ({ full, stem, isWord }, text, at) => {
      let length = 0;
      while (length < full.length && full.charCodeAt(length) === text.charCodeAt(at + length)) length++;
      return length >= 4 || (length === stem.length && !isWord) ? length : 0;
    },
    example: ['云杉智造科技集团', '云杉智造二期项目', '云杉智造'], counter: ['云杉智造科技集团', '云杉林场'],
  },
  {
    name: 'short.tail', type: 'ORG', fromEnd: true, stem: (full) => (full.length >= 5 ? '' : undefined), holds: ({ full }) => tellingTail(full),
    lengthAt: ({ full }, text, end) => {
      let length = 0;
      while (length < full.length && full.charCodeAt(full.length - 1 - length) === text.charCodeAt(end - 1 - length)) length++;
      return length >= SHORTEST_TAIL && length <= full.length - 2 ? length : 0;
    },
    isGeneral: (short) => GENERAL.test(short),
    example: ['东江石岭纺织总厂', '他来到纺织总厂', '纺织总厂'], counter: ['东江县水务局办公室', '他来到办公室'],
  },
];

/** `last`: the code of its last character where its short forms end with it, as the third one of the shortest. */
interface Known extends Shortened { readonly rule: ShortFormRule; readonly last: number | undefined }
/** Names compared at one place at most: keeps the work linear in texts that list hundreds of like names. */
const MOST_COMPARED = 12;
/** Names of fewer or more characters are not shortened. */
const LEAST = 3, LONGEST = 40;

/**
 * Short forms of the names a document gives in full, where nothing or only a piece of them was tagged: 新湖 of 新湖区, 云杉智造 of
 * 云杉智造科技集团, 纺织总厂 of 东江纺织总厂.
 */
export class ShortForms {
  /** how often each name is tagged, by type */
  readonly #counts: ReadonlyMap<EntityType, Map<string, number>> = new Map(SHORT_FORM_RULES.map(({ type }) => [type, new Map()]));
  /** names that can be shortened, by two characters: those that their short forms begin with, or at the end the first two of the shortest one */
  readonly #byCue = new StartMap<Cued>();

  constructor(private readonly isWord: IsWord) {}

  /** Counts the mentions of paragraphs that went and that came, in steps. Answers for what other paragraphs must be searched again. */
  *update(gone: Iterable<readonly [folded: string, mentions: readonly RawMention[]]>, come: Iterable<readonly [folded: string, mentions: readonly RawMention[]]>): Generator<void, Sought[]> {
    const counted = new Map<EntityType, Map<string, number>>([...this.#counts.keys()].map((type) => [type, new Map()])), compared = new Map<Cued, readonly Known[]>(), sought: Sought[] = [];
    for (const [read, sign] of [[gone, -1], [come, 1]] as const) yield* inSteps(read, ([folded, mentions]) => { for (const m of mentions) this.#count(folded, m, sign, counted); });
    for (const [type, before] of counted) yield* inSteps(before, ([full, count]) => { if (count > 0 !== this.#counts.get(type)!.has(full)) this.#settle(full, type, count === 0, compared); });
    yield* inSteps(compared, ([cued, before]) => {
      const after = comparedOf(cued);
      for (const known of before) if (!after.includes(known)) for (const word of known.rule.holds(known)) sought.push({ word });
      for (const known of after) if (!before.includes(known)) for (const word of known.rule.holds(known)) sought.push({ word, adds: (folded, mentions, at) => fits(known, folded, mentions, known.rule.fromEnd ? at + word.length : at) });
    });
    return sought;
  }

  /** The mentions of a paragraph with the short forms in it: sorted, none overlapping another. */
  add(folded: string, mentions: readonly RawMention[]): readonly RawMention[] {
    let retagging: Retagging | undefined, next = 0;
    for (let i = 0; i + 1 < folded.length; i++) {
      const cued = this.#byCue.at(folded, i);
      if (!cued) continue;
      while (next < mentions.length && mentions[next]!.end <= i) next++;
      const names = comparedOf(cued), began = next < mentions.length && mentions[next]!.start < i, goesOn = coversBorder(mentions, next, i + SHORTEST_TAIL);
      for (let k = 0; k < names.length; k++) {
        const known = names[k]!, { rule, last } = known;
        if (last !== undefined && last !== folded.charCodeAt(i + SHORTEST_TAIL - 1) || (rule.fromEnd ? goesOn : began)) continue;
        const length = rule.lengthAt(known, folded, rule.fromEnd ? i + SHORTEST_TAIL : i), start = rule.fromEnd ? i + SHORTEST_TAIL - length : i, end = start + length;
        // what takes the place of a mention is no smaller, so what crosses that now always does
        if (length === 0 || crossesAny(start, end, mentions)) continue;
        retagging ??= new Retagging(mentions);
        const inside = retagging.in(start, end);
        if (!allGiveWay(inside, start, end, rule.type) || rule.isGeneral?.(folded.slice(start, end))) continue;
        retagging.put({ start, end, type: rule.type, rule: rule.name }, inside);
        break;
      }
    }
    return retagging?.result ?? mentions;
  }

  #count(folded: string, { start, end, type }: RawMention, sign: number, before: ReadonlyMap<EntityType, Map<string, number>>): void {
    const counts = this.#counts.get(type), touched = before.get(type);
    if (!counts || !touched || end - start < LEAST || end - start > LONGEST) return;
    const full = folded.slice(start, end), count = counts.get(full) ?? 0;
    if (!touched.has(full)) touched.set(full, count);
    if (count + sign > 0) counts.set(full, count + sign); else counts.delete(full);
  }

  /** Takes in a name that came, or takes out one that went. `compared`: names with one cue that were compared before. */
  #settle(full: string, type: EntityType, isThere: boolean, compared: Map<Cued, readonly Known[]>): void {
    for (const rule of SHORT_FORM_RULES) {
      const stem = rule.type === type ? rule.stem(full) : undefined;
      if (stem === undefined) continue;
      const cue = rule.fromEnd ? full.slice(-SHORTEST_TAIL) : full, before = this.#byCue.of(cue), cued = before ?? { names: [], compared: NONE };
      if (!compared.has(cued)) compared.set(cued, comparedOf(cued));
      const at = placeOf(cued.names, full, rule), come = isThere ? [{ full, rule, stem, isWord: stem !== '' && this.isWord(stem), last: rule.fromEnd ? full.charCodeAt(full.length - 1) : undefined }] : [];
      if (before) cued.names.splice(at, isThere ? 0 : 1, ...come); else cued.names = come;
      cued.compared = undefined;
      this.#byCue.set(cue, cued.names.length > 0 ? cued : undefined);
    }
  }
}

/** Names with one cue, the longest first, and those of them that are compared, where they have been asked for. */
interface Cued { names: Known[]; compared: readonly Known[] | undefined }

const NONE: readonly Known[] = [];

const comparedOf = (cued: Cued): readonly Known[] => cued.compared ??= cued.names.slice(0, MOST_COMPARED);

/** Where a name is in the order of those with its cue, or would be. */
function placeOf(names: readonly Known[], full: string, rule: ShortFormRule): number {
  const isBefore = (known: Known): boolean => (known.full.length !== full.length ? known.full.length > full.length : known.full !== full ? known.full < full : known.rule.name < rule.name);
  let low = 0, high = names.length;
  while (low < high) { const middle = (low + high) >> 1; if (isBefore(names[middle]!)) low = middle + 1; else high = middle; }
  return low;
}

/** Would the short form of a name at a place be tagged, but for others that are? */
function fits(known: Known, folded: string, mentions: readonly RawMention[], at: number): boolean {
  const { rule } = known, length = rule.lengthAt(known, folded, at), start = rule.fromEnd ? at - length : at;
  return length > 0 && allGiveWay(new Retagging(mentions).in(start, start + length), start, start + length, rule.type) && !rule.isGeneral?.(folded.slice(start, start + length));
}

/** Does one of the mentions from one on, which are sorted, begin before an offset and end behind it? */
function coversBorder(mentions: readonly RawMention[], from: number, border: number): boolean {
  for (let k = from; k < mentions.length && mentions[k]!.start < border; k++) if (mentions[k]!.end > border) return true;
  return false;
}

/** Does one of the mentions, which are sorted, have a part in a stretch and another outside of it? */
function crossesAny(start: number, end: number, mentions: readonly RawMention[]): boolean {
  for (let k = firstEndingAfter(mentions, start); k < mentions.length && mentions[k]!.start < end; k++) if (mentions[k]!.start < start || mentions[k]!.end > end) return true;
  return false;
}

/** Is each of the mentions no more than a piece of a stretch that is tagged with a type? */
const allGiveWay = (mentions: readonly RawMention[], start: number, end: number, type: EntityType): boolean =>
  mentions.every((m) => m.start >= start && m.end <= end && (m.start !== start || m.end !== end || m.type !== type && m.type === 'PER') && m.type !== 'DOC' && m.type !== 'TIME');
