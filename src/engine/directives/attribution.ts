import { firstMatch } from '../lexicon/first-match';
import { isAgent, SURNAMES, TITLES } from '../lexicon/official-words';
import type { Rule } from '../structure';
import { isNameLike, type People } from './people';

/** Who says something, with which verb, and where the content begins; offsets into the sentence. */
export interface Attribution {
  issuer: string;
  /** where the issuer stands, absent where it was carried over from an earlier sentence */
  issuerAt?: { start: number; end: number };
  cue: string;
  cueAt: number;
  contentAt: number;
  /** whom the words are said to: 「他对村支书讲」; offsets into the sentence */
  to?: { start: number; end: number };
  /** verbs that require by themselves: 要求 希望 勉励 … */
  strong: boolean;
}

interface Cue extends Omit<Rule, 'matches'> { readonly verb: string; readonly strong: boolean; /** needs a comma, colon or quote after it */ readonly strict: boolean }
const cue = (verb: string, strong: boolean, strict: boolean, example: string, counterExample: string): Cue => ({
  name: `cue.${verb}`, en: `requirement introduced by ${verb}`, zh: `以「${verb}」引出的要求`, verb, strong, strict, example, counterExample,
});

/** Verbs by which a leader, a meeting or a body requires. */
export const CUES: readonly Cue[] = [
  cue('强调', false, false, '李明强调，要抓好落实。', '强调的是'), cue('指出', false, false, '会议指出，要压实责任。', '有人指出'),
  cue('要求', true, false, '他要求各单位立即整改。', '按照要求整改'), cue('希望', true, false, '他希望大家再接再厉。', '充满希望'),
  cue('勉励', true, false, '市长李明勉励员工继续努力。', '互相勉励'), cue('叮嘱', true, false, '他叮嘱社区做好服务。', '母亲的叮嘱'),
  cue('嘱咐', true, false, '他嘱咐大家注意安全。', '医生的嘱咐'), cue('嘱托', true, false, '他嘱托大家守好家园。', '牢记嘱托'),
  cue('号召', true, false, '会议号召，全市上下要行动起来。', '响应号召'), cue('寄语', true, false, '他寄语青年立志高远。', '新年寄语'),
  cue('鼓励', true, false, '他鼓励企业加大研发。', '受到鼓励'), cue('期望', true, false, '他期望大家继续努力。', '不负期望'),
  cue('呼吁', true, false, '他呼吁各界参与。', '有关呼吁'), cue('告诫', true, false, '他告诫干部廉洁自律。', '谆谆告诫'),
  cue('提醒', true, false, '他提醒大家注意防火。', '温馨提醒'), cue('强烈要求', true, false, '会议强烈要求各方停止冲突。', '强烈愿望'),
  cue('明确', false, true, '会议明确，要按期完工。', '明确任务'), cue('表示', false, true, '李明表示，要抓好落实。', '表示感谢'),
  cue('认为', false, true, '会议认为，必须坚持改革。', '普遍认为'), cue('提出', false, true, '全会提出，要坚持改革。', '提出意见'),
  cue('说', false, true, '他说，要抓好落实。', '小说'), cue('讲', false, true, '他对大家讲，要珍惜机会。', '演讲'),
  cue('重申', false, true, '会议重申，必须坚持原则。', '重申立场'), cue('部署', false, true, '会议部署，要抓好三件事。', '决策部署'),
  cue('决定', false, true, '会议决定，要成立专班。', '作出决定'), cue('同意', false, true, '会议同意，要按程序报批。', '征得同意'),
];
const BY_VERB = new Map(CUES.map((c) => [c.verb, c]));
const CUE = new RegExp(CUES.map((c) => c.verb).sort((a, b) => b.length - a.length).join('|'), 'gu');
const ADVERBIAL = /(?:近日|最近|日前|今天|今日|昨日|昨天|近期|当天|当日|\d{1,2}日|在[^，。]{0,40}(?:上|中|时|里|后|讲话|致辞|发言|指示)|最后|同时|还|再次|特别|着重|进一步|明确|一再|反复|深情地?|亲切地?|语重心长地?|郑重|随后|接着|并|也|又|对此|就此|对[^，。]{1,20}|向[^，。]{1,20}|就[^，。]{2,40}|与[^，。]{2,20}|分别|多次|当场|现场|当即|立即|立刻|殷切|谆谆|首先|先后|尤其|强烈|热切|高兴地|欣慰地|动情地|代表[^，。]{2,20}|原则上?|研究|一致)+$/u;
const BODY = /(?:国务院|党中央|中央|省委|市委|区委|县委|州委|旗委|党委|党组|政府|人大|政协|纪委|常委会|委员会|领导小组|指挥部|防总|防指|办公厅|办公室|[一-龥]{2}[部委厅局署院会省市区县])$/u;
/** A paper that requires in place of the body that issued it. */
const PAPER = /(?:》|^(?:该|这一|上述)?(?:方案|意见|通知|规划|办法|措施|纲要|细则|规定|公告|指示|批示))$/u;
const NOUN_BEFORE = /(?:的|工作|标准|任务|具体|总体|基本|新|严格|质量|时间|有关|相关|客观|必然|内在|本质|根本|重要|决策|安排|精神|上级)$/u;

