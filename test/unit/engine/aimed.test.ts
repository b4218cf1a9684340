import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../../src/engine/analyze';
import { plain, whole } from './plain';

/** Lines that mean something beside other lines: each of them can change what the lines around it are. */
const LINES = {
  titles: ['关于做好防汛工作的通知', '关于印发《江东县政务公开办法》的通知', '在全县工作会议上的讲话', '溪南县政府工作报告', '县委书记李望川到溪南乡调研', '——在全县工作会议上', '2024年工作总结'],
  head: ['江政发〔2024〕3号', '各县区人民政府：', '市长 李望川', '来源：江东日报', '图为会议现场。（张明 摄）', '新华社江东3月1日电 县委召开会议，研究部署工作。', '（2024年3月1日）'],
  headings: ['下半年重点工作', '工作回顾', '2026年重点任务', '项目建设提速', '江东县政务公开办法', '【工作要求】'],
  markers: ['一、总体要求', '二、重点任务', '三、加强领导，确保见效', '（一）加强领导', '（二）强化责任。各级要落实责任，确保见效。', '（三）现将有关事项通知如下：', '1.培育龙头企业。', '2.', '4.做好服务', '一', '二', '第一章 总则', '第二章 组织领导', '第三条 本办法适用于全市。', '第一个问题：作风建设'],
  lists: ['——坚持人民至上、生命至上的工作理念。', '——坚持系统观念、统筹推进各项工作。', '一是强化责任落实。', '二是加强督促检查。', '三要提高认识。', '第一，加强学习。', '第二，改进作风。', '首先，要统一思想。', '其次，要抓好落实。', '其一，时间紧。', '其二，任务重。', '●项目建设提速增效', '①统一思想', '会议强调，要抓好落实：一是加强领导；二是压实责任；三是强化督查。'],
  runIns: ['守牢粮食安全底线。坚持藏粮于地、藏粮于技，落实耕地保护责任。', '做强特色产业体系。坚持龙头带动、品牌引领，延长产业链条和价值链。', '建强基层党组织。突出政治功能，抓实基层治理，提升服务能力和水平。', '五年来，我们综合实力提升。地区生产总值年均增长百分之六以上，再上台阶。'],
  greetings: ['各位代表，', '同志们：', '同志们！', '各位代表！让我们携手奋进，共创未来！', '让我们一起努力。', '谢谢大家！', '我们相信，明天会更好。'],
  notes: ['注释：', '注：本文有删节', '附件：工作方案', '---', '（此件公开发布）'],
  signatures: ['溪南县人民政府', '2024年3月1日'],
  plain: ['请各地结合实际认真贯彻落实。', '各部门要认真落实，确保完成任务。', '主要包括以下方面', '五年来，我们办成了一批大事要事。', '会议指出，要坚持稳中求进。', '县长李望川强调，要抓好春耕生产。'],
};
const KINDS = Object.values(LINES);
/** Plain lines are the most, so that headings have something below them. */
const line = fc.constantFrom(...KINDS, ...KINDS.slice(-1), ...KINDS.slice(-1), ...KINDS.slice(-1), LINES.markers, LINES.markers).chain((kind) => fc.constantFrom(...kind));
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const written = fc.constantFrom('的', '，', '。', '：', '；', '一', '二', '、', '（', '）', '《', '》', ' ', '　', '注', '1', '.', '十', '是', '要', '\n');

/** Something that is done to a text, told by lines. */
type Edit = (lines: readonly string[]) => string[];
const at = (lines: readonly unknown[], where: number): number => Math.floor(where * lines.length);
const put = (lines: readonly string[], i: number, gone: number, ...come: string[]): string[] => [...lines.slice(0, i), ...come, ...lines.slice(i + gone)];
const inLine = (where: number, far: number, characters: string, gone: number): Edit => (lines) => {
  const i = at(lines, where), old = lines[i] ?? '', from = Math.floor(far * (old.length + 1));
  return put(lines, i, 1, ...(old.slice(0, from) + characters + old.slice(from + gone)).split('\n'));
};
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, line).map(([where, come]): Edit => (lines) => put(lines, at(lines, where), 0, come)),
  fc.tuple(share, line).map(([where, come]): Edit => (lines) => put(lines, at(lines, where), 1, come)),
  fc.tuple(share, fc.nat(3)).map(([where, gone]): Edit => (lines) => put(lines, at(lines, where), gone)),
  // in the first and the last lines much depends on the place
  fc.tuple(fc.nat(5), line).map(([i, come]): Edit => (lines) => put(lines, i, 0, come)),
  fc.tuple(fc.nat(3), line).map(([i, come]): Edit => (lines) => put(lines, Math.max(0, lines.length - i), 0, come)),
  fc.tuple(share, share, written, fc.nat(1)).map(([where, far, characters, gone]) => inLine(where, far, characters, gone)),
  // at the beginning of a line: markers; in the first line: the title
  fc.tuple(share, written, fc.nat(2)).map(([where, characters, gone]) => inLine(where, 0, characters, gone)),
  fc.tuple(share, written).map(([far, characters]) => inLine(0, far, characters, 0)),
  fc.tuple(share).map(([where]): Edit => (lines) => put(lines, at(lines, where), 2, lines.slice(at(lines, where)).slice(0, 2).join(''))),
  fc.tuple(share).map(([where]): Edit => (lines) => put(lines, at(lines, where), 0, '', '')),
);

