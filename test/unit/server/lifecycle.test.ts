import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver/node';
import { Methods, type EntitiesResult, type OutlineResult } from '../../../src/protocol';
import { connect, REPORT, type TestClient } from './client';

const uri = 'file:///reports/a.txt';
const textDocument = { uri };
let client: TestClient | undefined;
afterEach(() => client?.stop());

describe('which documents', () => {
  it.each([
    ['plain text that reads like a report', 'text', REPORT, true],
    ['the language report, whatever it holds', 'report', '购物清单：牛奶', true],
    ['plain text that is none', 'plaintext', 'Buy milk.\nCall home.\n', false],
    ['another language', 'markdown', REPORT, false],
  ])('reads %s: %s', async (_, languageId, text, read) => {
    client = await connect({ locale: 'en' });
    await client.open(uri, text, languageId);
    const symbols = await client.ask('textDocument/documentSymbol', { textDocument });
    expect(symbols !== null).toBe(read);
    expect(await client.ask(Methods.entities, { textDocument }) !== null).toBe(read);
    expect(client.analyzed.length > 0).toBe(read);
  });

  it('reads all that a trusted client opens, and nothing that is not open', async () => {
    client = await connect();
    await client.open(uri, 'Buy milk.', 'markdown');
    expect(await client.ask<OutlineResult>(Methods.outline, { textDocument })).toMatchObject({ version: 1 });
    expect(await client.ask(Methods.outline, { textDocument: { uri: 'file:///reports/other.txt' } })).toBeNull();
    await client.close(uri);
    expect(await client.ask(Methods.outline, { textDocument })).toBeNull();
  });
});

describe('edits', () => {
  it('answers about the text as it is now, also before the analysis after an edit has run', async () => {
    client = await connect();
    await client.open(uri, REPORT);
    const line = REPORT.split('\n').length - 2, end = REPORT.split('\n')[line]!.length;
    await client.change(uri, 2, [{ range: { start: { line, character: end }, end: { line, character: end } }, text: '四是严肃值守纪律。要落实领导带班制度。' }]);
    const result = await client.ask<OutlineResult>(Methods.outline, { textDocument });
    expect(result.version).toBe(2);
    expect(JSON.stringify(result.outline)).toContain('严肃值守纪律');
    await client.until(() => client!.analyzed.some((a) => a.version === 2 && a.stage === 'entities'));
  });

  it('answers for the last of a burst of keys, and for none twice', async () => {
    client = await connect();
    await client.open(uri, REPORT);
    await client.until(() => client!.analyzed.length === 2);
    for (let version = 2; version < 12; version++) await client.change(uri, version, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '新' }]);
    await client.until(() => client!.analyzed.some((a) => a.version === 11 && a.stage === 'entities'));
    const told = client.analyzed.map((a) => `${a.version} ${a.stage}`);
    expect(new Set(told).size).toBe(told.length);
  });

  it('keeps a report a report while its text is deleted', async () => {
    client = await connect({ locale: 'en' });
    await client.open(uri, REPORT);
    expect(await client.ask(Methods.outline, { textDocument })).not.toBeNull();
    await client.change(uri, 2, [{ text: '' }]);
    expect(await client.ask<OutlineResult>(Methods.outline, { textDocument })).toMatchObject({ version: 2, outline: [] });
  });

  it('answers a cancelled request with the error for that', async () => {
    client = await connect();
    await client.open(uri, REPORT);
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest('textDocument/documentSymbol', { textDocument }, source.token);
    source.cancel();
    await expect(request).rejects.toMatchObject({ code: -32800 });
  });
});

describe('clients', () => {
  it('gives a flat list to a client that knows no tree', async () => {
    client = await connect(undefined, {});
    await client.open(uri, REPORT);
    const symbols = await client.ask<(DocumentSymbol | SymbolInformation)[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols.every((s) => 'location' in s)).toBe(true);
  });

  it('speaks the language it is told', async () => {
    client = await connect({ locale: 'zh-CN', trustClient: true }, { textDocument: { hover: { contentFormat: ['plaintext'] } } });
    await client.open(uri, REPORT);
    const hover = await client.ask<{ contents: { value: string } }>('textDocument/hover', { textDocument, position: { line: 0, character: 1 } });
    expect(hover.contents.value).toContain('陈立言 · 人物');
    expect(hover.contents.value).toMatch(/提及 \d 次/u);
  });
});

describe('any text', () => {
  const long = '会议强调，要坚持不懈抓好落实，' .repeat(20_000);
  it.each([
    ['nothing', ''], ['a byte-order mark', '\uFEFF' + REPORT], ['CRLF', REPORT.replaceAll('\n', '\r\n')], ['lone surrogates', '\uD800强调\uDC00，要\uD83D求。'],
    ['binary', String.fromCharCode(...Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))], ['300,000 characters in a line', long],
  ])('answers every request about %s', async (_, text) => {
    client = await connect();
    await client.open(uri, text);
    const position = { line: 0, character: Math.min(5, text.length) };
    const asked = ['documentSymbol', 'foldingRange', 'hover', 'definition', 'documentHighlight'].map((m) => client!.ask(`textDocument/${m}`, { textDocument, position }));
    asked.push(client.ask('textDocument/references', { textDocument, position, context: { includeDeclaration: true } }));
    asked.push(client.ask('textDocument/selectionRange', { textDocument, positions: [position] }));
    await Promise.all(asked);
    expect((await client.ask<EntitiesResult>(Methods.entities, { textDocument })).version).toBe(1);
  });
});
