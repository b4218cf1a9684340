import { Random } from './random';
import type { Texts } from './texts';

/** A text made to be slow: `make` gives it at a length, `full` is the length at which the editor must still be quick. */
export interface HostileText { name: string; full: number; make: (length: number) => string }

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑';
const SYLLABLES = '望川一苇景澄石磊可欣伯年静姝兰溪远山立言子谦文昭怀瑾启云汉卿思远若水耀宗庭芳牧野成蹊知秋敬之长庚';

/** What the issue names, and what a document of many people, bodies and damaged places does to linking and repair. */
export function hostileTexts(texts: Texts): HostileText[] {
  return [
    { name: 'one line of a report', full: 307_200, make: (length) => texts.reports(length, 31).replaceAll('\n', '，') },
    { name: 'paragraphs of three characters', full: 102_400, make: (length) => each(length, (r) => `${r.of(SYLLABLES)}${r.of(SYLLABLES)}${r.of(SYLLABLES)}\n`) },
    { name: 'markers on lines', full: 51_200, make: (length) => Array.from({ length }, (_, i) => ['一、工作\n', '（一）任务\n', '1.要落实\n'][i % 3]!).join('') },
    { name: 'markers in one line', full: 51_200, make: (length) => Array.from({ length }, (_, i) => ['一是要落实；', '二是要推进；', '三是要加强。'][i % 3]!).join('') },
    { name: 'nested brackets', full: 10_240, make: (length) => '（'.repeat(length) + '）'.repeat(length) },
    { name: 'nested book marks', full: 10_240, make: (length) => '《'.repeat(length) + '》'.repeat(length) },
    { name: 'only digits', full: 307_200, make: (length) => each(length, (r) => String(r.below(10))) },
    { name: 'only 一是', full: 153_600, make: (length) => '一是'.repeat(length) },
    { name: 'only opening quotation marks', full: 307_200, make: (length) => '“'.repeat(length) },
    { name: 'quotation marks in disorder', full: 102_400, make: (length) => each(length, (r) => r.of('”“’‘」「』『《》')) },
    { name: 'only sentence ends', full: 102_400, make: (length) => each(length, (r) => r.of('。！？；')) },
    { name: 'Chinese numerals', full: 102_400, make: (length) => each(length, (r) => r.of('一二三四五六七八九十百千万亿')) },
    { name: 'dates run together', full: 10_240, make: (length) => each(length, (r) => `20${10 + r.below(20)}年${1 + r.below(12)}月${1 + r.below(28)}日`) },
    { name: 'cue verbs', full: 10_240, make: (length) => '会议强调要求指出'.repeat(length) },
    { name: 'pinyin in brackets', full: 20_480, make: (length) => '區(qū)(qū)((qū)'.slice(0, 10).repeat(length / 2) },
    { name: 'damage without sense', full: 20_480, make: (length) => '?!靶聟菂^?'.repeat(length / 2) },
    { name: 'people, each another', full: 8_192, make: (length) => each(length, (r) => `市委书记${person(r)}强调，要压实责任。\n`) },
    { name: 'one person, again and again', full: 8_192, make: (length) => '市委书记沈望川强调，要压实责任。\n'.repeat(length) },
    { name: 'bodies, each another', full: 8_192, make: (length) => each(length, (r) => `${place(r)}县${place(r)}局要加强监管。\n`) },
    { name: 'short forms, each another', full: 8_192, make: (length) => each(length, (r) => `${place(r)}${place(r)}管理委员会（以下简称${place(r)}管委会）要牵头。\n`) },
    { name: 'documents, each another', full: 8_192, make: (length) => each(length, (r) => `落实《${place(r)}市${place(r)}管理办法》（${place(r)}政发〔20${10 + r.below(20)}〕${1 + r.below(99)}号）。\n`) },
  ];
}

const person = (r: Random): string => r.of(SURNAMES) + r.of(SYLLABLES) + r.of(SYLLABLES);
const place = (r: Random): string => r.of(SYLLABLES) + r.of(SYLLABLES);

function each(length: number, make: (random: Random) => string): string {
  const random = new Random(length);
  return Array.from({ length }, () => make(random)).join('');
}
