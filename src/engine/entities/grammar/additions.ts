import { bitsByCharacter, bitsIn } from '../../lexicon/character-bits';
import type { RawMention } from '../raw-mention';
import { NAMED_DOCUMENT } from './laws';
import { matchesOf, oneOf, pattern, type PatternRow } from './row';

/** A row for what the recognizer tends to leave out. It is no proposal to it, so that it can change without training. */
export interface AddedRow extends PatternRow {
  /** every sentence with a match has one of these */
  readonly cues: readonly string[];
  /** does a match take the place of mentions that lie inside of it? */
  readonly whole?: boolean;
}

const UNITS = oneOf('人 人次 名 个 家 户 项 件 条 次 套 座 处 台 辆 吨 亩 元 公里 米 种 类 所 艘 架 架次 箱 册 份 篇 万人 万元 亿元 万亩 万吨');
/** A character of a name that no list and no clause parts. */
const NAME = '(?:(?![的和与了])[\\u4e00-\\u9fff])';

/** What is found beside the recognizer's mentions, the earlier rows first. */
export const ADDED_ROWS: readonly AddedRow[] = [
  { name: 'document.named', type: 'DOC', whole: true, cues: ['法', '约', '宪章', '协定', '宣言', '议定书', '公告', '声明'], pattern: pattern(NAMED_DOCUMENT), example: ['修订后的安全生产法施行', '安全生产法'], counter: '企业的公司法人' },
  { name: 'document.constitution', type: 'DOC', cues: ['宪法'], pattern: pattern(`宪法(?=(?:、|和|与|以及)${NAMED_DOCUMENT})`), example: ['学习宪法和民法典', '宪法'], counter: '弘扬宪法精神' },
  {
    name: 'document.revised', type: 'DOC', whole: true, cues: ['修订的', '修订后的', '修改后的'], pattern: pattern(`(?<=修订的|修订后的|修改后的)(?!《)${NAME}{2,20}?(?:法典|法|条例)(?=[，。、；和]|$)`),
    example: ['通过了新修订的青禾市供水条例。', '青禾市供水条例'], counter: '新修订的办法草案',
  },
  {
    name: 'document.adopted', type: 'DOC', whole: true, cues: ['通过', '审定'], pattern: pattern(`(?<=(?:审议|讨论|原则|表决)(?:并)?通过了?|审定了?)(?!关于)(?:${NAME}){4,30}?(?:方案|规划|办法|条例|意见|细则|规定|要点|预案|法)(?=[，。；、]|$)`),
    example: ['会议审议通过青禾市供水保障方案，要求抓好落实', '青禾市供水保障方案'], counter: '会议通过了解情况，完善方案',
  },
  {
    name: 'document.quotedPlan', type: 'DOC', whole: true, cues: ['方案'], pattern: pattern(`“(?<=(?:通过|审定|印发|出台|下发)了?${NAME}{0,10}“)[^“”。！？\\n]{2,16}”${NAME}{0,8}方案(?=[，。；、]|$)`),
    example: ['审定了县政府“清河护岸”行动实施方案。', '“清河护岸”行动实施方案'], counter: '落实“清河护岸”行动',
  },
  {
    name: 'quantity.counted', type: 'NUM', cues: ['领域', '国', '省', '市', '县'],
    pattern: pattern('(?<![\\d.第年月:：·—-])[1-9]\\d{0,2}(?:领域|国(?![道内际家有庆产企债民外务旗语集])|市(?![场民区委政级值直域内里容辖尺斤亩])|县(?![道委级城域直区市])|省(?:区市|区)?(?![道委级直份区市部内]))'),
    example: ['深化30领域合作', '30领域'], counter: '312国道',
  },
  {
    name: 'quantity.area', type: 'NUM', cues: ['亩'], pattern: pattern('(?<![\\d一二两三四五六七八九十百千万几数多余.])[百千万]亩(?=[\\u4e00-\\u9fff])'), example: ['建成万亩良田', '万亩'], counter: '建成3万亩良田',
  },
  {
    name: 'quantity.vague', type: 'NUM', cues: ['上', '数'],
    pattern: pattern(`(?<![早晚以之地加赶登指分人倍无次级少多系总常])(?:上[百千万]|数[十百千万])(?:余|多)?(?:${UNITS})(?![家次]|体[经工户])`), example: ['来了上百人', '上百人'], counter: '晚上十点',
  },
  {
    name: 'quantity.half', type: 'NUM', cues: ['一半'], pattern: pattern('(?:(?:超过|将近|不到|接近|约|近)一半(?:以上|左右)?|一半(?:以上|左右))'), example: ['其中近一半来自青禾', '近一半'], counter: '走了一半的路',
  },
];

/** The mentions of a sentence with those of the rows, where nothing crosses their borders: sorted, none overlapping another. */
export function addMissing(sentence: string, mentions: readonly RawMention[]): readonly RawMention[] {
  let all = mentions;
  for (let k = 0, begun = bitsIn(sentence, ROWS_OF); begun !== 0; k++, begun >>>= 1) {
    const row = ADDED_ROWS[k]!;
    if ((begun & 1) === 1 && row.cues.some((cue) => sentence.includes(cue))) all = addOf(row, sentence, all);
  }
  return all;
}

/** For each character the rows of which a cue begins with it. */
const ROWS_OF = bitsByCharacter(ADDED_ROWS.map(({ cues }) => cues.map((cue) => cue.charAt(0)).join('')));

function addOf(row: AddedRow, sentence: string, mentions: readonly RawMention[]): readonly RawMention[] {
  const matches = matchesOf(row, sentence), all: RawMention[] = [];
  let next = 0;
  for (const { start, end } of matches) {
    while (next < mentions.length && mentions[next]!.end <= start) all.push(mentions[next++]!);
    let behind = next;
    while (behind < mentions.length && mentions[behind]!.start < end) behind++;
    if (behind > next && !(row.whole && isPartly(mentions, next, behind, start, end))) continue;
    all.push({ start, end, type: row.type, rule: row.name });
    next = behind;
  }
  return matches.length === 0 ? mentions : [...all, ...mentions.slice(next)];
}

/** Do some mentions all lie inside of a stretch, and are all smaller? */
function isPartly(mentions: readonly RawMention[], from: number, to: number, start: number, end: number): boolean {
  for (let k = from; k < to; k++) { const m = mentions[k]!; if (m.start < start || m.end > end || m.end - m.start === end - start) return false; }
  return true;
}
