import { readFileSync } from 'node:fs';
import * as iconv from 'iconv-lite';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextEdit } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { convert } from '../../../src/conversion';
import { readReport } from '../../../src/engine/analyze';
import { toTheEnd } from '../../../src/engine/steps';
import { codeActions, FIX_ALL, repairEdits } from '../../../src/server/features/code-actions';
import { diagnosticsOf } from '../../../src/server/features/diagnostics';
import { OutlineView } from '../../../src/server/report-view';
import { suspectedEncoding } from '../../../src/extension/encoding/suspect';

const viewOf = (text: string): OutlineView => new OutlineView(TextDocument.create('file:///r.txt', 'plaintext', 1, text), readReport(text));
const damaged = readFileSync('samples/inspection-damaged.txt', 'utf8').replace(/^\uFEFF/u, '');
const at = (view: OutlineView, needle: string): { start: { line: number; character: number }; end: { line: number; character: number } } => {
  const start = view.given.indexOf(needle);
  return view.range({ start, end: start + needle.length });
};
const actionsAt = (view: OutlineView, needle: string, only?: string[]): CodeAction[] =>
  toTheEnd(codeActions(view, { textDocument: { uri: view.uri }, range: at(view, needle), context: { diagnostics: [], ...(only && { only }) } }));
const editsOf = (action: CodeAction): TextEdit[] => Object.values(action.edit?.changes ?? {})[0]!;
const applied = ({ document }: OutlineView, edits: TextEdit[]): string => TextDocument.applyEdits(TextDocument.create(document.uri, 'plaintext', 1, document.getText()), edits);

describe('problems of a damaged page', () => {
  const view = viewOf(damaged), problems = diagnosticsOf(view);
  it('are one for all readings in brackets, with places behind it, and not hundreds', () => {
    const readings = problems.filter((p) => p.code === 'pinyin.injected');
    expect(readings).toHaveLength(1);
    expect(readings[0]!.message).toMatch(/readings in brackets in \d{3} places/u);
    expect(readings[0]!.relatedInformation).toHaveLength(4);
    expect(problems.length).toBeLessThan(20);
  });
  it('are informations', () => expect(new Set(problems.map((p) => p.severity))).toEqual(new Set([3])));
  it('do not exist in clean texts', () => {
    for (const name of ['inspection', 'meeting', 'speech', 'notice']) expect(diagnosticsOf(viewOf(readFileSync(`samples/${name}.txt`, 'utf8')))).toEqual([]);
  });
});

describe('repairs', () => {
  const view = viewOf(damaged);
  it('of everything give the repaired text', () => expect(applied(view, repairEdits(view))).toBe(view.text.repaired.toString()));
  it('are offered for one place, one kind and the whole text', () => {
    const actions = actionsAt(view, '(jì)');
    expect(actions.map((a) => a.title)).toEqual([expect.stringContaining('Take out “(jì)”'), expect.stringMatching(/^Repair all readings in brackets: \d+ places$/u), expect.stringMatching(/^Repair the whole text: \d+ places$/u)]);
    expect(editsOf(actions[0]!)).toHaveLength(1);
    expect(applied(view, editsOf(actions[2]!))).toBe(view.text.repaired.toString());
  });
  it('of all can be run on saving, and only when asked for', () => {
    expect(actionsAt(view, '调研').map((a) => a.kind)).not.toContain(FIX_ALL);
    expect(actionsAt(view, '沈望川', ['source.fixAll']).map((a) => a.kind)).toEqual([FIX_ALL]);
  });
  it('are not offered where nothing is wrong', () => expect(actionsAt(viewOf('会议强调，要抓好落实。'), '强调')).toEqual([]));
});

describe('what is uncertain', () => {
  const view = viewOf('会议审议了有关工\uFFFD，要求各单位抓好落实。会议强调，要推动经\uFFFD高质量发展，切实抓好安全生产工作。\n\u00a0\u00a0\u00a0\u00a0各单位要落实。');
  it('stands at its own place with its candidates, apart from what is certain', () => {
    const problems = diagnosticsOf(view);
    expect(problems.map((p) => p.code)).toEqual(['lost.completed', 'invisible.spaces', 'lost.unclear']);
    expect(problems[2]!.message).toMatch(/^A character is lost; one of: .*作/u);
  });
  it('is offered one candidate an action, none preferred, and is no part of any other repair', () => {
    const actions = actionsAt(view, '工\uFFFD');
    expect(actions.map((a) => a.title)).toContain('Repair to “作”');
    expect(actions.filter((a) => a.isPreferred)).toEqual([]);
    expect(applied(view, repairEdits(view))).toBe(view.text.repaired.toString());
    expect(view.text.repaired.toString()).toContain('工\uFFFD，');
  });
  it('is told from what is certain in the actions', () => {
    expect(actionsAt(view, '经\uFFFD')[0]).toMatchObject({ title: 'Repair to “济”', isPreferred: true });
    expect(actionsAt(view, '\u00a0\u00a0\u00a0\u00a0')[0]).toMatchObject({ title: 'Repair the spaces' });
  });
  it('on a page with readings is repaired to the likeliest, which is preferred before the others', () => {
    for (const defect of viewOf(damaged).analysis.defects.filter((d) => d.code === 'mojibake.likely')) expect(defect.candidates![0]).toBe(defect.repair);
  });
});

describe('slips of numbering', () => {
  const view = viewOf('关于加强值守工作的通知\n各单位：\n一、加强领导\n各单位要落实责任。\n二、备足物资\n要建立清单。\n四、严肃纪律\n要严格值守。\n');
  it('are told with the number that would follow', () => {
    expect(diagnosticsOf(view).map((p) => [p.code, p.message])).toEqual([['numbering.gap', '“四、”: a number is missing before it; “三、” would follow']]);
  });
  it('can be changed to it', () => {
    const [action] = actionsAt(view, '四、');
    expect(action!.title).toBe('Change “四、” to “三、”');
    expect(applied(view, editsOf(action!))).toContain('三、严肃纪律');
  });
});

describe('conversion', () => {
  it('writes simplified and traditional characters, and full-width marks beside Han characters only', async () => {
    expect(await convert('調研經濟(GDP),1,000元', { script: 'simplified', fullWidth: true })).toBe('调研经济（GDP），1,000元');
    expect(await convert('发展经济，后来', { script: 'traditional', fullWidth: false })).toBe('發展經濟，後來');
    expect(await convert('保持,原样', { script: 'asIs', fullWidth: false })).toBe('保持,原样');
  });
});

describe('the encoding guard', () => {
  const text = '市委书记强调，要认真贯彻落实各项部署，切实抓好安全生产工作。'.repeat(4);
  it('sees GB 18030 that was opened as UTF-8', () => {
    expect(suspectedEncoding(new TextDecoder('utf-8').decode(iconv.encode(text, 'gb18030')), 'utf8')).toBe('gb18030');
  });
  it('sees UTF-8 that was opened as GBK', () => {
    expect(suspectedEncoding(new TextDecoder('gb18030').decode(new TextEncoder().encode(text)), 'gb18030')).toBe('utf8');
  });
  it('is quiet where all is well', () => {
    expect(suspectedEncoding(text, 'utf8')).toBeUndefined();
    expect(suspectedEncoding(text, 'gb18030')).toBeUndefined();
    expect(suspectedEncoding('a\uFFFDb\uFFFD'.padEnd(400, 'x'), 'utf8')).toBeUndefined();
  });
});
