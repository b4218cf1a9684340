import { describe, expect, it } from 'vitest';
import type { Directive, OutlineNode } from '../../../src/engine/analysis';
import { createEngine } from '../../../src/engine/analyze';
import { readModal } from '../../../src/engine/directives/requirement';

const engine = createEngine();
function directives(text: string): { label: string; kind: string; d: Directive; text: string }[] {
  const out: { label: string; kind: string; d: Directive; text: string }[] = [];
  const walk = (nodes: readonly OutlineNode[]): void => { for (const n of nodes) { if (n.directive) out.push({ label: n.label, kind: n.kind, d: n.directive, text: text.slice(n.span.start, n.span.end) }); walk(n.children); } };
  walk(engine.outline(text).outline);
  return out;
}
const visit = (...body: string[]): string => ['李明到东河县调研', '9月1日，市委书记李明在县委书记赵青山陪同下到东河县调研。', ...body].join('\n');

describe('issuers', () => {
  it('are resolved from 他 to the person the sentence is about', () => {
    const [first] = directives(visit('李明听取了县委书记赵青山的汇报。他强调，要抓好秋收。'));
    expect(first?.d.issuer).toBe('李明');
    expect(first?.text).toBe('他强调，要抓好秋收。');
  });
  it('are resolved from surname and title to the full name', () => {
    expect(directives(visit('李书记指出，各乡镇要抓好秋收。'))[0]?.d.issuer).toBe('李明');
  });
  it('may be a meeting, and carry over to the next paragraph that goes on requiring', () => {
    const text = ['市政府召开常务会议', '9月3日，市长王海洋主持召开市政府常务会议。', '会议强调，要加强用水管理。', '节水措施要落到实处。', '会议还研究了其他事项。'].join('\n');
    expect(directives(text).map((x) => [x.text, x.d.issuer])).toEqual([['会议强调，要加强用水管理。', '会议'], ['节水措施要落到实处。', '会议']]);
  });
  it('are not people who are visited', () => {
    expect(directives(visit('李明走进农家。村民孙大爷说，日子越过越好，还要扩大种植。'))).toEqual([]);
  });
  it('are the speaker in a speech and the signing body in a notice', () => {
    const speech = ['在全县教育工作会议上的讲话', '同志们：', '今天，我们召开全县教育工作会议，总结经验，部署任务。', '一、提高认识，增强责任感', '各学校要把立德树人放在首位。', '二、突出重点，狠抓落实', '要加强师德师风建设。'].join('\n');
    expect(directives(speech).map((x) => [x.label, x.d.issuer])).toEqual([['提高认识，增强责任感', 'speaker'], ['突出重点，狠抓落实', 'speaker']]);
  });
});

describe('requirements', () => {
  it('begin at the first character of the sentence, also before a quotation', () => {
    const [first] = directives(visit('“产业是乡村振兴的根本！”李明强调，各乡镇要发展特色产业。'));
    expect(first?.text).toBe('“产业是乡村振兴的根本！”李明强调，各乡镇要发展特色产业。');
  });
  it('go on with bare imperatives of the same speech', () => {
    expect(directives(visit('李明强调，要抓好秋收。加强农机调度，确保颗粒归仓。')).map((x) => x.label)).toEqual(['抓好秋收', '加强农机调度，确保颗粒归仓']);
  });
  it.each(['主要任务已经完成。', '按照要求完成了整改。', '要不要继续，大家意见不一。', '目标是增长5%。', '他们应当承认，成绩很大。'])('are not %s', (sentence) => {
    expect(readModal(sentence)).toBeUndefined();
  });
  it('are not what was done or is wrong', () => {
    expect(directives(visit('东河县今年完成造林3万亩，建成了12个示范村。李明充分肯定东河县取得的成绩。李明指出，当前产业基础仍然薄弱。'))).toEqual([]);
  });
});

describe('details', () => {
  const [made] = directives(visit('李明要求，县自然资源局必须于10月底前完成造林3万亩以上。'));
  it('name addressee, force, deadline and targets with their places', () => {
    expect(made?.d).toMatchObject({ addressee: '县自然资源局', force: 'must', deadline: '10月底前', cue: '要求' });
    expect(made?.d.targets?.map((t) => t.text)).toEqual(['3万亩以上']);
  });
  it('carry an addressee to the next 要', () => {
    expect(directives(visit('李明强调，各乡镇要抓好秋收。要做好秋种准备。')).map((x) => x.d.addressee)).toEqual(['各乡镇', '各乡镇']);
  });
  it('tell a prohibition', () => {
    expect(directives(visit('李明强调，各单位不得瞒报。'))[0]?.d.force).toBe('mustNot');
  });
});

describe('measures', () => {
  it('are parts in parallel wording', () => {
    const text = visit('李明对下一步工作提出具体要求。一是开放水平要有新提升。建好大平台，完善园区设施；打通大通道，推进公路建设；引进大项目，创新招商方式。二是营商环境要有新改善。优化服务，方便企业办事。');
    const walk = (nodes: readonly OutlineNode[]): string[] => nodes.flatMap((n) => [`${n.kind} ${n.label}`, ...walk(n.children)]);
    expect(walk(engine.outline(text).outline).slice(2)).toEqual(['section 李明对下一步工作提出具体要求', 'directive 开放水平要有新提升', 'measure 建好大平台，完善园区设施', 'measure 打通大通道，推进公路建设', 'measure 引进大项目，创新招商方式', 'directive 营商环境要有新改善']);
  });
});

describe('every string', () => {
  it.each(['', '要', '\ud800要\udc00', '一是', '（', '“'.repeat(2000), '一、\n'.repeat(2000), '会议要求，'.repeat(2000), '要求'.repeat(20000), '在'.repeat(3000), '近日在京'.repeat(2000)])('is read without an error: %#', (text) => {
    expect(() => engine.outline(text)).not.toThrow();
  });
});
