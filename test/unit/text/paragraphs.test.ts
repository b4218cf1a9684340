import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/engine/text';

const sentencesOf = (given: string): string[][] => {
  const text = readText(given);
  return text.paragraphs.map((p) => p.sentences.map((s) => given.slice(p.start + s.start, p.start + s.end)));
};

describe('paragraphs', () => {
  it('end at every kind of line end, without the space around them', () => {
    const text = readText('\ufeff甲\r\n　　乙 \n\n丙\r丁\u2028戊\u2029\n');
    expect(text.paragraphs.map((p) => p.folded.replace('\ufeff', ''))).toEqual(['甲', '乙', '丙', '丁', '戊']);
    expect(text.paragraphs.map((p) => p.index)).toEqual([0, 1, 2, 3, 4]);
  });
  it('of a long line without line ends begin at the ideographic indents', () => {
    const body = '各单位要认真落实。'.repeat(30);
    expect(readText(`关于工作的通知　　${body}　　${body}　　二〇二一年三月`).paragraphs).toHaveLength(4);
    expect(readText(`几　　个　　问题　　的通知`).paragraphs).toHaveLength(1);
  });
  it('or at plain ones behind sentences, but not where spaces line something up', () => {
    const body = '各单位要认真落实。'.repeat(30);
    expect(readText(`关于工作的通知  ${body}  ${body}  ${body}二〇二一年三月`).paragraphs).toHaveLength(4);
    expect(readText(`项目  数量  单位  ${'备注'.repeat(120)}`).paragraphs).toHaveLength(1);
  });
  it('none in an empty text or in one of spaces', () => {
    expect(readText('').paragraphs).toEqual([]);
    expect(readText(' \r\n\u3000').paragraphs).toEqual([]);
  });
});

describe('sentences', () => {
  it('end after the closing marks', () => {
    expect(sentencesOf('他说：“要快。”大家都去了！（掌声。）好吗？')).toEqual([['他说：“要快。”', '大家都去了！', '（掌声。）', '好吗？']]);
  });
  it('do not end inside a quotation', () => {
    expect(sentencesOf('他说：“要快。还要稳。”随后离开。')).toEqual([['他说：“要快。还要稳。”', '随后离开。']]);
  });
  it('survive a quotation that never closes', () => {
    expect(sentencesOf('他说：“要快。还要稳。随后“大走访”开始。')).toEqual([['他说：“要快。', '还要稳。', '随后“大走访”开始。']]);
  });
  it('cover the paragraph', () => {
    const p = readText('  一是抓紧。二是抓实。  ').paragraphs[0]!;
    expect(p.sentences[0]!.start).toBe(0);
    expect(p.sentences.at(-1)!.end).toBe(p.folded.length);
  });
});
