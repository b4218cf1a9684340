import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, Hover } from 'vscode-languageserver/node';
import { Methods, type DictionaryEntry, type EntitiesResult, type EntityItem, type OutlineItem, type OutlineResult } from '../../../src/protocol';
import { connect, REPORT, type TestClient } from './client';

const uri = 'file:///reports/a.txt', textDocument = { uri };
const entry = (more: Partial<DictionaryEntry>): DictionaryEntry => ({ type: 'TERM', name: '云岭模式', aliases: [], source: 'workspace', ...more });

let client: TestClient | undefined;
afterEach(async () => { await client?.stop(); client = undefined; });

async function opened(text = REPORT, dictionary?: unknown): Promise<TestClient> {
  client = await connect({ locale: 'en', trustClient: true, ...(dictionary !== undefined && { dictionary: dictionary as DictionaryEntry[] }) });
  await client.open(uri, text);
  await client.until(() => client!.analyzed.some((a) => a.stage === 'entities'));
  return client;
}

const named = async (of: TestClient, name: string): Promise<EntityItem | undefined> =>
  Object.values((await of.ask<EntitiesResult>(Methods.entities, { textDocument })).entities!).flat().find((e) => e.name === name);
const issuers = async (of: TestClient): Promise<(string | undefined)[]> => {
  const all = (items: OutlineItem[] = []): OutlineItem[] => items.flatMap((i) => [i, ...all(i.children)]);
  return all((await of.ask<OutlineResult>(Methods.outline, { textDocument })).outline).map((i) => i.directive?.issuer);
};

describe('a dictionary in the server', () => {
  it('is used from the start, and the hover tells of it', async () => {
    const server = await opened(REPORT, [entry({ type: 'TERM', name: '“人民至上”理念', aliases: ['人民至上'], note: '见[说明](command:x)<b>' })]);
    expect((await named(server, '“人民至上”理念'))?.count).toBe(1);
    const line = REPORT.split('\n').findIndex((l) => l.includes('人民至上')), character = REPORT.split('\n')[line]!.indexOf('人民至上');
    const hover = await server.ask<Hover>('textDocument/hover', { textDocument, position: { line, character } });
    const { value } = hover.contents as { value: string };
    expect(value).toContain('In the dictionary of this workspace');
    expect(value).toContain('the dictionary');
    expect(value).toContain('见\\[说明\\](command:x)\\<b\\>');
  });

  it('can change while a report is open: entities and issuers are read again', async () => {
    const server = await opened();
    expect(await named(server, '陈立言同志')).toBeUndefined();
    const before = server.analyzed.length;
    await server.connection.sendNotification(Methods.dictionary, { entries: [entry({ type: 'PER', name: '陈立言同志', aliases: ['陈立言'], source: 'user' })] });
    await server.until(() => server.analyzed.slice(before).some((a) => a.stage === 'entities'));
    expect((await named(server, '陈立言同志'))!.count).toBeGreaterThan(2);
    expect(await issuers(server)).toContain('陈立言同志');
    await server.connection.sendNotification(Methods.dictionary, { entries: [] });
    expect(await named(server, '陈立言同志')).toBeUndefined();
    expect(await issuers(server)).toContain('陈立言');
  });

  it('is not trusted to have the right form', async () => {
    const server = await opened(REPORT, [null, 5, {}, { type: 'PER', name: '陈立言' }, { type: 'X', name: '人民', aliases: [], source: 'user' }]);
    expect(await named(server, '陈立言')).toBeDefined();
    await server.connection.sendNotification(Methods.dictionary, { entries: 'x' });
    expect(await named(server, '陈立言')).toBeDefined();
  });
});

describe('what is selected', () => {
  it('is read without its damage', async () => {
    const text = '市委书记沈望川来到汀瀾區(qū)，實(shí)地調(diào)研，對(duì)做好今年各項(xiàng)重點(diǎn)任務(wù)提出要求，強(qiáng)調(diào)要抓好落實(shí)。\n'.repeat(3), server = await opened(text);
    const start = text.indexOf('汀瀾'), range = { start: { line: 0, character: start }, end: { line: 0, character: text.indexOf('，') } };
    expect(await server.ask(Methods.readText, { textDocument, range })).toEqual({ content: '汀瀾區' });
  });
});

describe('completions', () => {
  /** Items for a text that ends with the cursor. */
  async function complete(written: string, dictionary: DictionaryEntry[] = []): Promise<CompletionItem[]> {
    const server = await opened(REPORT, dictionary), line = REPORT.split('\n').length - 1;
    const at = { line, character: 0 };
    await server.change(uri, 2, [{ range: { start: at, end: at }, text: written }]);
    const list = await server.ask<CompletionList | null>('textDocument/completion', { textDocument, position: { line, character: written.length } });
    for (const { textEdit } of list?.items ?? []) {
      const { range } = textEdit as { range: { start: { character: number }; end: { character: number } } };
      expect(range.end.character).toBe(written.length);
    }
    return list?.items ?? [];
  }
  const labels = async (written: string, dictionary?: DictionaryEntry[]): Promise<string[]> => (await complete(written, dictionary)).map(({ label }) => label);

  it('come from the names of the document', async () => expect(await labels('会后，陈立')).toEqual(['陈立言']));
  it('come from the dictionary first, by name and alias', async () => {
    const dictionary = [entry({ name: '陈立法工作室', type: 'ORG', aliases: ['陈立室'] })];
    expect(await labels('陈', dictionary)).toEqual(['陈立法工作室', '陈立室', '陈立言']);
  });
  it('come by pinyin behind a Han character', async () => {
    expect(await labels('请cly')).toEqual(['陈立言']);
    expect(await labels('请chenli')).toEqual(['陈立言']);
    expect(await labels('cly')).toEqual([]);
  });
  it.each([['nothing', ''], ['a mark', '陈立，'], ['a figure', '12'], ['Latin letters', 'please'], ['one character inside a word', '姓陈'], ['the whole name', '会后，陈立言']])('do not come up after %s', async (_, written) => {
    expect(await labels(written)).toEqual([]);
  });

  it('do not come up in a text that is no report', async () => {
    client = await connect({ locale: 'en', dictionary: [entry({ name: '陈立言' })] });
    await client.open(uri, '买菜，陈立');
    expect(await client.ask('textDocument/completion', { textDocument, position: { line: 0, character: 5 } })).toBeNull();
  });

  it('are described when they are looked at', async () => {
    const [own] = await complete('会后，陈立');
    expect((await client!.ask<CompletionItem>('completionItem/resolve', own)).documentation).toMatchObject({ value: expect.stringMatching(/\*\*陈立言\*\* · person[^]*mentions/u) as string });
    await client!.stop();
    const [item] = await complete('云岭模', [entry({ note: '<b>治水</b>', aliases: ['云岭经验'] })]);
    const { documentation, detail } = await client!.ask<CompletionItem>('completionItem/resolve', item);
    expect(detail).toBe('policy term · In the dictionary of this workspace');
    expect((documentation as { value: string }).value).toContain('\\<b\\>治水\\</b\\>');
    expect(await client!.ask<CompletionItem>('completionItem/resolve', { label: 'x', data: { entry: 99 } })).toEqual({ label: 'x', data: { entry: 99 } });
  });
});
