import { isAgent, opensWithVerb } from '../lexicon/official-words';
import type { IsPlace } from './place-names';
import { clausesOf } from './sentences';

export interface Addressee { text: string; start: number; end: number }

const OPENER = /^(?:当前和今后一个时期|当前|今后|目前|下一步|下一阶段|接下来|同时|因此|特别是|尤其是|此外|总之|现在|首先|其次|最后|\s*\d{4}年|今年|明年|[^，]{2,8}期间|新形势下|从[^，]{2,8}到[^，]{2,8}|在[^，]{2,40}|为[^，]{2,40}|面对[^，]{2,20}|不但|不仅|而且|但是?|所以|这就要求|这就|作为|我?建议|并?(?:要求|希望|勉励|叮嘱|号召)|授权|请|我们(?=要|一定|必须|应当))+/u;
const BEFORE_MODAL = /^(.{2,40}?)(?:，)?(?:会后|近期|今后|下一步|当前|现在|必要时|都|也|均|还|更|则|首先|特别|既|仍|就|始终|不但|务必|一定|仍然|千万|更加)*(?:(?<![主重需首只])要(?!求|点)|必须|应当|应该|应(?![急用对])|须|不得|一定要|不能|不要|不准|不许|务必)/u;
/** Every modal behind a subject has one of these. */
const ANY_MODAL = /[要须应不务]/u;
/** What may follow a subject without a modal next to it; tried at one place, as if the text began there. */
const AFTER_SUBJECT = /(?:要|必须|应|须|结合|根据|按照|依据|参照|会同|以|对|在|就|定期|不定期|逐|组织|开展|举办|统筹|牵头|督促|指导|坚定|坚决|负责|作为|拥有|有|是|承担|肩负|特别是|尤其是|，|自觉|积极|认真|共同|协同|组织|统筹|推进|做好|加强|落实)/uy;

/**
 * Who must do it, as written: the subject of the modal (「各部门要…」), the object of a requiring verb (「叮嘱社区要…」), or the subject
 * a sentence opens with. `strong` says that the text follows a requiring verb directly. Offsets into the text.
 */
export function findAddressee(content: string, strong: boolean, isPlace: IsPlace): Addressee | undefined {
  const lead = /^[，：“「『\s]*/u.exec(content)![0].length, text = content.slice(lead);
  const object = strong ? objectOf(text, isPlace) : undefined;
  if (object) { const at = content.indexOf(object, lead); return { text: object, start: at, end: at + object.length }; }
  for (const clause of clausesOf(text).slice(0, 6)) {
    const opener = OPENER.exec(clause.text)?.[0].length ?? 0, skip = opener >= clause.text.length ? 0 : opener, rest = clause.text.slice(skip), at = lead + clause.at + skip;
    const found = subjectOf(rest, isPlace);
    if (found) return { text: found, start: at, end: at + found.length };
    const whole = clause.at < 60 && nextHasModal(text.slice(clause.at + clause.text.length)) ? trimAgent(rest, isPlace) : undefined;
    if (whole !== undefined) return { text: whole, start: at, end: at + whole.length };
  }
  return openingSubject(content, isPlace);
}

/** The body or place a text opens with: 「各地以县为单位，…」「江苏拥有…」. */
export function openingSubject(content: string, isPlace: IsPlace): Addressee | undefined {
  const lead = /^[，：“「『\s]*/u.exec(content)![0].length, first = content.slice(lead, lead + 60).split(/[。；：]/u)[0]!;
  const skip = OPENER.exec(first)?.[0].length ?? 0, rest = first.slice(skip >= first.length ? 0 : skip), at = lead + first.length - rest.length;
  const fixed = /^(?:任何人|每个人|大家|全党|全社会|各人|我们党)/u.exec(rest)?.[0];
  if (fixed) return { text: fixed, start: at, end: at + fixed.length };
  for (let n = 2; n <= Math.min(24, rest.length - 1); n++) {
    AFTER_SUBJECT.lastIndex = n;
    if (!AFTER_SUBJECT.test(rest)) continue;
    const phrase = rest.slice(0, n);
    if (isAgent(phrase) || isPlace(phrase)) { const end = n + emphasised(rest.slice(n)); return { text: rest.slice(0, end), start: at, end: at + end }; }
  }
  return undefined;
}

/** Length of what stresses a part of the subject: 「各县区特别是沿江乡镇要…」. */
function emphasised(rest: string): number {
  const m = /^，?(?:特别|尤其)是([^，。；]{2,16}?)(?=要|必须|应|都|更|，)/u.exec(rest);
  return m && isAgent(m[1]!) ? m[0].length : 0;
}

function subjectOf(clause: string, isPlace: IsPlace): string | undefined {
  const m = ANY_MODAL.test(clause) ? BEFORE_MODAL.exec(clause) : null;
  return m ? trimAgent(m[1]!, isPlace) : undefined;
}

function trimAgent(raw: string, isPlace: IsPlace): string | undefined {
  const phrase = raw.replace(/(?:，|都|也|还|更|均|要|首先|特别|既|仍|就|尤其|不但|始终|一定|务必|作为.*|结合.*|根据.*|按照.*)$/u, '').trim();
  return isAgent(phrase) || isPlace(phrase) ? phrase : undefined;
}

function nextHasModal(rest: string): boolean { return /^，?(?:[^，。；]{0,24}，)?(?:都|更|也|一定|首先|特别)*(?:要|必须|应当|应该|务必|一定)/u.test(rest); }

const OBJECT = /^([^，。；：“]{2,24}?)(?=要|必须|能够|能|在[^，]{2,}|说|就|继续|坚持|坚定|加快|加强|珍惜|积极|不断|努力|进一步|立即|认真|切实|做好|抓住|充分|再接再厉|一是|始终|深入|传承|发扬|牢记|更好|保持|把|以|立足|发挥|全力|持续|严格|扎实|秉持|学习|下定|，)/u;

/** 「希望江苏在…」 「勉励企业坚持…」: the object up to the verb of its own clause. */
function objectOf(content: string, isPlace: IsPlace): string | undefined {
  const phrase = OBJECT.exec(content)?.[1]?.replace(/^(?:对|向|\d{4}年|今年|明年)/u, '');
  if (phrase !== undefined && (isAgent(phrase) || isPlace(phrase))) return phrase;
  for (let n = 2; n <= Math.min(20, content.length - 2); n++) {
    const head = content.slice(0, n);
    if (/[，。；：]$/u.test(head)) break;
    if (opensWithVerb(content.slice(n)) && (isAgent(head) || isPlace(head)) && !opensWithVerb(head)) return head;
  }
  for (let n = 2; n <= Math.min(16, content.length - 4); n++) {
    if (/[，。；：]/u.test(content[n - 1]!)) break;
    if (!isAgent(content.slice(0, n)) || isAgent(content.slice(0, n + 1))) continue;
    const whole = n + /^(?:朋友们|同学们|同志们|家们?|士|员|者|们)?/u.exec(content.slice(n))![0].length;
    return /^[的和与、及]/u.test(content.slice(whole)) ? undefined : content.slice(0, whole);
  }
  return undefined;
}
