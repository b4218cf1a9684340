import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/analyze';

const engine = createEngine(), HEAD = ['东河市教育局关于加强学校食堂管理的通知', '各县区教育局：', '现将有关事项通知如下：'];
const codes = (...body: string[]): [string, string, string | undefined][] => {
  const text = [...HEAD, ...body].join('\n');
  return engine.outline(text).defects.filter((d) => d.kind === 'numbering').map((d) => [d.code, text.slice(d.start, d.end), d.candidates?.[0]]);
};

describe('numbering', () => {
  it('that skips, repeats or falls back is a defect at the marker', () => {
    expect(codes('一、加强领导', '二、压实责任', '四、强化督查')).toEqual([['numbering.gap', '四、', '三、']]);
    expect(codes('1.加强领导。', '2.压实责任。', '2.强化督查。')).toEqual([['numbering.duplicate', '2.', '3.']]);
    expect(codes('（一）加强领导。', '（二）压实责任。', '（三）强化督查。', '（二）严格考核。')).toEqual([['numbering.disorder', '（二）', '（四）']]);
  });
  it('that changes its style in the middle, or has one point only, is a defect', () => {
    expect(codes('一、加强领导。', '二、压实责任。', '3.强化督查。').map((c) => c[0])).toEqual(['numbering.mixed']);
    expect(codes('各单位要抓好落实。', '一是加强领导，压实责任。').map((c) => c[0])).toEqual(['numbering.lone']);
  });
  it('that starts anew under each heading, or runs on across headings, is none', () => {
    expect(codes('一、加强领导', '（一）压实责任。', '（二）强化督查。', '二、严格管理', '（一）规范采购。', '（二）做好留样。')).toEqual([]);
    expect(codes('一、加强领导', '（一）压实责任。', '（二）强化督查。', '二、严格管理', '（三）规范采购。', '（四）做好留样。')).toEqual([]);
    expect(codes('各单位要抓好落实。一是加强领导。二是压实责任。')).toEqual([]);
  });
});
