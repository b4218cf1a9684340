import { describe, expect, it } from 'vitest';
import { readInlineList } from '../../../src/engine/structure/inline';
import { readMarker } from '../../../src/engine/structure/markers';
import { readText } from '../../../src/engine/text';

const familyOf = (line: string): string => {
  const marker = readMarker(readText(line).folded.toString());
  return marker ? `${marker.family.name.slice(7)} ${marker.ordinal ?? '-'}` : 'none';
};

describe('a marker at the start of a line', () => {
  it.each([
    ['一、总体要求', 'han 1'], ['一．总体要求', 'han 1'], ['一　总体要求', 'han 1'], ['廿一、附则', 'han 21'], ['二〇、附则', 'han 20'], ['壹、總則', 'han 1'],
    ['（一）加强领导', 'han-paren 1'], ['(十一)加强领导', 'han-paren 11'], ['㈠加强领导', 'han-paren 1'], ['〔一〕加强领导', 'han-paren 1'],
    ['1.培育企业', 'arabic 1'], ['１．培育企业', 'arabic 1'], ['1、培育企业', 'arabic 1'], ['⒈培育企业', 'arabic 1'],
    ['（1）摸底', 'arabic-paren 1'], ['1)摸底', 'arabic-paren 1'], ['⑴摸底', 'arabic-paren 1'], ['［27］首店经济', 'arabic-paren 27'], ['①统一思想', 'circled 1'],
    ['第一，加强学习', 'ordinal 1'], ['第1，加强学习', 'ordinal 1'], ['首先，要统一思想', 'sequence 1'], ['一是强化责任', 'yishi 1'], ['一要提高认识', 'yiyao 1'],
    ['第十二条　本办法适用于全市', 'article 12'], ['第三章　监督管理', 'chapter 3'], ['第壹章　總則', 'chapter 1'], ['第一个问题：作风建设', 'topic 1'], ['第二部分　工作安排', 'topic 2'],
    ['——坚持人民至上', 'dash -'], ['―― 坚持人民至上', 'dash -'], ['●项目建设提速', 'bullet -'], ['【工作要求】', 'bracket -'], ['二', 'lone 2'],
  ])('is read in 「%s」', (line, family) => {
    expect(familyOf(line)).toBe(family);
  });
  it.each([
    '第一时间赶赴现场', '第一产业增长3%', '第一书记李明', '第二天上午', '第一个五年计划期间', '一九八三年十月', '二〇二三年工作总结', '2024年工作安排', '1.5亿元投资', '3：2获胜', '一二三产融合', '十大工程', '一批项目开工',
    '（2019）12号', '（一九八三年十月）', '（新华社）', '一是一，二是二', '首先来到学校', '要求各单位', '重点之一是放开市场',
  ])('is no false friend: 「%s」', (line) => {
    expect(familyOf(line)).toBe('none');
  });
});

describe('a list inside a paragraph', () => {
  const parts = (text: string): string[] => readInlineList(readText(text).folded.toString()).map((item) => text.slice(item.start, item.end));
  it.each([
    '一是加快；二是推进；三是落实。', '（一）抓生产；（二）促销售；（三）保供应。', '1.抓生产；2.促销售；3.保供应。', '①抓生产，②促销售，③保供应。', '首先，要抓生产。其次，要促销售。最后，要保供应。', '一要快；二要好；三要省。',
    '第一，抓生产；第二，促销售。', '其一，时间紧；其二，任务重。', '一、抓生产；二、促销售；三、保供应。', '⑴抓生产；⑵促销售。', '第一要抓生产，第二要促销售。',
  ])('has exact ranges: %s', (list) => {
    const text = `会议提出下列要求：${list}`, items = parts(text);
    expect(items.length).toBeGreaterThan(1);
    expect(items.join('')).toBe(list);
  });
  it.each([
    '重点之一是放开，之二是搞活。', '第一产业增长3%，第二产业增长5%。', '比分是2：1，1.5比2.5。', '依据第一条、第二条规定办理。', '见本办法第三条第（一）项、第（二）项。', '周一是晴天，周二是雨天。', '一季度、二季度、三季度连续增长。',
    '要做到“一是一、二是二”。', '第一阶段抓生产，第二阶段促销售。',
  ])('is not made of look-alikes: %s', (text) => {
    expect(parts(text)).toEqual([]);
  });
});