describe('edits aimed at what depends on other lines leave the outline of a text read anew', () => {
  test.each([[12, 80], [60, 60], [400, 10]])('texts of up to %i lines', (most, runs) => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: most, size: 'max' }), fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { minLength: 8, maxLength: 16 }), (first, versions) => {
      let lines = first, reading = readReport(first.join('\n'));
      for (const edits of versions) {
        for (const change of edits) lines = change(lines);
        reading = reading.edited(lines.join('\n'));
        expect(plain(reading.outline)).toEqual(whole(lines.join('\n')));
      }
    }), { numRuns: runs, seed: 1949 });
  });
});

/** Lines of news in which it matters who else is named: by name, by surname and title, by 他. */
const NEWS = [
  '县委书记李望川到溪南乡调研', '县委书记李望川主持会议。', '李书记强调，要抓好春耕生产。', '李望川指出，要压实责任。', '李县长要求各单位立即整改。', '副县长李望来到溪南乡。', '他强调，要守住底线。', '县长王李望川一行听取汇报。', '王李望川表示，要抓好落实。',
  '副县长欧阳明走进社区。', '欧阳副县长强调，要做好服务。', '县委副书记王明、副县长王明远参加。', '王副县长希望大家再接再厉。', '王书记强调，要抓好落实。', '王明强调：一是加强领导；二是压实责任。', '李望川就做好工作提出三点要求。', '一要提高认识。', '二要抓好落实。', '干部群众反响热烈。', '李望川的讲话引起反响。',
];
const newsLine = fc.constantFrom(...NEWS), ofName = fc.constantFrom('李', '望', '川', '王', '明', '远', '欧阳', '副', '县长', '书记', '强调，', '一行', '，', '。', '、');
const newsEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, newsLine).map(([where, come]): Edit => (lines) => put(lines, at(lines, where), 0, come)),
  fc.tuple(share).map(([where]): Edit => (lines) => put(lines, at(lines, where), 1)),
  fc.tuple(share, share, ofName, fc.nat(2)).map(([where, far, characters, gone]) => inLine(where, far * far, characters, gone)),
);

describe('others that are named by an edit are heard everywhere', () => {
  test.each([[8, 150], [80, 60]])('news of up to %i lines', (most, runs) => {
    fc.assert(fc.property(fc.array(newsLine, { minLength: 1, maxLength: most, size: 'max' }), fc.array(fc.array(newsEdit, { minLength: 1, maxLength: 2 }), { minLength: 8, maxLength: 16 }), (body, versions) => {
      let lines = ['全县春耕生产工作会议召开', ...body], reading = readReport(lines.join('\n'));
      for (const edits of versions) {
        for (const change of edits) lines = change(lines);
        reading = reading.edited(lines.join('\n'));
        expect(plain(reading.outline)).toEqual(whole(lines.join('\n')));
      }
    }), { numRuns: runs, seed: 1949 });
  });
});

describe('a line that takes what follows it from the heading above', () => {
  const plain1 = LINES.plain[0]!, body = [plain1, LINES.plain[1]!, LINES.plain[3]!, plain1];
  const texts: [string, string[], number, string[]][] = [
    ['a heading in a section', ['关于做好防汛工作的通知', '各县区人民政府：', '一、总体要求', ...body], 5, ['二、重点任务']],
    ['a heading that is the same again', ['关于做好防汛工作的通知', '各县区人民政府：', '一、总体要求', ...body], 5, ['一、总体要求']],
    ['a point in a list of a speech', ['在全县工作会议上的讲话', '同志们：', '第一，加强学习。', ...body, '第二，改进作风。', ...body], 5, ['第二，改进作风。']],
    ['a closing in the second half', ['在全县工作会议上的讲话', '同志们：', '一、总体要求', ...body, '让我们一起努力。', ...body], 3, [...body, ...body, ...body]],
    ['a run-in heading beside others', ['关于做好防汛工作的通知', '各县区人民政府：', LINES.runIns[0]!, ...body], 4, [LINES.runIns[1]!]],
    ['notes', ['关于做好防汛工作的通知', '各县区人民政府：', '一、总体要求', ...body], 5, ['注：本文有删节']],
  ];
  test.each(texts)('%s', (_, lines, i, come) => {
    let reading = readReport(lines.join('\n'));
    for (const now of [put(lines, i, 0, ...come), lines, put(lines, i, 0, ...come), put(put(lines, i, 0, ...come), 2, 1), lines]) {
      reading = reading.edited(now.join('\n'));
      expect(plain(reading.outline)).toEqual(whole(now.join('\n')));
    }
  });

  test('a heading that comes back when something further below it has changed', () => {
    const lines = ['关于做好防汛工作的通知', '各县区人民政府：', '一', '（一）加强领导', '1.培育龙头企业。', '2.做好服务', '二', '（一）强化责任'], alone = put(lines, 6, 1);
    let reading = readReport(lines.join('\n'));
    for (const now of [alone, put(alone, 5, 1, '3.做好服务'), put(lines, 5, 1, '3.做好服务')]) {
      reading = reading.edited(now.join('\n'));
      expect(plain(reading.outline)).toEqual(whole(now.join('\n')));
    }
    expect(reading.outline.defects.map(({ code }) => code)).toEqual(['numbering.gap']);
  });
});