/** Finds who requires in a sentence. `current` is the person last spoken of, for 他 and for verbs without a subject. */
export function findAttribution(sentence: string, people: People, current: string | undefined): Attribution | undefined {
  for (let m = firstMatch(CUE, sentence); m; m = CUE.exec(sentence)) {
    const row = BY_VERB.get(m[0])!, at = m.index, after = sentence.slice(at + m[0].length);
    if (row.strict && !/^(?:[，：“]|要[^求])/u.test(after) && row.verb !== '同意' || /^(?:的|和|、|与|了)/u.test(after) || isNoun(sentence, at, m[0], after)) continue;
    const clauseStart = borderBefore(sentence, at), subject = sentence.slice(clauseStart, at);
    if (subject.endsWith('的')) continue;
    const who = issuerOf(subject, people, current, /^[，：“]/u.test(after));
    if (who) {
      const to = /(?:对|向)([^，。对向]{2,16})$/u.exec(subject), said = finish(who, clauseStart, row, at, m[0]);
      return to && isAgent(to[1]!) ? { ...said, to: { start: at - to[1]!.length, end: at } } : said;
    }
    const bare = subject.replace(ADVERBIAL, '');
    if ((bare === '' || bare === '并' || bare === '同时') && (clauseStart > 0 || row.strong) && (row.strong || m[0] === '强调' || m[0] === '指出') && /^[^，。]/u.test(after) && !(clauseStart === 0 && m[0] === '要求')) {
      const meeting = /^(?:会议|全会)/u.exec(sentence)?.[0], person = meeting !== undefined ? { name: meeting, start: 0, end: 2 } : personIn(sentence.slice(0, clauseStart), people) ?? (current ? { name: current } : undefined);
      if (person) return finish(person, 0, row, at, m[0]);
    }
  }
  return undefined;
}

/** 要求, 希望 and the like as nouns: 「提出明确要求」「工作要求」「按照…要求，」. */
function isNoun(sentence: string, at: number, verb: string, after: string): boolean {
  if (!/要求|希望|部署|决定|号召|嘱托|期望|寄语|提醒/u.test(verb)) return false;
  const before = sentence.slice(Math.max(0, at - 24), at);
  return /(?:提出|作出|达到|符合|按照|落实|满足|根据|充满)[^，。；]{0,16}$/u.test(before) && !/^[，：]?(?:要|各)/u.test(after) || NOUN_BEFORE.test(before) && /^[，。；、”》]/u.test(after);
}

function finish(who: { name: string; start?: number; end?: number }, base: number, row: Cue, at: number, verb: string): Attribution {
  return {
    issuer: who.name, cue: verb, cueAt: at, contentAt: at + verb.length, strong: row.strong,
    ...(who.start !== undefined && who.end !== undefined && { issuerAt: { start: base + who.start, end: base + who.end } }),
  };
}

function borderBefore(sentence: string, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 120); i--) if (/[，。；：！？“”「」『』]/u.test(sentence[i]!)) return i + 1;
  return 0;
}

const NAME_END = new RegExp(`(?:^|${TITLES}|[、，\\s])(${SURNAMES}[一-龥]{1,2})$`, 'u'), NAME_TITLE = new RegExp(`(${SURNAMES}[一-龥]{0,2}?)(?:${TITLES})$`, 'u');

