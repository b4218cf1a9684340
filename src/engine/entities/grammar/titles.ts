import { combine, pattern, wordsOf, type GrammarRow } from './row';

const LEVEL = '(?:省|市|区|县|州|盟|旗|镇|乡|党|团|工|纪|村|院|校|厂|自治区|街道|机关|直属|党工|中共中央|中央|地|师)';
const BEFORE = ['', ...wordsOf('常务副 第一副 执行副 副 第一 执行 常务 代理 名誉 总 代 首席 高级 助理 原')];
const CORE = wordsOf(`书记 总书记 常委 委员 候补委员 党组书记 党委书记 党组成员 党工委书记 主席 主任 主任委员 省长 市长 区长 县长 州长 乡长 镇长 村长 旗长 盟长 部长 厅长 局长 处长 科长 股长 司长 署长 行长 院长 校长 所长 站长 队长 馆长 台长 社长 厂长 矿长 场长 园长 总经理 经理 董事长 董事 理事长 会长
  秘书长 巡视员 调研员 检察长 审判长 总理 国务委员 总统 首相 国王 议长 大使 总领事 参赞 外长 防长 司令员 政委 政治委员 参谋长 军长 师长 团长 营长 连长 上将 中将 少将 大校 院士 教授 研究员 工程师 总工程师 高级工程师 工程师 主管 总监 总裁 首席执行官 代表 记者 组长 指挥长 指挥 总指挥 队员 支部书记 村支书 村主任 总书记 国家主席 军委主席 市领导 区领导 县领导 省领导 负责人 主要负责人 领导 发言人 行政长官 特首 司令 专员 督学 督察 顾问 律师 医生 护士 博士 专家 主编 编辑 主持人 党组成员 班子成员 参事 纪检组长 总会计师 总经济师 书记处书记`);

/** Titles and ranks. */
export const TITLE_ROWS: readonly GrammarRow[] = [
  { name: 'title.listed', type: 'POS', needs: ['：'], pattern: pattern('(?:负责人|负责同志|领导)(?=(?:还有|有|包括)：)'), example: ['参加慰问的县里负责人还有：张三、李四', '负责人'], counter: '负责人：' },
  { name: 'title.committee', type: 'POS', needs: ['委'], pattern: pattern(`${LEVEL}委(?:常委|副书记|书记|委员|秘书长|副秘书长)`), example: ['甲县县委副书记张三', '县委副书记'], counter: '县委大院' },
  { name: 'title.word', type: 'POS', words: combine(BEFORE, CORE), example: ['副县长李四', '副县长'], counter: '成长快' },
];
