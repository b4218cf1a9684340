import { bitsByCharacter, bitsIn } from '../../lexicon/character-bits';

/**
 * How official text shortens the parts of bodies' names: 住房和城乡建设 → 住建, 委员会 → 委. Longer wordings first; applied one after another.
 * Both the full and the short name are brought to one form, so either side may already be short. `has`: characters of which every wording that
 * it shortens has one.
 */
const TABLE: readonly { readonly has: string; readonly long: RegExp; readonly short: string }[] = ([
  ['中国共产党', '中共'], ['中华全国', '全国'], ['人民代表大会', '人大'], ['人民政治协商会议', '政协'], ['政治协商会议', '政协'], ['人民政府', '政府'], ['人民法院', '法院'], ['人民检察院', '检察院'],
  ['常务委员会', '常委会'], ['纪律检查委员会', '纪委'], ['监察委员会', '监委'], ['政法委员会', '政法委'], ['社会主义青年团', '共青团'], ['共产主义青年团', '共青团'],
  ['发展和?与?改革', '发改'], ['住房和?与?城乡建设', '住建'], ['住房城乡建设', '住建'], ['城乡建设', '城建'], ['人力资源和?与?社会保障', '人社'], ['国有资产监督管理', '国资'],
  ['卫生和?与?健康', '卫健'], ['卫生和?计划生育', '卫计'], ['工业和?与?信息化', '工信'], ['经济和?与?信息化', '经信'], ['市场监督管理', '市监'], ['市场监管', '市监'], ['文化和?与?旅游', '文旅'],
  ['文化广电和?旅游', '文广旅'], ['科学技术协会', '科协'], ['文学艺术界联合会', '文联'], ['工商业联合会', '工商联'], ['残疾人联合会', '残联'], ['归国华侨联合会', '侨联'], ['妇女联合会', '妇联'],
  ['科学技术', '科技'], ['交通运输', '交通'], ['生态环境', '环境'], ['环境保护', '环保'], ['应急管理', '应急'], ['食品药品监督管理', '食药监'], ['质量技术监督', '质监'], ['安全生产监督管理', '安监'],
  ['自然资源和?规划', '资规'], ['农业和?农村', '农业农村'], ['退役军人事务', '退役军人'], ['供销合作', '供销'], ['国家税务', '国税'], ['地方税务', '地税'], ['城市管理', '城管'], ['行政审批', '审批'],
  ['机构编制', '编制'], ['宣传思想文化', '宣传文化'], ['统一战线工作', '统战'], ['对外联络', '联络'], ['台湾事务', '台'], ['港澳事务', '港澳'],
  ['有限责任公司', '公司'], ['股份有限公司', '公司'], ['有限公司', '公司'], ['集团公司', '集团'], ['委员会', '委'], ['办公室', '办'], ['联合总社|总社|联合社', '社'], ['[和与及]', ''],
] as const).map(([long, short]) => ({ has: /^\[(.+)\]$/u.exec(long)?.[1] ?? long.split('|')[0]!.at(-1)!, long: new RegExp(long, 'gu'), short }));

/** Whole names that mean one body. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['党中央', '中共中央'], ['中国共产党中央', '中共中央'], ['中共中央委', '中共中央'], ['中办', '中共中央办公厅'], ['国办', '国务院办公厅'], ['中组部', '中共中央组织部'], ['中宣部', '中共中央宣传部'],
  ['中央组织部', '中共中央组织部'], ['中央宣传部', '中共中央宣传部'], ['中央统战部', '中共中央统战部'], ['中央办公厅', '中共中央办公厅'], ['中纪委', '中共中央纪委'], ['中央纪委', '中共中央纪委'], ['人大', '全国人大'],
  ['中央军委', '中共中央军委'], ['中政委', '中央政法委'], ['人行', '人民银行'], ['央行', '人民银行'], ['中国人民银行', '人民银行'], ['解放军', '中国人民解放军'], ['全总', '全国总工会'],
]);

/** For each character the rows of the table that it is of, a bit a row in two numbers. */
const ROWS_OF = { low: bitsByCharacter(TABLE.slice(0, 32).map(({ has }) => has)), high: bitsByCharacter(TABLE.slice(32).map(({ has }) => has)) };

/** The name with its parts shortened as far as the genre goes; names of one body mostly come out alike. */
export function contract(name: string): string {
  const low = bitsIn(name, ROWS_OF.low), high = bitsIn(name, ROWS_OF.high);
  let short = name;
  if ((low | high) !== 0) for (let row = 0; row < TABLE.length; row++) if (((row < 32 ? low : high) >>> (row & 31) & 1) === 1) short = short.replace(TABLE[row]!.long, TABLE[row]!.short);
  return SAME.get(short) ?? short;
}
