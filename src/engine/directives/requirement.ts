import type { Force } from '../analysis';
import { isAgent, opensWithVerb } from '../lexicon/official-words';
import { clausesOf } from './sentences';

export interface Requirement { force: Force; rule: string; /** where the modal stands in the text, -1 for a bare imperative */ modalAt: number; modal: string }

const YAO = '(?<![主重需首只想将概摘纪纲必次紧显险提扼简机索快马权硬不])要(?![素点么是领闻害旨义件务目略塞职隘价挟]|不[要是然]|求(?![真新实变]))';
const MODAL = new RegExp(`${YAO}|必须|务必|应当|应该|一定要|(?<![来由容舍巴怪顾少免要])不得(?![不已了人、，。；！]|$)|严禁|不准|不许|不允许|决不允许|绝不允许|不要|切忌|切勿|(?:决|绝对?|都|千万|万万|可)不能(?!不|够)|(?<=^|[，；、]|就)不能(?![够力按不腐]|代替|替代|说|容忍)|只能(?=[^，。；]{2,8}[，、]不能)|(?<![不适对供响相答反感效本][^，]{0,0})(?<=[，。；：]|^|[一-龥]{2})应(?=[将由按有建加及在限注以走予把对尽当](?!用|急))|(?<=[人们须仍都家也均位各，])须(?=[^知要])|必需|仍须|需要(?=继续|加强)|就要|(?<=^|[，。；：])该[^，。；]{1,10}(?:的)?(?:就|都?要|坚决|一律)|(?<=^|[，。；：、 ]|现予印发|给你们)请(?!示|求|假|客|问|予审议|审议|人|进|教|缨|与《|省|各位代表|大会)`, 'u');
/** Every modal has one of these characters. */
const MODAL_SIGN = /[要须务应得禁准许忌勿能需该请]/u;
const PROHIBITION = /不得|严禁|不准|不许|不允许|不要|切忌|切勿|不能|禁止/u, HARD = /必须|务必|应当|应该|一定|须|必需|决不|绝不|坚决|严禁|不得/u;
const DESCRIPTIVE = /要不要|是不是|目标是|就要来|即将|(?:需要|必须|应当|应该|还?要)(?:指出|承认|看到|说明)(?:的是|[，：]|我们)|^(?:会[上后前]|今天|下面|现在)?(?:我)?[还就]?(?:想|要)(?:就|讲(?![究求好清明政话述])|谈|讨论|研究|听取|审议)|(?:^|[，。])要[^，。]{2,24}(?:不容易|不易|很难)|(?:清醒|客观|理性)地?(?:认识到?|看到)|打铁[^，。]{2,4}自身硬|^只有|[？?]”?$/u;
const PAST = /(?:取得|实现|完成|作出|形成|建立|得到|迈出|获得|推动|促进|提供|奠定|深化|展现)了|(?:过去|去年|近年来|一年来|五年来)[^。]{0,60}了/u;
const ANY_MODAL_GOAL = /^(?:.{0,30})(?:目标|指标|预期)(?:是|为)/u;

/** A short quotation is a name: 「“三管三必须”责任」 requires nothing. */
const SLOGAN = /“[^“”，。；！？]{2,10}”/gu;

/** Does the sentence state a requirement by a modal? Offsets into the text given. */
export function readModal(given: string): Requirement | undefined {
  const text = given.includes('“') ? given.replace(SLOGAN, (quoted) => '“' + '·'.repeat(quoted.length - 2) + '”') : given;
  if (!MODAL_SIGN.test(text)) return undefined;
  for (const clause of clausesOf(text)) {
    const m = MODAL_SIGN.test(clause.text) ? MODAL.exec(clause.text) : null;
    if (!m || !standsAsModal(clause.text, m.index)) continue;
    if (DESCRIPTIVE.test(text) || ANY_MODAL_GOAL.test(text)) return undefined;
    return { force: forceOf(clause.text.slice(m.index)), rule: 'requirement.modal', modalAt: clause.at + m.index, modal: m[0] };
  }
  return undefined;
}

