import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../src/engine/analysis';
import { createEngine } from '../../../src/engine/analyze';

const SCORED = new Set(['title', 'section', 'directive', 'measure', 'item']);
const engine = createEngine();

/** The outline as indented lines of kind, marker and label; nodes that only group are looked through. */
function lines(text: string): string[] {
  const out: string[] = [];
  const walk = (nodes: readonly OutlineNode[], depth: number): void => {
    for (const n of nodes) {
      if (SCORED.has(n.kind)) out.push(`${' '.repeat(depth)}${n.kind}${n.marker === undefined ? '' : ` ${n.marker}`} ${n.label}`);
      walk(n.children, SCORED.has(n.kind) ? depth + 1 : depth);
    }
  };
  walk(engine.outline(text).outline, 0);
  return out;
}
function find(text: string, label: string): OutlineNode {
  const all: OutlineNode[] = [], walk = (nodes: readonly OutlineNode[]): void => { for (const n of nodes) { all.push(n); walk(n.children); } };
  walk(engine.outline(text).outline);
  const node = all.find((n) => SCORED.has(n.kind) && n.label.includes(label));
  if (!node) throw new Error(`no node ${label} among ${all.map((n) => n.label).join(' | ')}`);
  return node;
}

const NOTICE = ['东河市人民政府办公室关于开展', '农贸市场整治工作的通知', '东政办发〔2024〕12号', '各县、区人民政府，市政府各部门：', '为改善农贸市场环境，经市政府同意，现就有关事项通知如下：'];
const SIGNED = ['东河市人民政府办公室', '2024年3月5日'];

describe('levels', () => {
  it('follow the order in which families appear inside each other', () => {
    const text = [...NOTICE, '一、总体要求', '坚持标本兼治，加强部门协同。', '二、主要任务', '（一）完善设施。各县区要加快改造。', '1.更新摊位。加快更新老旧摊位。', '2.疏通管网。全面疏通排水管网。', '（二）规范经营。经营者要亮证经营。', '三、保障措施', '（一）加强领导。各县区要成立专班。', ...SIGNED].join('\n');
    expect(lines(text)).toEqual([
      'title 东河市人民政府办公室关于开展农贸市场整治工作的通知', 'section 一、 总体要求', ' directive 坚持标本兼治，加强部门协同', 'section 二、 主要任务',
      ' directive （一） 完善设施', '  measure 1. 更新摊位', '  measure 2. 疏通管网', ' directive （二） 规范经营', 'section 三、 保障措施', ' directive （一） 加强领导',
    ]);
  });
  it('keep a family that runs on across sections below them', () => {
    const text = [...NOTICE, '一、完善设施', '（一）加快更新老旧摊位。', '（二）全面疏通排水管网。', '二、规范经营', '（三）落实亮证经营制度。', '（四）加强食品检测。', ...SIGNED].join('\n');
    expect(lines(text).slice(1)).toEqual(['directive 一、 完善设施', ' measure （一） 加快更新老旧摊位', ' measure （二） 全面疏通排水管网', 'directive 二、 规范经营', ' measure （三） 落实亮证经营制度', ' measure （四） 加强食品检测']);
  });
  it('take two families in swapped order as the document has them', () => {
    const text = [...NOTICE, '（一）完善设施', '一、加快更新老旧摊位。', '二、全面疏通排水管网。', '（二）规范经营', '一、落实亮证经营制度。', '二、加强食品检测。', ...SIGNED].join('\n');
    expect(lines(text).slice(1)).toEqual(['directive （一） 完善设施', ' measure 一、 加快更新老旧摊位', ' measure 二、 全面疏通排水管网', 'directive （二） 规范经营', ' measure 一、 落实亮证经营制度', ' measure 二、 加强食品检测']);
  });
  it('read statutes by chapter and article, with items that require nothing', () => {
    const text = ['东河市公共停车场管理办法', '第一章 总则', '第一条 为了规范公共停车场管理，根据有关法律，制定本办法。', '第二条 市公安机关应当加强对停车秩序的管理。', '第二章 附则', '第三条 本办法自2024年5月1日起施行。'].join('\n');
    expect(lines(text).slice(1)).toEqual(['section 第一章 总则', ' item 第一条 为了规范公共停车场管理，根据有关法律，制定本办法', ' directive 第二条 市公安机关应当加强对停车秩序的管理', 'section 第二章 附则', ' item 第三条 本办法自2024年5月1日起施行']);
  });
});

