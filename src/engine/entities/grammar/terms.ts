import { combine, oneOf, pattern, wordsOf, type GrammarRow } from './row';

/** Heads that belong to the name of what is quoted: in labelled sentences of the genre nine of ten such heads do, of 建设, 项目, 经验 or 精神 few. */
const HEADS = oneOf('战略 行动 专项行动 三年行动 工程 计划 学习教育 主题教育 倡议 机制 制度 改革 综合改革 方针 政策 总体布局 战略布局 理念 思想 重要思想 目标 活动 责任制 格局');
const HEAD = new RegExp(`^(?:(?!的|等|和)[\\u4e00-\\u9fff]{0,4}(?:工程|行动|战略|计划|平台|倡议|学习教育|体系)|${HEADS})`, 'u'), NEXT_HEAD = new RegExp(`^${HEADS}`, 'u');

/** Fixed expressions of policy that are written without quotation marks. */
const FIXED = wordsOf(`新发展理念 新发展格局 新质生产力 乡村振兴战略 乡村振兴 科教兴国战略 人才强国战略 创新驱动发展战略 区域协调发展战略 可持续发展战略 军民融合发展战略 西部大开发 东北振兴 中部崛起 京津冀协同发展 长三角一体化发展 粤港澳大湾区建设 长江经济带发展 黄河流域生态保护和高质量发展
  中国式现代化 中国梦 人类命运共同体 全过程人民民主 社会主义核心价值观 总体国家安全观 全面从严治党 全面依法治国 全面深化改革 中央八项规定 党史学习教育 主题教育 党纪学习教育 平安中国 健康中国 数字中国 美丽中国 法治中国 文化强国 教育强国 制造强国 质量强国 网络强国 交通强国 海洋强国
  脱贫攻坚战 污染防治攻坚战 扫黑除恶专项斗争 供给侧结构性改革 全国统一大市场 自由贸易试验区 营商环境 碳达峰碳中和 双碳 耕地占补平衡 耕地保护红线 永久基本农田 高标准农田 河长制 湖长制 林长制 田长制 厕所革命 雪亮工程 天眼工程 放管服改革 三农 三北防护林 三北工程 退耕还林 天然林保护工程 南水北调工程 西气东输工程 西电东送工程
  希望工程 安居工程 阳光工程 春蕾计划 星火计划 火炬计划 家庭联产承包责任制 社会治安综合治理 五讲四美三热爱 双拥 计划生育 义务教育 分级诊疗 医共体 医联体 家庭医生签约服务 长期护理保险 三医联动 双减 学前教育普及普惠 新工科 双一流 产教融合 新型城镇化 城市更新行动 老旧小区改造 海绵城市 智慧城市 共同富裕示范区 一刻钟便民生活圈 以旧换新
  中华民族共同体意识 中华民族现代文明 铸牢中华民族共同体意识 一国两制 一带一路 全球发展倡议 全球安全倡议 全球文明倡议 全球治理倡议 命运共同体 一个中国原则 和平共处五项原则 中欧班列 西部陆海新通道 新时代文明实践 全民健身 全民阅读 爱国卫生运动 食品安全战略 粮食安全责任制 菜篮子工程 米袋子 东数西算 专精特新 人工智能+ 互联网+ 新基建 新型工业化 新型举国体制`);

const QUOTED = /^“[^“”]*”(?:[、“][^“”]*”)*/u;

/** Length of a quoted coinage with the head that belongs to its name, also where that stands behind it (`next`); 0 where there is none. */
export function quotedNameLength(written: string, next: string): number {
  const quoted = QUOTED.exec(written)?.[0].length ?? 0, rest = written.slice(quoted);
  if (quoted === 0) return 0;
  return quoted + (HEAD.exec(rest)?.[0] ?? (rest === '' ? NEXT_HEAD.exec(next)?.[0] : undefined) ?? '').length;
}

/** Quoted coinages and slogans with their marks, and a head that belongs to the name. */
export const TERM_ROWS: readonly GrammarRow[] = [
  { name: 'term.quotedHead', type: 'TERM', needs: ['“'], pattern: pattern(`“[^“”。！？\\n]{1,24}”${HEADS}`), example: ['推进“双轮驱动”战略', '“双轮驱动”战略'], counter: '“双轮驱动”企业' },
  { name: 'term.slogan', type: 'TERM', needs: ['“'], pattern: pattern('(?<![：，说道问喊])“[^“”。！？；：\\n]{1,14}[、，][^“”。！？；：\\n]{1,16}”'), example: ['发扬“敢为人先、善作善成”的作风', '“敢为人先、善作善成”'], counter: '他说：“水清了，鱼也多了。”' },
  { name: 'term.pair', type: 'TERM', needs: ['“'], pattern: pattern(`“[^“”。！？\\n]{1,4}”(?:“[^“”。！？\\n]{1,4}”)+[\\u4e00-\\u9fff]{0,5}(?:关系|${HEADS})`), example: ['构建“亲”“清”政商关系', '“亲”“清”政商关系'], counter: '做好“加”“减”“乘”“除”法' },
  { name: 'term.quoted', type: 'TERM', needs: ['“'], pattern: pattern('“[^“”。！？\\n]{1,30}”'), example: ['争做“四个表率”干部', '“四个表率”'], counter: '他说：“做好这件事。”' },
  { name: 'term.thought', type: 'TERM', words: [...combine(['习近平'], wordsOf('新时代中国特色社会主义思想 生态文明思想 法治思想 强军思想 外交思想 经济思想 文化思想 总体国家安全观思想')), '“三个代表”重要思想', '毛泽东思想', '邓小平理论', '科学发展观', '马克思列宁主义'], example: ['以习近平生态文明思想为指导', '习近平生态文明思想'], counter: '思想教育' },
  { name: 'term.fixed', type: 'TERM', words: FIXED, example: ['完整准确贯彻新发展理念', '新发展理念'], counter: '发展新理念' },
  { name: 'term.programme', type: 'TERM', needs: ['动程划战'], pattern: pattern('(?<=实施|开展|推进|启动|深化|落实|组织|推动|和|、)[\\u4e00-\\u9fff]{2,14}(?:专项行动|三年行动|行动|工程|计划|攻坚战|保卫战)'), example: ['深入实施清河护岸行动', '清河护岸行动'], counter: '立即行动' },
];
