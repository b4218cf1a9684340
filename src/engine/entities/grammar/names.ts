import type { RawMention } from '../raw-mention';

const SURNAME = '(?:欧阳|司马|上官|诸葛|慕容|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤牛信连习温栗俞闻牟盛童尤岳齐梅庄辛管祝左涂谷祁时舒耿卜路詹关苗凌费纪靳盖房裴符欧查甘翁车边仇柳成甄冉尚季翟兰游阮柯管鲍华阎])';
const GIVEN = '[\\u4e00-\\u9fff]{1,2}?';
/** What may follow a name: the end of a clause, or a word that people do things with. */
const FOLLOWS = '(?=$|[，。；、：！？（）“”《》\\s]|等|同志|出席|参加|陪同|主持|率|带队|一行|介绍|指出|强调|要求|说|表示|作|讲话|分别|一同|调研|考察|致辞|传达|汇报|随同|会见|到会|列席|代表|宣读|对|向|在|和|与|及|就|深入|先后|赴|到|来到)';
const AFTER_TITLE = new RegExp(`^${SURNAME}${GIVEN}${FOLLOWS}`, 'u');
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
