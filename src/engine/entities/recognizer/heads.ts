import { finish, HASH_SEED, mix } from '../../lexicon/hash';

/** Kinds of head nouns, each with the endings that make one; a later row wins where two have the same ending. Endings of up to three characters are looked at. */
const HEAD_ROWS: readonly (readonly [kind: number, endings: string])[] = [
  [1, '部 委 局 厅 院 会 社 所 队 署 办 组 集团 公司 学校 大学 学院 中学 小学 厂 行 政府 政协 人大 法院 检察院 委员会 办公室 中心 协会 商会 银行 医院 联盟 支部 党委 党组 总队 支队 指挥部 联合会 基金会 研究院 研究所 企业集团 合作社 电视台 日报社 总社 总站'],
  [2, '省 市 区 县 镇 乡 村 路 街 河 江 湖 山 岛 海 港 湾 州 旗 盟 园 城 国 地区 园区 开发区 高新区 街道 社区 广场 公园 景区 基地 机场 车站 码头 大桥 水库 高速 铁路 市场 大街 会议室 流域 盆地 平原 半岛 走廊 经济带 产业园 示范区 试验区'],
  [3, '书记 主任 长 主席 委员 常委 总理 总统 院士 教授 代表 记者 领导 经理 同志'],
  [4, '工程 行动 战略 计划 机制 理念 思想 倡议 道路 制度 体系 政策 共同体 现代化'],
  [5, '会议 活动 论坛 大会 座谈会 仪式 培训班 推进会 博览会 展览 比赛 节'],
  [6, '法 条例 规划 意见 办法 方案 通知 规定 决定 纲要 报告 公约 协定 宣言'],
];
/** Places of the table, as kernel.as has them. */
const PLACES = 1024;

/** The table of endings for the kernel: pairs of hash and kind; the place is the hash modulo their number, or the next that is free. */
export function headNouns(): Int32Array {
  const table = new Int32Array(2 * PLACES), kindOf = new Map(HEAD_ROWS.flatMap(([kind, endings]) => endings.split(' ').map((e): [string, number] => [e, kind])));
  for (const [ending, kind] of kindOf) {
    const hash = finish(Array.from(ending).reduce((running, c) => mix(running, c.charCodeAt(0)), HASH_SEED)) | 0;
    let place = hash & (PLACES - 1);
    while (table[2 * place + 1] !== 0) place = (place + 1) & (PLACES - 1);
    table[2 * place] = hash;
    table[2 * place + 1] = kind;
  }
  return table;
}
