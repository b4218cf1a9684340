import { firstMatch } from '../lexicon/first-match';
import { SURNAMES, TITLES } from '../lexicon/official-words';
import { WordFinder } from '../lexicon/word-finder';
import { toTheEnd } from '../steps';
import { perParagraph, TextHead, type Paragraph, type SourceText } from '../text';
import { NameCounts } from './name-counts';

const NOT_THIRD = /[来到在带率主出参一同等及和与说指强要表对就向赴为陪听讲作的任先还也是又并再将、，。同调深走看仔详实亲认全重首最特充高希勉叮嘱号召提部考视检慰以从于被把给让会率分副市省区县党书局主院校]/u;
const NAMED = new RegExp(`(?:${TITLES}|代市长|代省长)(${SURNAMES}[一-龥]{1,2})|(${SURNAMES}[一-龥]{1,2})(?=(?:${TITLES}|一行)|(?:在[^，。]{1,16})?(?:强调|指出|要求|表示|希望)[，：])`, 'gu');

/** The persons a document names beside a title or a verb of saying, with the title next to each. Needs no dictionary. */
export interface People {
  /** the body whose paper the document tells, for 「《通知》要求」 */
  readonly enactor?: string | undefined;
  /** is somebody of that full name known? */
  has(name: string): boolean;
  /** the full names that begin with a character, in order of first mention */
  beginningWith(code: number): readonly string[];
  /** the full name meant by a surname and title: 「王副市长」 */
  bySurname(surname: string, title: string): string | undefined;
}

/** How much of a text is searched for names, in UTF-16 code units, and how many different wordings are tried. */
const HEAD = 400_000, MOST_TRIED = 600;
/** Paragraphs that are looked at in one step. */
const STEP = 64;

/** A wording that may be a name, with the words around it in its paragraph. */
interface Candidate { readonly raw: string; readonly around: string }

/** One of these stands beside every name that is looked for. */
const BESIDE_NAMES = new WordFinder([{ list: 0, words: [...TITLES.split('|'), '一行', '强调', '指出', '要求', '表示', '希望'] }]);

/** Farthest that a name with what belongs to it begins before such a word, and ends behind it: a name of four characters, 在 and sixteen more. */
const REACH = { before: 24, behind: 6 };

const candidatesOf = perParagraph(({ folded }): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (const { from, to } of besideNames(folded)) {
    const stretch = folded.slice(from, to);
    for (let m = firstMatch(NAMED, stretch); m; m = NAMED.exec(stretch)) {
      const at = from + m.index;
      found.push({ raw: m[1] ?? m[2] ?? '', around: folded.slice(Math.max(0, at - 12), at + m[0].length + 6) });
    }
  }
  return found;
});

/** Stretches in which all names lie, none overlapping another. */
function besideNames(folded: string): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { start, end } of BESIDE_NAMES.find(folded)) {
    const from = Math.max(0, start - REACH.before), to = end + REACH.behind, last = stretches.at(-1);
    if (last && from <= last.to) last.to = to; else stretches.push({ from, to });
  }
  return stretches;
}

/** Reads the persons of a text, version after version. */
export class PeopleReader {
  readonly #head = new TextHead(HEAD);
  readonly #counts = new NameCounts();
  readonly #people = new Persons();
  #tried: readonly Candidate[] | undefined;

  /** The persons of the last version that was read: one object, however they change. */
  get people(): People { return this.#people; }

  /** Goes on to a version. Gives back the names that came or went, or by which a surname would now mean somebody else. */
  *read(text: SourceText, enactor: string | undefined): Generator<void, readonly string[]> {
    this.#people.enactor = enactor;
    const areOthers = yield* this.#tryOthers(text), tried = this.#tried ?? [], areCountsNew = yield* this.#counts.update(text, areOthers ? tried.map(({ raw }) => raw) : NONE);
    if (!areOthers && !areCountsNew) return NONE;
    const around = new Map<string, string>();
    for (const { raw, around: words } of tried) {
      const name = trimName(raw, (part) => this.#counts.of(part));
      if (name !== undefined && !around.has(name)) around.set(name, words);
    }
    return this.#people.update(around);
  }

  /** Finds the wordings that are tried, where they may be others than in the last version. Says whether they are. */
  *#tryOthers(text: SourceText): Generator<void, boolean> {
    const before = this.#tried, changes = this.#head.update(text);
    if (!changes || before && ![...changes.gone, ...changes.come].some((paragraph) => candidatesOf(paragraph).length > 0)) return false;
    const tried = this.#tried = yield* candidatesIn(this.#head.paragraphs);
    return tried.length !== before?.length || tried.some((candidate, i) => candidate !== before[i]);
  }
}

/** The wordings that are tried: the first ones, each once. */
function* candidatesIn(paragraphs: readonly Paragraph[]): Generator<void, Candidate[]> {
  const tried = new Map<string, Candidate>();
  for (const paragraph of paragraphs) {
    if (tried.size >= MOST_TRIED) break;
    for (const candidate of candidatesOf(paragraph)) if (!tried.has(candidate.raw) && tried.size < MOST_TRIED) tried.set(candidate.raw, candidate);
    if (paragraph.index % STEP === 0) yield;
  }
  return [...tried.values()];
}

/** The persons of a text that has no older version. */
export function readPeople(text: SourceText): People {
  const reader = new PeopleReader();
  toTheEnd(reader.read(text, undefined));
  return reader.people;
}

const NONE: readonly string[] = [];

class Persons implements People {
  enactor: string | undefined;
  #around: ReadonlyMap<string, string> = new Map();
  #byFirst = new Map<number, string[]>();

