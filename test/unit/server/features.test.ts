import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentHighlight, DocumentSymbol, FoldingRange, Hover, Location, SelectionRange, SymbolInformation } from 'vscode-languageserver/node';
import { Methods, type ContentResult, type EntitiesResult, type EntityAtResult, type EntityMentionsResult, type MentionsResult, type OutlineDetails, type OutlineItem, type OutlineResult } from '../../../src/protocol';
import { outlineStep } from '../../../src/engine/analysis';
import { connect, REPORT, type TestClient } from './client';

const uri = 'file:///reports/%E6%8A%A5%E5%91%8A.txt';
const textDocument = { uri };
const lines = REPORT.split('\n');
const positionOf = (needle: string, from = 0): { line: number; character: number } => {
  const line = lines.findIndex((l, i) => i >= from && l.includes(needle));
  return { line, character: lines[line]!.indexOf(needle) };
};
const all = <T extends { children?: T[] }>(nodes: T[] = []): T[] => nodes.flatMap((n) => [n, ...all(n.children ?? [])]);

let client: TestClient;
beforeAll(async () => {
  client = await connect();
  await client.open(uri, REPORT);
});
afterAll(() => client.stop());

describe('outline features', () => {
  it('answers document symbols with names, each inside its range and its parent', async () => {
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(all(symbols).map((s) => s.name)).toEqual(expect.arrayContaining([expect.stringContaining('陈立言在云岭县调研防汛备汛工作'), expect.stringContaining('压实防汛责任')]));
    for (const s of all(symbols)) {
      expect(s.name).not.toBe('');
      const within = (a: DocumentSymbol['range'], b: DocumentSymbol['range']): boolean =>
        (a.start.line - b.start.line || a.start.character - b.start.character) >= 0 && (b.end.line - a.end.line || b.end.character - a.end.character) >= 0;
      expect(within(s.selectionRange, s.range)).toBe(true);
    }
    const measure = all(symbols).find((s) => s.name === '一是压实防汛责任')!;
    expect(measure.selectionRange.start).toEqual(positionOf('压实防汛责任'));
  });

  it('grows a selection from clause to sentence to paragraph to the whole text', async () => {
    const at = positionOf('加强值班值守');
    const [range] = await client.ask<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions: [at] });
    const texts: string[] = [];
    for (let r: SelectionRange | undefined = range; r; r = r.parent) {
      texts.push(r.range.start.line === r.range.end.line ? lines[r.range.start.line]!.slice(r.range.start.character, r.range.end.character) : 'more lines');
    }
    expect(texts[0]).toBe('加强值班值守');
    expect(texts[1]).toBe('各级各部门要严格落实包保责任制，加强值班值守。');
    expect(texts.at(-1)).toBe('more lines');
    expect(texts.length).toBeGreaterThanOrEqual(4);
  });

  it('folds only what has more than one line', async () => {
    const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    for (const f of folds) expect(f.endLine).toBeGreaterThan(f.startLine);
    expect(new Set(folds.map((f) => f.startLine)).size).toBe(folds.length);
  });

  it('answers the outline of the protocol', async () => {
    const result = await client.ask<OutlineResult>(Methods.outline, { textDocument });
    expect(result).toMatchObject({ version: 1, isReport: true });
    const items = all<OutlineItem>(result.outline);
    expect(result.directiveCount).toBe(items.filter((i) => i.kind === 'directive').length);
    expect(result.directiveCount).toBeGreaterThan(0);
    expect(items.some((i) => i.directive?.issuer === '陈立言')).toBe(true);
    const { kind, label, ...rest } = items[0]!;
    expect(Object.keys(rest)).toEqual(['range', 'labelRange']);
    const details = await client.ask<OutlineDetails>(Methods.outlineDetails, { textDocument, id: outlineStep({ kind, label }) });
    expect(details).toMatchObject({ excerpt: '陈立言在云岭县调研防汛备汛工作', rule: 'title' });
    expect(await client.ask(Methods.outlineDetails, { textDocument, id: '/item:没有' })).toBeNull();
  });

  it('exports the directives and the outline', async () => {
    const csv = await client.ask<ContentResult>(Methods.exportDirectives, { textDocument, format: 'csv' });
    expect(csv.content).toMatch(/^\uFEFFNo\.,Directive,Issuer,Addressee,Deadline,Targets,Source\r\n1,/u);
    expect(csv.content).toContain('报告.txt:');
    const json = await client.ask<ContentResult>(Methods.exportDirectives, { textDocument, format: 'json' });
    expect(JSON.parse(json.content)).toEqual(expect.arrayContaining([expect.objectContaining({ number: 1, issuer: '陈立言' })]));
    const markdown = await client.ask<ContentResult>(Methods.outlineMarkdown, { textDocument });
    expect(markdown.content).toMatch(/^- /u);
  });
});

