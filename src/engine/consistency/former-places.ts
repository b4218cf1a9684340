/**
 * Divisions that lay elsewhere or were abolished while another of their name remains: a text of those years, or of history, is right about
 * them. One row a parent, provinces beside cities.
 *
 * Source: the yearly lists of GB/T 2260 codes from December 2002 to July 2016 as the npm package gb2260 0.6.0 (MIT) holds them, compared with
 * the table of `data/places.bin`: every pair of a county or city and its parent whose names that table knows and whose relation it contradicts.
 */
const TABLE = `石家庄市 桥东区;邢台市 桥东区 桥西区;河北省 新市区;保定市 新市区;大同市 城区 矿区;长治市 城区 郊区;四平市 公主岭市;黑龙江省 太平区;哈尔滨市 太平区;江苏省 清河区 城区 郊区;淮安市 清河区;盐城市 城区;扬州市 郊区;
安徽省 西市区;蚌埠市 西市区 郊区;安庆市 郊区 枞阳县;六安市 寿县;济宁市 市中区;河南省 南关区 郊区;开封市 南关区 郊区;新乡市 新华区 郊区;焦作市 济源市;广东省 东山区;广州市 东山区;广西壮族自治区 新城区 城北区;
南宁市 新城区 城北区;重庆市 双桥区;广元市 市中区;遂宁市 市中区;资阳市 简阳市;吴忠市 中宁县;固原市 海原县;新疆维吾尔自治区 东山区;乌鲁木齐市 东山区`;

/** First year from which the table above knows the divisions. */
export const FIRST_YEAR = 2002;

/** Pairs of parent and division as they once were. */
export const FORMER_PLACES: readonly (readonly [parent: string, division: string])[] = TABLE.split(/[;\n]+/u).flatMap((row) => {
  const [parent, ...divisions] = row.split(' ');
  return divisions.map((division) => [parent!, division] as const);
});

const known = new Set(FORMER_PLACES.map((pair) => pair.join(' ')));

export const isFormer = (parent: string, division: string): boolean => known.has(`${parent} ${division}`);