/**
 * The issuer a subject names, or undefined where it names none (so that 「工作要求」 is no attribution). A subject that is a name nobody
 * else vouches for counts only where the verb is followed by a pause (`paused`).
 */
export function issuerOf(raw: string, people: People, current: string | undefined, paused: boolean): { name: string; start: number; end: number } | undefined {
  const subject = raw.replace(ADVERBIAL, '').trimEnd(), end = subject.length;
  const hit = (name: string | undefined, length: number): { name: string; start: number; end: number } | undefined => (name === undefined ? undefined : { name, start: Math.max(0, end - length), end });
  if (/(?:^|[，、\s])(?:他|她)$/u.test(subject) && subject.length <= 3) return hit(current, 1);
  if (/^(?:会议|全会|大会|座谈会)$/u.test(subject) || /[一-龥](?:会议|全会)$/u.test(subject) && !/[的]$/u.test(subject)) return hit(/全会$/u.test(subject) ? '全会' : '会议', 2);
  const known = nameAtEnd(subject, people);
  if (known) return hit(known, known.length);
  const titled = NAME_TITLE.exec(subject);
  if (titled) {
    const name = titled[1]!;
    const full = !people.has(name) ? people.bySurname(name, titled[0].slice(name.length)) ?? (name.length > 1 ? name : undefined) : name;
    if (full) return hit(name.length > 1 ? name : full, titled[0].length);
  }
  const named = NAME_END.exec(subject);
  if (named && isNameLike(named[1]!) && (subject.length === named[1]!.length && paused || named[0].length > named[1]!.length)) return hit(named[1], named[1]!.length);
  if (paused && PAPER.test(subject)) return people.enactor === undefined ? hit('document', subject.length) : hit(people.enactor, subject.length);
  if (BODY.test(subject) && subject.length <= 16 && !/[的了]/u.test(subject)) return hit(subject, subject.length);
  return undefined;
}

/** The longest of the names with which the subject ends. */
function nameAtEnd(subject: string, people: People): string | undefined {
  for (const length of [4, 3, 2]) {
    const name = people.beginningWith(subject.charCodeAt(subject.length - length)).find((one) => one.length === length && subject.endsWith(one));
    if (name !== undefined) return name;
  }
  return undefined;
}

const TITLE_OPEN = new RegExp(`^(${SURNAMES})(${TITLES})`, 'u');
/** Characters that surnames begin with. */
const SURNAME_STARTS = new Set(Array.from(SURNAMES, (c) => c.charCodeAt(0)));

/**
 * The person a sentence is about: the first one known who opens a clause, alone or after titles (「市长李明来到…」「李市长听取…」), not
 * one who is accompanied, listened to or spoken to.
 */
export function personIn(text: string, people: People): { name: string; start: number; end: number } | undefined {
  let best: { name: string; start: number; end: number } | undefined;
  const take = (name: string | undefined, start: number, length: number): void => { if (name !== undefined && (!best || start < best.start)) best = { name, start, end: start + length }; };
  const seen = new Set<string>();
  for (let at = 0; at < text.length && !best; at++) {
    for (const name of people.beginningWith(text.charCodeAt(at))) {
      if (seen.has(name) || !text.startsWith(name, at)) continue;
      seen.add(name);
      if (opensClause(text, at)) take(name, at, name.length);
    }
  }
  for (let start = 0, border = firstMatch(BORDER, text, 1); !best || start < best.start; border = BORDER.exec(text)) {
    const m = SURNAME_STARTS.has(text.charCodeAt(start)) ? TITLE_OPEN.exec(text.slice(start, start + 8)) : null;
    if (m) take(people.bySurname(m[1]!, m[2]!), start, m[0].length);
    if (!border) break;
    start = border.index + 1;
  }
  return best;
}

const BORDER = /[，。；：！？“”\s]/gu;
const TITLE_END = new RegExp(`(?:${TITLES}|[^一-龥])$`, 'u');

function opensClause(text: string, at: number): boolean {
  const before = text.slice(borderBefore(text, at), at);
  return before === '' || !/[与和同向对由听在被把给请随陪]/u.test(before) && TITLE_END.test(before);
}
