/**
 * Characters of names that are taken for one another by their looks, one group a word; those of one sound need no list. Written for this
 * project.
 */
const GROUPS = `未末 己巳 戊戌戍 士土 千干 大太犬 王玉主 今令 冶治 洋祥 桂佳 晴睛 昊昱 昊吴 旻昊 炅昊 延廷 延庭 倩情 晟晨 泽译 泽择 栋拣 彦颜 亨享 恒桓 予子 矛予 尧克 若苦 淮准 淼森 晶品 朋明 材村 永水冰 江汪 牛午 由甲申田
  白百自 目且 矢失 科料 良艮 钧钓钩 锦绵 阳阴 鸣呜 龙尤 宇字 深探琛 育盲 昌冒 丰半 平乎 帅师 乌鸟 岛鸟 颖颗 铎择 轩轨 欣砍 炳柄 琦椅 崎琦 佟终 兖充 冼洗 下卞 妤好 宦官 屹吃 巍魏 帆凡 弋戈 彤丹 徽微
  恺皑 攸悠 枫讽 梓辛 樊攀 沣丰 洵询 涵函 淑叔 湛堪 溥博 璟景 翟瞿 睿容 祎伟 稷谡 筠均 耿取 聿律 芮内 茅矛 苟荀 莘辛 谌湛 赟斌 逄逢 郄却 郗都 闵闽 阚阐 隽俊 颉吉 霁齐 黎黍`;

const groupsOf = new Map<string, number[]>();
GROUPS.split(/\s+/u).forEach((group, i) => { for (const c of group) groupsOf.set(c, [...(groupsOf.get(c) ?? []), i]); });

/** The groups of look-alikes that a character is in, by number. */
export const lookAlikeGroups = (character: string): readonly number[] => groupsOf.get(character) ?? [];
