import { Random } from './random';

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢';
const GIVEN = '望川一苇景澄石磊可欣伯年静姝兰溪远山立言子谦文昭怀瑾启云汉卿思远若水耀宗庭芳牧野成蹊知秋敬之长庚';
const PLACE = '青云临安石龙清泉平江西溪南桥东渡柳林白沙金山银湖双塔福田新集长坪大荆小岙枫岭梅溪桃源竹塘松原芦港';
const LEVELS = ['县', '区', '镇', '乡', '村', '街道', '开发区', '市'];
const BODIES = ['水务局', '住建局', '教育局', '民政局', '财政局', '卫健局', '应急管理局', '农业农村局', '生态环境局', '交通运输局', '文化和旅游局', '市场监管局'];
/** How a clause with a place in it is tied to a sentence. */
const TIES = ['会同', '覆盖', '依托', '结合', '借鉴', '对照', '联合', '参照'];

/** Whom the text calls by name: what stands before a verb of saying or going and begins with a surname. */
const NAMED = new RegExp(`(?<=[，。；、“”\\s）书记长任席])[${SURNAMES}][\\u4e00-\\u9fff]{1,2}(?=强调|指出|要求|来到|走进|主持|出席|希望|说|听取|叮嘱|在)`, 'gu');
/** A marker at the start of a line, which must keep its number. */
const MARKER = /^\s*(?:[（(]?\d{1,2}[）)]?[.．、]?(?=\D)|第\d+条)/u;
const SENTENCES = /[^。！？\n]+[。！？]?[”’）]*/gu;
/** Digits in a sentence that make it likely enough that no other has the same. */
const ENOUGH_DIGITS = 5;
/** Shorter lines without an end are headings, which real reports share as well. */
const HEADING = 12;

/** The report with other names, numbers and places in every paragraph, so that hardly a sentence of it is found in another variant. */
export function vary(report: string, random: Random): string {
  const names = new Map([...new Set(report.match(NAMED) ?? [])].map((name) => [name, personName(random)]));
  const named = names.size === 0 ? report : report.replace(new RegExp([...names.keys()].join('|'), 'gu'), (name) => names.get(name)!);
  return named.split('\n').map((line) => varyLine(line, random)).join('\n');
}

function varyLine(line: string, random: Random): string {
  const marker = MARKER.exec(line)?.[0] ?? '', rest = line.slice(marker.length);
  if (rest.length < HEADING && !/[。！？]/u.test(rest)) return marker + varyNumbers(rest, random);
  return marker + rest.replace(SENTENCES, (sentence) => varySentence(sentence, random));
}

function varySentence(sentence: string, random: Random): string {
  const varied = varyNumbers(sentence, random);
  if ((sentence.match(/\d/gu)?.length ?? 0) >= ENOUGH_DIGITS) return varied;
  const clause = `${random.of(TIES)}${placeName(random)}${random.of(BODIES)}`, comma = varied.indexOf('，');
  if (comma >= 0) return `${varied.slice(0, comma + 1)}${clause}，${varied.slice(comma + 1)}`;
  return varied.replace(/(?=[。！？]?[”’）]*$)/u, `，${clause}`);
}

/** Other digits, as many as there were; months, days and years stay such. */
function varyNumbers(text: string, random: Random): string {
  return text.replace(/\d+/gu, (digits, at: number) => {
    const unit = text[at + digits.length];
    if (unit === '月') return String(1 + random.below(12));
    if (unit === '日') return String(1 + random.below(28));
    if (digits.length === 4 && digits.startsWith('20')) return String(2010 + random.below(20));
    return Array.from(digits, (_, i) => String(i === 0 ? 1 + random.below(9) : random.below(10))).join('');
  });
}

const personName = (random: Random): string => random.of(SURNAMES) + random.of(GIVEN) + random.of(GIVEN);
const placeName = (random: Random): string => random.of(PLACE) + random.of(PLACE) + random.of(LEVELS);