describe('entity features', () => {
  it('lists the words that are used most, with names as they were read', async () => {
    const { content } = await client.ask<ContentResult>(Methods.frequentWords, { textDocument });
    expect(content).toMatch(/^\| Count \| Word \| Kind \|\n/u);
    expect(content).toMatch(/\| \d+ \| 陈立言 \| person \|/u);
    expect(content).toContain('nodejieba');
  });

  it('tells outline and entities apart, in this order', async () => {
    await client.until(() => client.analyzed.some((a) => a.stage === 'entities'));
    expect(client.analyzed.map((a) => `${a.stage} ${a.version}`)).toEqual(['outline 1', 'entities 1']);
    expect(client.status).toHaveLength(1);
  });

  it('finds the person everywhere', async () => {
    const { entities } = await client.ask<EntitiesResult>(Methods.entities, { textDocument });
    const { id, count } = entities!.PER.find((e) => e.name === '陈立言')!;
    expect(count).toBeGreaterThanOrEqual(3);
    const position = positionOf('陈立言', 2);
    const references = await client.ask<Location[]>('textDocument/references', { textDocument, position, context: { includeDeclaration: true } });
    expect(references).toHaveLength(count);
    const others = await client.ask<Location[]>('textDocument/references', { textDocument, position, context: { includeDeclaration: false } });
    expect(others).toHaveLength(count - 1);
    expect(await client.ask<Location>('textDocument/definition', { textDocument, position })).toMatchObject({ uri, range: { start: { line: 0, character: 0 } } });
    expect(await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', { textDocument, position })).toHaveLength(count);
    const { mentions } = await client.ask<EntityMentionsResult>(Methods.entityMentions, { textDocument, id });
    expect(mentions).toHaveLength(count);
    expect(mentions[0]).toEqual([0, 0, 0, 3]);
    expect(await client.ask(Methods.entityMentions, { textDocument, id: 'PER:谁' })).toBeNull();
  });

  it('says what is mentioned at a cursor or exactly selected', async () => {
    const at = positionOf('陈立言', 2), end = { ...at, character: at.character + 3 };
    const ask = (range: { start: typeof at; end: typeof at }): Promise<EntityAtResult | null> => client.ask(Methods.entityAt, { textDocument, range });
    expect(await ask({ start: at, end: at })).toEqual({ text: '陈立言', type: 'PER', name: '陈立言' });
    expect(await ask({ start: end, end })).toMatchObject({ name: '陈立言' });
    expect(await ask({ start: at, end })).toMatchObject({ name: '陈立言' });
    expect(await ask({ start: at, end: { ...end, character: end.character - 1 } })).toBeNull();
  });

  it('sends entities again only where they are others', async () => {
    const first = await client.ask<EntitiesResult>(Methods.entities, { textDocument });
    expect(Object.keys(first.entities!)).toHaveLength(8);
    const second = await client.ask<EntitiesResult>(Methods.entities, { textDocument, since: first.stamp });
    expect(second).toEqual({ version: 1, stamp: expect.any(Number) as number, change: {} });
    expect((await client.ask<EntitiesResult>(Methods.entities, { textDocument, since: first.stamp })).entities).toEqual(first.entities);
  });

  it('says in a hover who that is and what he issued', async () => {
    const hover = await client.ask<Hover>('textDocument/hover', { textDocument, position: positionOf('陈立言', 4) });
    const { value } = hover.contents as { value: string };
    expect(value).toMatch(/^\*\*陈立言\*\* · person/u);
    expect(value).toMatch(/\d mentions/u);
    expect(value).toMatch(/Issued \d directives?: /u);
    expect(value).toContain('Found by');
  });

  it('explains a marker and says nothing where there is nothing', async () => {
    const hover = await client.ask<Hover>('textDocument/hover', { textDocument, position: positionOf('一是') });
    expect((hover.contents as { value: string }).value).toContain('压实防汛责任');
    expect(await client.ask('textDocument/hover', { textDocument, position: { line: 1, character: 0 } })).toBeNull();
  });

  it('answers the mentions of the visible lines only', async () => {
    const at = (line: number): object => ({ start: { line, character: 0 }, end: { line, character: 200 } });
    const { mentions } = await client.ask<MentionsResult>(Methods.mentions, { textDocument, ranges: [at(2), at(2)] });
    const found = Object.values(mentions).flat();
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((r) => JSON.stringify(r))).size).toBe(found.length);
    for (const [line] of found) expect(line).toBe(2);
  });

  it('finds symbols of open reports by letters in order', async () => {
    const symbols = await client.ask<SymbolInformation[]>('workspace/symbol', { query: '压防责' });
    expect(symbols).toEqual([expect.objectContaining({ containerName: '报告.txt' })]);
    expect(await client.ask('workspace/symbol', { query: '没有这样的字眼' })).toEqual([]);
  });
});
