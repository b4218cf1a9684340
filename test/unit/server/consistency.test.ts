import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, PublishDiagnosticsParams, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Defect } from '../../../src/engine/analysis';
import { useLocale } from '../../../src/node/l10n';
import { Methods } from '../../../src/protocol';
import { defectText } from '../../../src/server/features/defect-text';
import { connect, type TestClient } from './client';

const uri = 'file:///reports/a.txt', textDocument = { uri };
/** An invented report with a slip of each kind. */
const TEXT = `陈立言在云岭县调研防汛备汛工作

2021年9月7日（星期五），县委书记陈立言到云岭县调研防汛备汛工作，副县长周海成参加。

陈立言强调，云岭县要坚持人民至上、生命至上，全力做好防汛工作。陈立岩要求，要压实防汛责任，加强值班值守。

县长周海成在江苏省杭州市介绍了防汛工作。副县长周海成汇报了物资储备情况。
`;

let client: TestClient | undefined, published: PublishDiagnosticsParams[] = [];
afterEach(async () => { await client?.stop(); client = undefined; published = []; useLocale('en'); });

const isSlip = ({ code }: Diagnostic): boolean => String(code).startsWith('consistency.');
const lastSlips = (): Diagnostic[] => published.at(-1)?.diagnostics.filter(isSlip) ?? [];
const linesOf = (diagnostics: readonly Diagnostic[], text = TEXT): string[] => diagnostics.map((d) => `${String(d.code)} ${textAt(d.range, text)}: ${typeof d.message === 'string' ? d.message : ''}`);
const textAt = (range: Range, text: string): string => TextDocument.create(uri, 'plaintext', 1, text).getText(range);
const at = (needle: string, text = TEXT): Range => {
  const document = TextDocument.create(uri, 'plaintext', 1, text), start = text.indexOf(needle);
  return { start: document.positionAt(start), end: document.positionAt(start + needle.length) };
};

/** Waits until the problems of a version tell so many slips. */
const until = (version: number, slips: number): Promise<void> => client!.until(() => published.at(-1)?.version === version && lastSlips().length === slips && client!.analyzed.some((a) => a.version === version && a.stage === 'entities'));

async function opened(text = TEXT): Promise<TestClient> {
  client = await connect();
  client.connection.onNotification('textDocument/publishDiagnostics', (p: PublishDiagnosticsParams) => { published.push(p); });
  await client.open(uri, text);
  await until(1, 4);
  return client;
}

describe('slips that the entities tell', () => {
  it('are informations that point at the other place', async () => {
    await opened();
    expect(linesOf(lastSlips())).toEqual([
      'consistency.weekday 星期五: 2021年9月7日 is “星期二”, not “星期五”',
      'consistency.spelling 陈立岩: “陈立岩” is written “陈立言” elsewhere in this text',
      'consistency.title 县长: 周海成 is “县长” here and “副县长” elsewhere in this text',
      'consistency.place 江苏省杭州市: “杭州市” is not in “江苏省” but in 浙江省 (GB/T 2260)',
    ]);
    expect(new Set(lastSlips().map((d) => d.severity))).toEqual(new Set([3]));
    expect(lastSlips().flatMap((d) => d.relatedInformation ?? []).map((r) => [textAt(r.location.range, TEXT), r.message])).toEqual([['陈立言', 'Here it is “陈立言”'], ['副县长', 'Here it is “副县长”']]);
  });

  it('can be put right', async () => {
    const server = await opened();
    const actions = async (needle: string, text = TEXT): Promise<CodeAction[]> => server.ask('textDocument/codeAction', { textDocument, range: at(needle, text), context: { diagnostics: [] } });
    for (const [needle, title] of [['陈立岩', 'Change “陈立岩” to “陈立言”'], ['星期五', 'Change “星期五” to “星期二”'], ['江苏省杭州市', 'Change “江苏省杭州市” to “浙江省杭州市”'], ['县长周海成在', 'Change “县长” to “副县长”']] as const)
      expect((await actions(needle)).map((a) => a.title)).toContain(title);
    const twice = TEXT.replace('汇报了', '向陈立岩汇报了').replace('调研防汛备汛工作，', '调研防汛备汛工作，陈立言讲话。');
    await server.change(uri, 2, [{ text: twice }]);
    await until(2, 5);
    const all = (await actions('陈立岩', twice)).find((a) => a.title === 'Change “陈立岩” to “陈立言” in 2 places');
    expect(all!.edit!.changes![uri]).toHaveLength(2);
  });

  it('move with an edit elsewhere and go with one in their place, without a flicker', async () => {
    const server = await opened(), before = published.length;
    await server.change(uri, 2, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '县委书记' }]);
    await until(2, 4);
    await new Promise((resolve) => { setTimeout(resolve, 600); }); // longer than any pause after a key
    expect(published.slice(before)).toHaveLength(1); // the entities of the new version say what was told already
    for (const { diagnostics } of published.slice(before)) expect(linesOf(diagnostics.filter(isSlip), `县委书记${TEXT}`)).toHaveLength(4);
    const count = published.length, fixed = `县委书记${TEXT}`.replace('陈立岩', '陈立言');
    await server.change(uri, 3, [{ text: fixed }]);
    await until(3, 3);
    for (const { diagnostics } of published.slice(count)) expect(diagnostics.map((d) => d.code)).not.toContain('consistency.spelling');
    expect(lastSlips()).toHaveLength(3);
  });

  it('end where the dictionary knows both wordings', async () => {
    const server = await opened();
    await server.connection.sendNotification(Methods.dictionary, { entries: [{ type: 'PER', name: '陈立言', aliases: ['陈立岩'], source: 'user' }] });
    await server.ask(Methods.entities, { textDocument });
    await until(1, 3);
    expect(lastSlips().map((d) => d.code)).not.toContain('consistency.spelling');
  });

  it('are no damage in a hover', async () => {
    const server = await opened(), hover = await server.ask<{ contents: { value: string } }>('textDocument/hover', { textDocument, position: at('陈立岩').start });
    expect(hover.contents.value).not.toContain('Damaged');
  });
});

describe('messages', () => {
  const defect = (code: string, args: Record<string, string>): Defect => ({ start: 0, end: 1, kind: 'title', message: '', code, args });
  it('are in Chinese for Chinese readers, and keep wordings of the text short and on one line', () => {
    useLocale('zh-cn');
    expect(defectText(defect('consistency.place', { division: '鼓楼区', parent: '无锡市', right: '南京市、徐州市' }))).toBe('“鼓楼区”不属“无锡市”，而属南京市、徐州市（据 GB/T 2260）');
    expect(defectText(defect('consistency.weekdayInferred', { day: '9月7日', right: '星期二', written: '星期五', year: '2021' }))).toBe('9月7日在 2021 年（据文中日期推定）是“星期二”，不是“星期五”');
    expect(defectText(defect('consistency.title', { name: '周\n海成', written: '县'.repeat(100), other: '副县长' }))).toMatch(/^周 ?海成在此处是“县{10,40}…?”，在文中别处是“副县长”$/u);
  });
});
