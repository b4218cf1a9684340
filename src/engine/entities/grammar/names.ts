import { SURNAMES } from '../../lexicon/official-words';
import type { RawMention } from '../raw-mention';

const SURNAME = `(?:${SURNAMES})`;
const GIVEN = '[\\u4e00-\\u9fff]{1,2}?';
/** What may follow a name: the end of a clause, or a word that people do things with. */
const FOLLOWS = '(?=$|[，。；、：！？（）“”《》\\s]|等|同志|出席|参加|陪同|主持|率|带队|一行|介绍|指出|强调|要求|说|表示|作|讲话|分别|一同|调研|考察|致辞|传达|汇报|随同|会见|到会|列席|代表|宣读|对|向|在|和|与|及|就|深入|先后|赴|到|来到)';
/** Words that begin as a name does and stand behind titles. */
const WORD = '(?!贺[信电词]|高度|严[肃格厉]|任[期命职]|方[案面]|时[间任]|应[当该邀]|于[是今]|和[谐平]|成[立员]|全[体面会]|连[续任]|马上)';
const AFTER_TITLE = new RegExp(`^${WORD}${SURNAME}${GIVEN}${FOLLOWS}`, 'u');
const IN_LIST = new RegExp(`^(?:[、，和及与]|以及)(${SURNAME}${GIVEN})(?=$|[，。；、：（）\\s]|等|和|及|出席|参加|陪同|主持|随同|一同|分别|到会|列席)`, 'u');

/** A person's name right behind a title and before a word that ends it: 副县长李四出席. */
export function nameAfterTitle(folded: string, title: RawMention): RawMention | undefined {
  const found = AFTER_TITLE.exec(folded.slice(title.end, title.end + 6));
  return found ? { start: title.end, end: title.end + found[0].length, type: 'PER', rule: 'name.afterTitle' } : undefined;
}

/** The next name of a list whose last name is known: 县领导张三、李四、王五参加. */
export function nameInList(folded: string, name: RawMention): RawMention | undefined {
  const found = IN_LIST.exec(folded.slice(name.end, name.end + 9)), next = found?.[1];
  if (!found || next === undefined) return undefined;
  const start = name.end + found[0].length - next.length;
  return { start, end: start + next.length, type: 'PER', rule: 'name.list' };
}
