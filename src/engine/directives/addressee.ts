import { isAgent } from '../lexicon/official-words';
import { clausesOf } from './sentences';

export interface Addressee { text: string; start: number; end: number }

const OPENER = /^(?:当前和今后一个时期|当前|今后|目前|下一步|下一阶段|接下来|同时|因此|特别是|尤其是|此外|总之|现在|首先|其次|最后|今年|明年|节假日期间|期间|新形势下|从中央到地方|在[^，]{2,40}|对[^，]{2,40}|为[^，]{2,40}|面对[^，]{2,20}|不但|不仅|而且|但是?|所以|这就|作为|建议|我建议|我籲请|我吁请|奉劝|籲请|要求|希望|我们(?=要|一定|必须|应当))/u;
const BEFORE_MODAL = /^(.{2,40}?)(?:，)?(?:都|也|均|还|更|则|首先|特别|既|仍|就|始终|不但|务必|一定|仍然|千万|更加)*(?:要(?!求)|必须|应当|应该|应(?![急用对])|须|不得|一定要|不能|不要|务必)/u;

/**
 * Who must do it, as written: the subject of the modal (「新吴区上下要…」) or the object of a requiring verb (「叮嘱社区要…」).
 * `strong` says that the text follows such a verb directly.
 */
export function findAddressee(content: string, strong: boolean): Addressee | undefined {
  const lead = /^[，：“「『\s]*/u.exec(content)![0].length;
  let at = lead;
  const object = strong ? objectOf(content.slice(lead)) : undefined;
  if (object) return { text: object, start: lead, end: lead + object.length };
  for (const clause of clausesOf(content.slice(lead)).slice(0, 6)) {
    at = lead + clause.at;
    const skip = OPENER.exec(clause.text)?.[0].length ?? 0, rest = clause.text.slice(skip === clause.text.length ? 0 : skip);
    const found = subjectOf(rest);
    if (found) return { text: found, start: at + clause.text.length - rest.length, end: at + clause.text.length - rest.length + found.length };
    const whole = trimAgent(rest);
    if (whole !== undefined && clause.at < 60 && nextHasModal(content.slice(lead + clause.at + clause.text.length))) return { text: whole, start: at + clause.text.length - rest.length, end: at + clause.text.length };
  }
  return undefined;
}

function subjectOf(clause: string): string | undefined {
  const m = BEFORE_MODAL.exec(clause);
  return m ? trimAgent(m[1]!) : undefined;
}

function trimAgent(raw: string): string | undefined {
  const phrase = raw.replace(/(?:，|都|也|还|更|均|要|首先|特别|既|仍|就|尤其|不但|始终|一定|务必|作为.*)$/u, '').trim();
  return isAgent(phrase) ? phrase : undefined;
}

function nextHasModal(rest: string): boolean { return /^，?(?:[^，。；]{0,24}，)?(?:都|更|也|一定|首先|特别)*(?:要|必须|应当|应该|务必|一定)/u.test(rest); }

/** 「希望江苏在…」 「勉励企业坚持…」: the object up to the verb of its own clause. */
function objectOf(content: string): string | undefined {
  const m = /^([^，。；：“]{2,24}?)(?=要|必须|能够|能|在[^，]{2,}|说|继续|坚持|坚定|加快|加强|珍惜|积极|不断|努力|进一步|立即|认真|切实|做好|抓住|充分|再接再厉|一是|始终|深入|传承|发扬|牢记|更好|保持|把|以|立足|发挥|全力|持续|严格|扎实|秉持|学习)/u.exec(content);
  return m && isAgentOrPlace(m[1]!) ? m[1] : undefined;
}

function isAgentOrPlace(phrase: string): boolean { return isAgent(phrase) || /^[一-龥]{2,3}$/u.test(phrase) && !/^(?:依靠|继续|坚持|大力|充分|努力|通过|进一步|能够|要|在|从|把|更多|今后|认真)/u.test(phrase); }
