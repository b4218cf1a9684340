import { describe, expect, it } from 'vitest';
import type { OutlineNode } from '../../../src/engine/analysis';
import { createEngine } from '../../../src/engine/analyze';
import { wordBorderBefore } from '../../../src/engine/lexicon/word-border';

const engine = createEngine();
const outlineOf = (text: string): readonly OutlineNode[] => engine.outline(text).outline;
const count = (nodes: readonly OutlineNode[], kind: string): number => nodes.reduce((n, node) => n + Number(node.kind === kind) + count(node.children, kind), 0);
const widest = (nodes: readonly OutlineNode[]): number => Math.max(nodes.length, ...nodes.map((n) => widest(n.children)));

const TASKS = ['稳住农业基本盘', '扩大有效投资', '培育消费热点', '优化营商环境', '加强科技攻关', '办好民生实事', '守住安全底线', '推进绿色转型', '深化国企改革', '做好防汛准备'];
const forty = (opener: (i: number) => string): string[] => Array.from({ length: 40 }, (_, i) => `${opener(i)}要${TASKS[i % 10]!}，确保第${i + 1}批项目见到实效。`);
const LEAD = ['全省经济工作会议召开', '12月20日，全省经济工作会议在省城召开，省委书记李明主持会议。'];

describe('a communiqué with forty requirements', () => {
  it.each([
    ['in one paragraph', [forty((i) => (i % 7 === 0 ? '会议强调，' : '')).join('')]],
    ['in forty paragraphs', forty(() => '会议强调，')],
    ['in paragraphs of ten', [0, 1, 2, 3].map((p) => forty((i) => (i % 10 === 0 ? '会议指出，' : '')).slice(p * 10, p * 10 + 10).join(''))],
  ])('%s is no flat list', (_name, body) => {
    const outline = outlineOf([...LEAD, ...body, '各市和省直部门负责同志参加会议。'].join('\n'));
    expect(count(outline, 'directive')).toBe(40);
    expect(widest(outline)).toBeLessThan(14);
    const groups = JSON.stringify(outline).match(/"kind":"group"/gu)?.length ?? 0;
    expect(groups).toBeGreaterThan(3);
  });
  it('has groups that say who speaks and of what', () => {
    const [group] = outlineOf([...LEAD, ...forty(() => '会议强调，')].join('\n')).filter((n) => n.kind === 'group');
    expect(group?.label).toMatch(/^会议强调：稳住农业基本盘/u);
  });
});

describe('the tree of a report', () => {
  it('reaches every paragraph: letterhead, captions, lead, text and signature', () => {
    const text = ['东河市人民政府文件', '东河市人民政府关于做好防汛工作的通知', '东政发〔2024〕3号', '各县、区人民政府：', '现将有关事项通知如下：', '一、加强领导', '各县区要落实责任制。', '二、加强值守', '各单位要落实值班制度。', '东河市人民政府', '2024年3月5日', '（此件公开发布）'].join('\n');
    const starts: { start: number; end: number }[] = [], walk = (nodes: readonly OutlineNode[]): void => { for (const n of nodes) { starts.push(n.span); walk(n.children); } };
    walk(outlineOf(text));
    let at = 0;
    for (const line of text.split('\n')) {
      expect(starts.some((s) => s.start < at + line.length && s.end > at), line).toBe(true);
      at += line.length + 1;
    }
  });
});

describe('a label', () => {
  it('is cut between words', () => {
    expect(wordBorderBefore('推进产业转型升级', 7)).toBe(6);
    expect(wordBorderBefore('推进产业', 4)).toBe(4);
    expect(wordBorderBefore('', 3)).toBe(0);
  });
});