describe('lists inside paragraphs', () => {
  const news = (body: string): string => `李明到东河县调研\n9月1日，市委书记李明到东河县调研。\n${body}`;
  it('have exact ranges', () => {
    const text = news('李明要求，一是要压实责任；二是要加快进度；三是要守住底线。'), node = find(text, '加快进度');
    expect(text.slice(node.span.start, node.span.end)).toBe('二是要加快进度；');
    expect(node.marker).toBe('二是');
    expect(node.directive?.issuer).toBe('李明');
  });
  it('are parts of the requirement before them', () => {
    expect(lines(news('李明强调，各乡镇要抓好春耕生产。一是保面积。二是保供应。')).slice(1)).toEqual(['directive 抓好春耕生产', ' measure 一是 保面积', ' measure 二是 保供应']);
  });
  it('are not made of look-alikes', () => {
    expect(lines(news('东河县改革的重点之一是放开市场，第一时间解决问题，比赛结果为1.5比2.5，2024年第二季度增长。')).slice(1)).toEqual([]);
  });
  it('that tell of problems are items', () => {
    const text = ['东河县2023年工作总结', '现将全年工作总结如下：', '一、工作回顾', '全年完成了各项任务。', '二、存在的问题', '一是经费不足，缺口较大；二是人手紧张，年龄偏大。'].join('\n');
    expect(lines(text).slice(-2)).toEqual([' item 一是 经费不足，缺口较大', ' item 二是 人手紧张，年龄偏大']);
  });
});

describe('headings without numbers', () => {
  it('run in at the start of neighbouring paragraphs', () => {
    const text = ['李明到东河县调研', '9月1日，市委书记李明到东河县调研。', '机器轰鸣，老厂换新颜。东河机械厂今年产值增长两成，李明走进车间了解生产情况。', '书香满院，乡村有文化。柳树村农家书屋藏书上万册，李明与村民亲切交谈。'].join('\n');
    expect(lines(text).slice(1)).toEqual(['section 机器轰鸣，老厂换新颜', 'section 书香满院，乡村有文化']);
  });
  it('stand on their own line in a work report', () => {
    const text = ['2024年东河县政府工作报告', '各位代表：', '现在，我代表县人民政府向大会报告工作，请予审议。', '2023年工作回顾', '全县生产总值增长6%，各项事业取得了新进展。', '2024年重点工作', '（一）加快产业升级', '培育龙头企业。支持企业开展技术改造，新增规模以上企业12家。', '建设产业园区。完善园区配套设施，引进一批重点项目。'].join('\n');
    expect(lines(text).slice(1)).toEqual(['section 2023年工作回顾', 'section 2024年重点工作', ' directive （一） 加快产业升级', '  measure 培育龙头企业', '  measure 建设产业园区']);
  });
});

describe('documents in one line', () => {
  it('are cut at double ideographic spaces', () => {
    const text = '东河市人民政府关于印发《东河市节水若干措施》的通知东政发〔2024〕3号各县区人民政府：　　现将《东河市节水若干措施》印发给你们，请认真贯彻执行。　　东河市人民政府　　2024年3月1日　　东河市节水若干措施　　为落实最严格的水资源管理制度，促进全社会节约用水，结合我市实际，制定以下措施。　　一、加强宣传　　1.各学校要开设节水课，把节约用水纳入日常教育，组织学生参观水厂和污水处理厂，让节水意识走进每个家庭。　　2.推广节水器具。　　二、严格考核　　3.将节水纳入年度考核。';
    const outline = lines(text);
    expect(outline[0]).toContain('title 东河市人民政府关于印发');
    expect(outline.slice(2)).toEqual(['section 东河市节水若干措施', ' directive 一、 加强宣传', expect.stringContaining('  measure 1. 各学校要开设节水课'), '  measure 2. 推广节水器具', ' directive 二、 严格考核', '  measure 3. 将节水纳入年度考核']);
    expect(find(text, '请认真贯彻执行').directive?.issuer).toBe('东河市人民政府');
  });
});

describe('ids', () => {
  it('stay when text is added elsewhere, and differ between equal siblings', () => {
    const text = [...NOTICE, '一、加强领导', '1.压实责任。', '2.压实责任。', ...SIGNED].join('\n'), ids = (t: string): string[] => { const out: string[] = []; const walk = (ns: readonly OutlineNode[]): void => { for (const n of ns) { out.push(n.id); walk(n.children); } }; walk(engine.outline(t).outline); return out; };
    expect(new Set(ids(text)).size).toBe(ids(text).length);
    expect(ids(text.replace('经市政府同意，', '')).slice(-3)).toEqual(ids(text).slice(-3));
  });
});
