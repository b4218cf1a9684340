import { oneOf, pattern, type GrammarRow } from './row';

/** Begins where its digits do: looked for at each of them, a long row of digits would take time with its square. */
const NUMBER = '(?:(?<!\\d)\\d+(?:[,，]\\d{3})*(?:\\.\\d+)?)';
export const HAN_DIGITS = '一二三四五六七八九十百千两几数〇零';
const HAN = `[${HAN_DIGITS}]`;
const SCALE = '(?:多|余|几)?(?:万亿|千万|百万|亿|万|千|百)?(?:多|余)?';
const UNITS = oneOf(`元 美元 欧元 港元 日元 英镑 人民币 块 角 分 吨 公斤 斤 克 毫克 千克 亩 公顷 平方米 平方公里 平米 立方米 公里 千米 米 厘米 毫米 海里 里 千瓦 千瓦时 兆瓦 吉瓦 度 瓦 升 毫升
  人 人次 名 个 家 户 项 件 条 次 套 座 处 台 辆 批 届 期 岁 页 所 间 张 份 本 篇 部 门 棵 株 头 只 匹 艘 架 枚 颗 片 根 支 把 对 双 组 队 班 班次 趟 列 场 场次 轮 遍 起 宗 笔 例 位 席 层 栋 幢 村 县 种 类 款 级 星 倍 成 折 步 字 词 句 段 章 节 课时 学时 个百分点 百分点 %
  标箱 个标箱 箱 车 车次 架次 班列 万户 个点 兆 赫兹 摄氏度 ℃ 微克/立方米 万吨级 吨级 亩次 户次 平方千米 立方 立方千米 公里/小时 米/秒 分贝 元/吨 元/亩 元/人 公斤/亩 斤/亩 册 幅 首 尾 羽 盏 口 眼 道 盘 桌 顶 床 张床位 个床位 股 手 单 票 桶 瓶 罐 袋 包 盒 副 枝 束 排 朵 粒 滴 辆次 件次 宗次 项次`);
/** Words right before an amount that belong to it. */
const ABOUT = new RegExp(`${oneOf('约 近 超 超过 逾 不低于 不少于 不超过 至少 大约 将近 上 不足 接近 不到 第')}$`, 'u');
/** What an amount is paid or counted for: 842元/月. */
const RATE = '(?:/(?:平方米|立方米|小时|[月年人吨亩户次日天米]))';
const AFTER = oneOf('以上 以下 以内 左右 上下 之多');

/** Amounts, shares, ranks with their units; the numbers of list markers have no unit and stay out. */
export const QUANTITY_ROWS: readonly GrammarRow[] = [
  { name: 'quantity.share', type: 'NUM', needs: ['%％‰个'], lead: ABOUT, pattern: pattern(`${NUMBER}(?:[-—~至到]${NUMBER})?(?:%|％|‰|个百分点)${AFTER}?`), example: ['增长约5.6%以上', '约5.6%以上'], counter: '5.6分' },
  { name: 'quantity.fraction', type: 'NUM', needs: ['分'], pattern: pattern('(?:百分之|千分之|[二三四五六七八九十]分之)[一二三四五六七八九十百零点两\\d.]+(?:点[一二三四五六七八九])?'), example: ['占三分之一', '三分之一'], counter: '一分耕耘' },
  { name: 'quantity.range', type: 'NUM', needs: ['0123456789', '-—~－～至到'], lead: ABOUT, pattern: pattern(`${NUMBER}${SCALE}(?:${UNITS})?(?:[-—~－～至到])${NUMBER}${SCALE}${UNITS}${AFTER}?`), example: ['新增3-5家企业', '3-5家'], counter: '3-5月' },
  { name: 'quantity.unit', type: 'NUM', needs: ['0123456789'], lead: ABOUT, pattern: pattern(`${NUMBER}${SCALE}${UNITS}(?:级|次)?${RATE}?${AFTER}?`), example: ['投资超过6.5亿元', '超过6.5亿元'], counter: '1.加强领导' },
  { name: 'quantity.scale', type: 'NUM', needs: ['0123456789'], lead: ABOUT, pattern: pattern(`${NUMBER}(?:多|余)?(?:万亿|千万|百万|亿|万)(?:多|余)?${AFTER}?`), example: ['惠及30余万群众', '30余万'], counter: '一万年' },
  { name: 'quantity.level', type: 'NUM', needs: ['级以'], pattern: pattern('(?:[百千万亿]+|\\d+[百千万亿]+)(?:元|吨|亩|人)?(?:级|以上)'), example: ['百亿级产业', '百亿级'], counter: '一级企业' },
  { name: 'quantity.hanDecimal', type: 'NUM', needs: ['点'], lead: ABOUT, pattern: pattern(`${HAN}+点${HAN}+${SCALE}${UNITS}${AFTER}?`), example: ['装机十六点六万千瓦', '十六点六万千瓦'], counter: '三点意见' },
  { name: 'quantity.han', type: 'NUM', needs: [HAN_DIGITS], lead: ABOUT, pattern: pattern(`${HAN}+(?:点${HAN}+)?${SCALE}${UNITS}${AFTER}?`), example: ['三十余家企业', '三十余家'], counter: '三是' },
];
