import type { BorderRule } from './border-rule';
import { oneOf } from './row';

/** What documents are called by, where their name stands without marks. */
const HEAD = new RegExp(`(?:${oneOf('法 法典 宪法 条例 规定 规则 办法 细则 准则 守则 章程 党章 制度 标准 规范 指南 规划 计划 纲要 方案 预案 要点 意见 建议 提案 议案 草案 修正案 总结 报告 报告书 通报 通知 通告 公告 公报 批复 复函 函 请示 答复 决定 决议 命令 令 解释 声明 宣言 倡议 协议 协定 公约 条约 宪章 议定书 备忘录 议程 目录 清单 预算 决算 白皮书 蓝皮书 责任书 书 文件 学 经 传 史 志 录 报 刊 表 图')}|稿|）|》|”|号|[A-Z]{2,})$`, 'u');

/** Ways to act that are called by the same character as laws. */
const WAY = /(?:[执司学守用尊遵做看说书疗违犯合]|方|输入|工作|教学|训练)法$/u;

/** How the borders of documents are set right by what stands in and next to them. */
export const DOCUMENT_RULES: readonly BorderRule[] = [
  {
    name: 'border.documentHead', type: 'DOC',
    mend: (_s, m, written) => {
      const year = /^\d{4}年度?/u.exec(written)?.[0];
      if (HEAD.test(written) && !WAY.test(written) || /关于|\d号|^[A-Z]/u.test(written)) return undefined;
      return year ? { end: m.start + year.length, type: 'TIME' } : null;
    },
    example: ['推行[县域综合执法]改革', ''], counter: '落实[县域综合执法条例]',
  },
  {
    name: 'border.doer', type: 'DOC', mend: (_s, m, written) => ({ start: m.start + (/^(?:认真|严格|全面|深入)?(?:执行|落实|贯彻|审查|修订|编制好?|制定)(?=[\u4e00-\u9fff]{3})/u.exec(written)?.[0].length ?? 0) }),
    example: ['[认真执行预算法]，完善管理', '预算法'], counter: '印发[执行计划]',
  },
  {
    name: 'border.documentOf', type: 'DOC',
    mend: (s, m) => ({ end: m.end + (s.startsWith('关于', m.start) ? /^的(?:报告|决定|决议|意见|通知|批复|请示|说明|议案|解释)(?![\u4e00-\u9fff]*》)/u.exec(s.slice(m.end, m.end + 24))?.[0].length ?? 0 : 0) }),
    example: ['通过了[关于修改青禾市供水条例]的决定', '关于修改青禾市供水条例的决定'], counter: '通过了[青禾市供水条例]的决定',
  },
  {
    name: 'border.twoDocuments', type: 'DOC', mend: (_s, m, written) => { const at = /(?<=法|条例|决议|公约|协定)和[^《》]{2,40}(?:法|条例|决议|公约|协定)$/u.exec(written)?.index; return at === undefined ? undefined : { end: m.start + at }; },
    example: ['落实[供水法和青禾市供水条例]', '供水法'], counter: '落实[青禾市供水和排水条例]',
  },
  {
    name: 'border.documentMore', type: 'DOC', mend: (s, m) => ({ end: m.end + (/^(?:修正案草案|修正草案|修订草案|修正案|草案|实施条例|实施细则|实施办法)(?![》\u4e00-\u9fff]*》)/u.exec(s.slice(m.end, m.end + 30))?.[0].length ?? 0) }),
    example: ['审议[森林法]修正草案', '森林法修正草案'], counter: '审议[森林法]的修正案',
  },
  {
    name: 'border.version', type: 'DOC', mend: (s, m) => ({ end: m.end + (/^（(?:草案|试行|暂行|稿|征求意见稿|审议稿|\d{4}年?版|\d{4}[—-]\d{4}年)）/u.exec(s.slice(m.end, m.end + 14))?.[0].length ?? 0) }),
    example: ['编制了[“十六五”规划纲要]（草案）', '“十六五”规划纲要（草案）'], counter: '编制了[“十六五”规划纲要]（见附件）',
  },
  {
    name: 'type.committee', type: 'DOC', mend: (s, m, written) => (/法$/u.test(written) && s.startsWith('委员会', m.end) ? { end: m.end + 3, type: 'ORG' } : undefined),
    example: ['[香港特别行政区基本法]委员会', '香港特别行政区基本法委员会'], counter: '[森林法]由委员会解释',
  },
];
