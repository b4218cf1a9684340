import { combine, pattern, wordsOf, type GrammarRow } from './row';

const LAWS = wordsOf('宪法 刑法 民法典 刑事诉讼法 民事诉讼法 立法法 监察法 行政许可法 土地管理法 公司法 安全生产法 环境保护法 食品安全法 教育法 义务教育法 劳动法 劳动合同法 预算法 公务员法 香港特别行政区基本法 澳门特别行政区基本法 香港国安法 党章 政府工作报告');

/** Titled documents and document numbers (GB/T 9704: code of the issuer, year in 〔〕, number). */
export const DOCUMENT_ROWS: readonly GrammarRow[] = [
  { name: 'document.marks', type: 'DOC', needs: ['《'], pattern: pattern('《(?:[^《》\\n]|《[^《》\\n]{1,60}》){1,120}》'), example: ['学习《甲县工作条例》精神', '《甲县工作条例》'], counter: '学习条例' },
  { name: 'document.number', type: 'DOC', needs: ['号'], pattern: pattern('(?<=^|[^\\u4e00-\\u9fff]|根据|按照|依据|以|的|和|见|即|及|号)[\\u4e00-\\u9fff]{1,9}[〔\\[（【]\\d{4}[〕\\]）】]第?\\d{1,4}号'), example: ['（甲政发〔2020〕6号）', '甲政发〔2020〕6号'], counter: '门牌6号' },
  { name: 'document.order', type: 'DOC', needs: ['号'], pattern: pattern('(?:[\\u4e00-\\u9fff]{2,12}令第\\d{1,4}号|[\\u4e00-\\u9fff]{2,8}公告\\d{4}年第\\d{1,4}号)'), example: ['甲省人民政府令第12号', '甲省人民政府令第12号'], counter: '第12号台风' },
  { name: 'document.nationalPlan', type: 'DOC', needs: ['“', '五'], pattern: pattern('国家“(?:十[一二三四五六七八]五|[一二三四五六七八九]五)”(?:[\\u4e00-\\u9fff]{0,6}规划)(?:纲要)?(?:《纲要》)?'), example: ['对接国家“十六五”规划', '国家“十六五”规划'], counter: '“十六五”规划' },
  { name: 'document.yearly', type: 'DOC', needs: ['年', '点'], pattern: pattern('(?<!\\d)\\d{4}年度?(?:(?![的在对将，])[\\u4e00-\\u9fff]){0,12}?工作要点'), example: ['学习2031年县委农村工作要点', '2031年县委农村工作要点'], counter: '2031年的工作要点' },
  { name: 'document.law', type: 'DOC', words: combine(['', '中华人民共和国'], LAWS), example: ['维护宪法权威', '宪法'], counter: '办法不多' },
  { name: 'document.plan', type: 'DOC', needs: ['“', '五'], pattern: pattern('“(?:十[一二三四五六七八]五|[一二三四五六七八九]五)”(?:[\\u4e00-\\u9fff]{0,10}规划)(?:纲要)?(?:《纲要》)?'), example: ['落实“十六五”规划纲要', '“十六五”规划纲要'], counter: '“十六五”时期' },
];
