/**
 * One-character and other short names of places that official text uses (京津冀, 沪锡联动, 中俄).
 * Provinces: the abbreviations of GB/T 2260's annex; cities: those on their vehicles, newspapers and railways; countries: the press's usual ones.
 * A character may stand for several places: the likelier first.
 */
const TABLE = `京 北京;津 天津;冀 河北;晋 山西;蒙 内蒙古 蒙古国;辽 辽宁;吉 吉林;黑 黑龙江;沪 上海;申 上海;苏 江苏 苏州;浙 浙江;皖 安徽;闽 福建;赣 江西;
鲁 山东;豫 河南;鄂 湖北;湘 湖南;粤 广东;桂 广西;琼 海南;渝 重庆;川 四川;蜀 四川;黔 贵州;贵 贵州;滇 云南;云 云南;藏 西藏;陕 陕西;秦 陕西;甘 甘肃;陇 甘肃;青 青海 青岛;宁 宁夏 南京;新 新疆;
港 香港;澳 澳门 澳大利亚;台 台湾;锡 无锡;常 常州;通 南通;徐 徐州;扬 扬州;镇 镇江;杭 杭州;甬 宁波;温 温州;嘉 嘉兴;绍 绍兴;合 合肥;芜 芜湖;榕 福州;厦 厦门;泉 泉州;洪 南昌;济 济南;烟 烟台;威 威海;
郑 郑州;洛 洛阳;汉 武汉;穗 广州;深 深圳;珠 珠海;莞 东莞;邕 南宁;蓉 成都;筑 贵阳;昆 昆明;连 大连;沈 沈阳;长 长春 长沙;哈 哈尔滨;石 石家庄;太 太原;
中 中国;美 美国;俄 俄罗斯;英 英国;法 法国;德 德国;日 日本;韩 韩国;朝 朝鲜;印 印度;越 越南;巴 巴基斯坦 巴西;哈 哈萨克斯坦;欧 欧洲 欧盟;非 非洲;拉 拉丁美洲`;

const byShort = new Map(TABLE.split(/[;\n]+/u).map((row): [string, string[]] => { const [short, ...names] = row.trim().split(' '); return [short!, names]; }));

/** Names, without suffix, that the short name may stand for; none where it is no known short name. */
export const placesShortenedTo = (short: string): readonly string[] => byShort.get(short) ?? [];