/** A modal is one where its subject is short and no clause of its own: 「…的要」「有要」 are none. */
function standsAsModal(clause: string, at: number): boolean {
  const before = clause.slice(0, at);
  if (before.length > 60 || /^(?:必须|应当|应该|应|需要|不得|要)(?![把将以让使在对从按用为党])[一-龥]{1,2}的/u.test(clause.slice(at)) && at > 0) return false;
  if (/有(?:许多|很多|不少|些|一些|大批|更多)[^，]{2,12}$|(?:认为|以为|主张|宣扬|批评|觉得|表示|声称|扬言|打算)$|(?:认为|以为|主张|宣扬)[^，]{2,30}$/u.test(before)) return false;
  return !/(?:是|有|的|为|叫|说|关键|重点|目的|任务|不仅|不但|还没有)$/u.test(before.replace(/(?:就是|更|还|也|都|既|又|特别|尤其)$/u, '')) || /^(?:就是|关键是|重要的是)$/u.test(before);
}

/** What goes wrong, named by a verb of duty: 「落实不力」「担当不足」. */
export const DEFICIENT = /^[一-龥]{2,8}?(?:不足|不力|不强|不够|不高|不到位|不实|不严|不深|不细|不畅|不平衡|滞后|薄弱|缺失|欠缺)(?=[，。；、]|$|的)/u;

/** Does the text open with the verb of a bare imperative, and tell nothing past? */
export function isImperative(text: string): boolean {
  const plain = text.replace(/^[“「『‘]+/u, '').replace(/^把(?=[^，]{2,30})/u, '坚持').replace(/^在[^，]{2,20}[中上下](?=[一-龥]{2})/u, '').replace(/^(?:同时|此外|另外|特别是|尤其是)，?/u, '');
  return opensWithVerb(plain) && !DEFICIENT.test(plain) && !isPast(text) && !/^[^，]*(?:需要|有利于|意味着|离不开|是)|，?(?:关键|重点|核心|根本)(?:在|是)|，(?:也|这|就|都)?是/u.test(plain.replace(/^[^，]*(?:坚持|于)?实事求是|总的来说|特别是|尤其是|凡是|只是|还是|但是|于是|求是|国是|是非/gu, ''));
}

export function isPast(text: string): boolean {
  return PAST.test(text) || /^[^，]{2,30}了[^解，]/u.test(text) && !/为了|了解|了[。；]$/u.test(text.slice(0, 40)) || /先后(?:制定|出台|建成|开展)|同比增长|(?:增长|下降|提高)\d/u.test(text.slice(0, 80));
}

/** must, mustNot, should or may, by the first modal. */
export function forceOf(text: string): Force {
  const head = text.slice(0, 24);
  if (PROHIBITION.test(head.slice(0, 6))) return 'mustNot';
  if (HARD.test(head)) return 'must';
  if (/^(?:可以|可|鼓励|支持|允许|提倡)/u.test(head)) return 'may';
  return 'should';
}

/** Minutes give a task to somebody without a modal: 「会议同意该方案，由区住建局修改完善后报批」. */
export function assigns(content: string): boolean {
  const m = /(?:^|[，；])由([^，。；]{2,24}?)(?:负责|牵头|会同|根据|按|尽快|抓紧|研究|修改|制定|组织|落实|办理|于|在|进一步|具体|提出|另行)/u.exec(content);
  return m !== null && isAgent(m[1]!);
}

const FRAME = /(?:提出|作出|明确|部署)[^。，]{0,24}(?:要求|意见|希望|部署|安排|建议|任务)[。：]?$|(?:几|[一二三四五六七八九十两]+)(?:个(?:方面|重点|问题|关键|着力点|环节|突破)?|点|项|件|条|方面)[^。，]{0,14}[。：]$|(?:如下|以下)[^。，]{0,16}[。：]$|重点(?:做好|抓好)[^。]{0,20}[。：]$/u;

/** Does the sentence only announce a list: 「提出三点要求。」「要抓好以下工作：」? */
export function isFrame(sentence: string): boolean { return FRAME.test(sentence.slice(-80)); }

/** Closing rules of a regulation, its purpose and its definitions: never requirements. */
export const ITEM_ALWAYS = /(?:自.{2,24}(?:起|之日)(?:施行|实行|执行|实施)|负责解释|之日起(?:施行|实行|执行|实施)|本(?:办法|规定|条例|细则|通知|意见)(?:所称|适用)|为(?:了|规范|加强|贯彻|进一步).{4,160}制定本)/u;

/** Parts of an orator's sentence count as measures only with a modal each. */
export const MODAL_IN_PART = /要(?!求)|必须|应/u;

/** Does a clause near the start open with an imperative, or grant something? */
export function imperativeClause(text: string): boolean {
  return text.slice(0, 200).split(/[，。；]/u).some((c) => isImperative(c)) || /允许|准予|享受|免征|纳入|给予/u.test(text);
}
