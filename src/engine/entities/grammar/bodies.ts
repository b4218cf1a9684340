import { HAN_DIGITS } from './quantities';
import { pattern, wordsOf, type GrammarRow } from './row';

const CENTRAL = wordsOf(`党中央 中共中央 中央 国务院 国务院办公厅 中央军委 全国人大 全国人大常委会 全国政协 中央政治局 中共中央政治局 中央书记处 中央纪委 国家监委 中央纪委国家监委 最高人民法院 最高人民检察院 中央办公厅 中共中央办公厅 中央组织部 中央宣传部 中央统战部 中央政法委
  外交部 国防部 国家发展改革委 国家发展和改革委员会 发展改革委 教育部 科技部 科学技术部 工业和信息化部 国家民委 公安部 国家安全部 民政部 司法部 财政部 人力资源和社会保障部 人力资源社会保障部 自然资源部 生态环境部 住房和城乡建设部 住房城乡建设部 交通运输部 水利部 农业农村部 商务部 文化和旅游部 国家卫生健康委 退役军人事务部 应急管理部 中国人民银行 审计署
  国务院国资委 国家税务总局 海关总署 市场监管总局 国家市场监督管理总局 国家广播电视总局 国家体育总局 国家统计局 国家医保局 国家能源局 国家林业和草原局 中国气象局 中国银保监会 中国证监会 国家信访局 国家粮食和物资储备局 全国总工会 全国妇联 共青团中央 新华社 人民日报社 中央广播电视总台 中国科学院 中国工程院 中国红十字会 联合国 世界卫生组织 欧盟 东盟`);
const ALL = '(?:省|市|区|县|州|盟|旗|镇|乡|自治区|街道|地)';

/** Congresses, plenums and sessions, which begin with numbers. */
export const SESSION_ROWS: readonly GrammarRow[] = [
  { name: 'body.plenum', type: 'ORG', needs: ['届'], pattern: pattern('(?:[省市区县州旗镇乡](?:纪委|委|政协|人大)?|中央纪委|中纪委|全国政协|全国人大)[一二三四五六七八九十]{1,3}届(?:人大|政协|人民代表大会|纪委)?[一二三四五六七八九十]{1,3}次(?:全会|全体会议|会议)'), example: ['贯彻市委七届六次全会精神', '市委七届六次全会'], counter: '第六次会议' },
  { name: 'body.congress', type: 'ORG', needs: ['委府会大协', HAN_DIGITS], pattern: pattern('(?:党的|中共)?(?:二?十[一二三四五六七八九]|二十)大|(?:党的|中共)[一二三四五六七八九十]大'), example: ['学习党的十九大精神', '党的十九大'], counter: '十大重点' },
  { name: 'body.partyCongress', type: 'ORG', needs: ['委府会大协', '第后'], pattern: pattern('(?:党的|中国共产党|中共)第[一二三四五六七八九十]+次全国代表大会'), example: ['出席党的第十五次全国代表大会', '党的第十五次全国代表大会'], counter: '第十五次代表大会' },
  { name: 'body.plenary', type: 'ORG', needs: ['届'], pattern: pattern('(?:党的|中共)?[一二三四五六七八九十]{1,3}届[一二三四五六七八九十]{1,2}中?(?:[、和][一二三四五六七八九十]{1,2}中?)*全会'), example: ['党的十八届三中、四中全会', '党的十八届三中、四中全会'], counter: '第三届全会' },
];

/** Agencies and papers in the dateline of news. */
const AGENCY = '(?:新华社|新华网|中新社|中新网|央视网|人民网|中国网|光明网|国际在线|中央社)';

/** Bodies of the state and the Party. */
export const BODY_ROWS: readonly GrammarRow[] = [
  { name: 'body.central', type: 'ORG', words: CENTRAL, example: ['国务院办公厅印发', '国务院办公厅'], counter: '中心' },
  { name: 'body.agency', type: 'ORG', needs: ['社网线'], pattern: pattern(`${AGENCY}(?=消息|讯|记者|报道|[\\u4e00-\\u9fff]{0,8}\\s?\\d{1,2}月\\d{1,2}日)`), example: ['新华社东江9月1日电', '新华社'], counter: '新华社区' },
  { name: 'body.beforeTitle', type: 'ORG', needs: ['长任记理员'], pattern: pattern('(?<=^|[^\\u4e00-\\u9fff]|、|和|由|与)[\\u4e00-\\u9fff]{1,14}(?:局|处|科|部|厅|院|所|司|署|办公室|委员会|中心|公司|集团|支队|大队|协会|学校|理事会|党组)(?=(?:党委|党组)?副?(?:局长|处长|科长|部长|厅长|院长|所长|司长|署长|主任|书记|董事长|总经理|经理|支队长|大队长|会长|校长|成员))'), example: ['甲县水务局副局长', '甲县水务局'], counter: '加快步伐' },
  { name: 'body.residents', type: 'ORG', needs: ['委'], pattern: pattern('(?<=^|[、，：和及])(?:(?![的由各区县市])[\\u4e00-\\u9fff]){2,4}(?:居民委员会|村民委员会|居委会|村委会)'), example: ['柳湾村、石埠居民委员会', '石埠居民委员会'], counter: '各居民委员会' },
  { name: 'body.coordinated', type: 'ORG', needs: ['、', '委府会大协'], pattern: pattern(`(?:中央|省|市|区|县|州|乡|镇)(?:、(?:省|市|区|县|州|乡|镇|村))+(?:两级|三级|四级)?(?:委全会|委|政府|人大常委会|人大|政协|纪委监委|纪委)(?!员|托|副?书记|常委)`), example: ['贯彻省、市委全会精神', '省、市委全会'], counter: '省、市、县三级' },
  { name: 'body.level', type: 'ORG', needs: ['委政人纪法监检直'], pattern: pattern(`${ALL}(?:委政法委|委组织部|委宣传部|委统战部|委办公室|委办|委|人民政府办公室|人民政府|政府办公室|政府|人大常委会|人大|政协|纪委监委|纪委|监委|人民法院|法院|人民检察院|检察院|委常委会|直机关工委)(?!员|托|副?书记|常委)`), example: ['市政府召开会议', '市政府'], counter: '市场开放' },
];