  /**
   * Takes others in place of the persons known.
   * @param around each name with the words around it where it is first mentioned, in text order
   * @returns names that came or went, that have other words around them or another place among those that begin alike
   */
  update(around: ReadonlyMap<string, string>): string[] {
    const before = this.#byFirst, known = this.#around, now = new Map<number, string[]>(), changed: string[] = [];
    for (const name of around.keys()) { const code = name.charCodeAt(0), list = now.get(code); if (list) list.push(name); else now.set(code, [name]); }
    for (const code of new Set([...before.keys(), ...now.keys()])) {
      const had = before.get(code) ?? NONE, has = now.get(code) ?? NONE, stayed = had.filter((name) => around.has(name)), isInOrder = has.filter((name) => known.has(name)).every((name, i) => name === stayed[i]);
      for (const name of new Set([...had, ...has])) if (!isInOrder || known.get(name) !== around.get(name)) changed.push(name);
    }
    this.#around = around;
    this.#byFirst = now;
    return changed;
  }

  has(name: string): boolean { return this.#around.has(name); }

  beginningWith(code: number): readonly string[] { return this.#byFirst.get(code) ?? NONE; }

  bySurname(surname: string, title: string): string | undefined {
    const same = this.beginningWith(surname.charCodeAt(0)).filter((n) => n.startsWith(surname) && n.length > surname.length);
    return same.find((n) => this.#around.get(n)!.includes(title)) ?? same[0];
  }
}

const OPENS_WITH_TITLE = new RegExp(`(?:${TITLES})`, 'uy');

/** The paragraphs that are read by who has these names: those that hold one, or its beginning before a title. */
export function paragraphsNaming(names: readonly string[], { paragraphs }: SourceText): Paragraph[] {
  const byFirst = new Map<string, string[]>();
  for (const name of names) byFirst.set(name[0]!, [...byFirst.get(name[0]!) ?? NONE, name]);
  const firsts = [...byFirst];
  return paragraphs.filter(({ folded }) => firsts.some(([first, all]) => holdsOne(folded, first, all)));
}

function holdsOne(folded: string, first: string, names: readonly string[]): boolean {
  for (let at = folded.indexOf(first); at >= 0; at = folded.indexOf(first, at + 1)) if (names.some((name) => isMeant(folded, at, name))) return true;
  return false;
}

/** Does the name stand there, or a beginning of it before a title: 「王副市长」? */
function isMeant(folded: string, at: number, name: string): boolean {
  for (let length = 1; length < name.length && folded[at + length - 1] === name[length - 1]; length++) {
    OPENS_WITH_TITLE.lastIndex = at + length;
    if (OPENS_WITH_TITLE.test(folded)) return true;
  }
  return folded.startsWith(name, at);
}

/** Cuts a captured name of up to three characters to its real length, by what follows and by how often each form stands in the text. */
function trimName(raw: string, countOf: (part: string) => number): string | undefined {
  if (HAS_TITLE.test(raw.slice(1))) return undefined;
  if (/[的了着在是要不和与这那我你他她们]/u.test(raw.slice(0, 2))) return undefined;
  if (raw.length < 3) return raw.length === 2 && !NOT_NAME.test(raw) ? raw : undefined;
  const short = raw.slice(0, 2);
  if (/^(?:欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容)/u.test(raw)) return raw;
  if (NOT_NAME.test(short)) return undefined;
  return countOf(short) > countOf(raw) || NOT_THIRD.test(raw[2]!) && countOf(raw) < 2 ? short : raw;
}

const HAS_TITLE = new RegExp(`^(?:${TITLES})`, 'u');
const NOT_NAME = /^(?:周密|周到|严密|贺词|方面|全面|全体|全市|全省|全国|全区|全县|全力|全党|全会|党组|党委|党员|党政|和谐|和省|和市|和区|和县|时任|时强|和平|高度|高质|高校|高新|安全|安排|平安|严格|严肃|万元|万亩|从严|常务|常委|方案|方式|方向|田间|石油|水利|水平|金融|金额|文化|文明|文件|时间|时代|时期|路径|查处|成效|成立|成果|成员|经济|强调|明确|关于|关键|管理|管委|都要|都是|有关|相关|向全|向市|向省|应当|应急|应对|能力|能够|于是|支持|支部|支撑|安徽|江苏|江西|云南|陕西|广西|山西|杭州|宁波|苏州|常州|徐州|郑州|广东|单位|任务|任何|祝贺|农村|农业|商务|商会|计划|国家|国务|国际|居民|平台|车间|花园|向大|包括|宗旨|干部|令人|成绩|容易|施工|满意|充分|同志|师生|程度|项目|强化|康养|计生|代表|海关|黄河|长江|雷锋|马克|司法|成都|解放|解决|富裕|强国|习总|明年)/u;

/** Could the word be a name at all? 「周密」 in 「周密部署」 is none. */
export const isNameLike = (word: string): boolean => !NOT_NAME.test(word);
