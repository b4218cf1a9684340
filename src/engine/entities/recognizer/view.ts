/** Code of the place before and after a sentence. */
export const EDGE = 1;

/** Classes of characters that features speak of. */
export const enum CharClass { Other, Edge, Digit, Numeral, Latin, Open, Close, TitleOpen, TitleClose, Bracket, Stop, Pause, Calendar, Unit, Surname, PlaceHead, BodyHead, RoleHead, Sound }

/** One row for each class: the characters in it. A later row wins. */
const CLASS_ROWS: readonly [CharClass, string][] = [
  [CharClass.Sound, '阿埃艾巴拜贝比布达德迪杜多厄恩尔法菲费佛弗富冈戈哥格古哈海赫华霍基吉加贾杰卡凯坎科克库拉莱兰勒雷里丽利林卢鲁伦罗洛马麦曼梅蒙米密莫姆穆纳娜南内尼纽诺欧帕佩皮普奇恰乔切瑞萨塞桑沙舍什史士斯苏索塔泰坦特提廷图托瓦万韦维温沃乌西希夏辛休雅亚扬耶伊因尤约泽扎兹祖'],
  [CharClass.RoleHead, '长员任记席理总师士授官手代'],
  [CharClass.BodyHead, '部委局厅院会社所队署办组团司校厂行府系处科店馆站室'],
  [CharClass.PlaceHead, '省市县区镇乡村路街河江湖山岛海港湾州旗盟屯寨庄巷桥园城国洲洋峰谷湿'],
  [CharClass.Surname, '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于余叶蒋杜苏魏程吕丁任沈姚卢姜崔钟谭陆汪范廖石金韦贾夏傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文庞樊殷施洪颜倪齐岳翟安申牛尚温芦季俞章鲁葛伍毕聂焦柴翁童纪裴习柳骆祁卜梅盛'],
  [CharClass.Unit, '元吨米亩斤瓦级倍户项个名家人次条套件处座台辆批届期岁页亿万千百'],
  [CharClass.Calendar, '年月日时分秒周旬季岁号'],
  [CharClass.Numeral, '一二三四五六七八九十零〇两廿百千万亿'],
  [CharClass.Open, '“‘'], [CharClass.Close, '”’'], [CharClass.TitleOpen, '《〈'], [CharClass.TitleClose, '》〉'],
  [CharClass.Bracket, '()〔〕[]{}【】'], [CharClass.Stop, ',.:;!?。—…'], [CharClass.Pause, '、·-~/ '], [CharClass.Digit, '0'],
];

/** Class of every code of the view. */
export const CLASS_OF: Uint8Array = (() => {
  const table = new Uint8Array(65536);
  for (let c = 97; c < 123; c++) table[c] = CharClass.Latin;
  for (const [cls, characters] of CLASS_ROWS) for (const c of characters) table[c.charCodeAt(0)] = cls;
  table[EDGE] = CharClass.Edge;
  return table;
})();

/** Full-width, traditional and typewriter forms of one sign, as the sign of the view. */
const SAME: Record<string, string> = { '「': '“', '『': '“', '」': '”', '』': '”', '－': '-', '–': '-', '―': '—', '～': '~', '％': '%', '•': '·', '‧': '·', '・': '·', '\u3000': ' ' };
const VIEW_OF: Uint16Array = (() => {
  const table = Uint16Array.from({ length: 65536 }, (_, code) => code);
  for (let c = 0xff01; c <= 0xff5e; c++) table[c] = c - 0xfee0;
  for (const [from, to] of Object.entries(SAME)) table[from.charCodeAt(0)] = to.charCodeAt(0);
  for (let c = 0; c < 65536; c++) {
    const code = table[c]!;
    if (code >= 65 && code <= 90) table[c] = code + 32;
    else if (code >= 48 && code <= 57) table[c] = 48;
  }
  return table;
})();

/** Writes the codes features are made of: half-width, lower-case, every digit `0`, with `PAD` edge codes on both sides. */
export function writeView(text: string, codes: Uint16Array): void {
  let open = false;
  codes.fill(EDGE, 0, PAD);
  for (let i = 0; i < text.length; i++) {
    let code = VIEW_OF[text.charCodeAt(i)]!;
    if (code === 34) { open = !open; code = open ? 0x201c : 0x201d; }
    codes[i + PAD] = code;
  }
  codes.fill(EDGE, text.length + PAD, text.length + 2 * PAD);
}

/** Edge codes on each side of a view. */
export const PAD = 4;
