import { oneOf, pattern, type GrammarRow } from './row';

const HEADS = oneOf('战略 行动 工程 计划 学习教育 主题教育 倡议 机制 制度 改革 方针 政策 经验 模式 体系 平台 活动 总体布局 战略布局 理念 思想 重要思想 精神 原则 格局 目标 品牌 教育 综合改革 综合试点 试点 专项行动 三年行动 攻坚战 保卫战 责任制 讲话 建设 体制 监管 公开');

/** A quoted coinage from its opening mark to the head that belongs to its name, as far as it goes. */
export const QUOTED_NAME = new RegExp(`^“[^“”]*”(?:[、“][^“”]*”)*(?:[\\u4e00-\\u9fff]{0,4}(?:工程|行动|战略|计划|平台|倡议|学习教育)|${HEADS})?`, 'u');

/** Quoted coinages and slogans with their marks, and a head that belongs to the name. */
export const TERM_ROWS: readonly GrammarRow[] = [
  { name: 'term.quotedHead', type: 'TERM', needs: ['“'], pattern: pattern(`“[^“”。！？\\n]{1,24}”${HEADS}`), example: ['推进“双轮驱动”战略', '“双轮驱动”战略'], counter: '“双轮驱动”企业' },
  { name: 'term.slogan', type: 'TERM', needs: ['“'], pattern: pattern('(?<![：，说道问喊])“[^“”。！？；：\\n]{1,14}[、，][^“”。！？；：\\n]{1,16}”'), example: ['发扬“敢为人先、善作善成”的作风', '“敢为人先、善作善成”'], counter: '他说：“水清了，鱼也多了。”' },
  { name: 'term.pair', type: 'TERM', needs: ['“'], pattern: pattern(`“[^“”。！？\\n]{1,4}”(?:“[^“”。！？\\n]{1,4}”)+[\\u4e00-\\u9fff]{0,5}(?:关系|${HEADS})`), example: ['构建“亲”“清”政商关系', '“亲”“清”政商关系'], counter: '做好“加”“减”“乘”“除”法' },
  { name: 'term.quoted', type: 'TERM', needs: ['“'], pattern: pattern('“[^“”。！？\\n]{1,30}”'), example: ['争做“四个表率”干部', '“四个表率”'], counter: '他说：“做好这件事。”' },
  { name: 'term.thought', type: 'TERM', pattern: pattern('(?:习近平(?:新时代中国特色社会主义|生态文明|法治|强军|外交|经济|文化|总体国家安全观)思想|“三个代表”重要思想|毛泽东思想|邓小平理论|科学发展观|马克思列宁主义)'), example: ['以习近平生态文明思想为指导', '习近平生态文明思想'], counter: '思想教育' },
  { name: 'term.programme', type: 'TERM', needs: ['动程划战'], pattern: pattern('(?<=实施|开展|推进|启动|深化|落实|组织|推动|和|、)[\\u4e00-\\u9fff]{2,14}(?:专项行动|三年行动|行动|工程|计划|攻坚战|保卫战)'), example: ['深入实施清河护岸行动', '清河护岸行动'], counter: '立即行动' },
];
