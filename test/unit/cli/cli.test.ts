import { describe, expect, it } from 'vitest';
import type { ReportAnalysis } from '../../../src/engine/analysis';
import { run } from '../../../src/cli/run';

const TEXT = '县长陆远强调，各乡镇要在6月底前完成全部水库检查。\n会议要求，一是压实责任。要落实专人值守。二是备足物资。要建立储备清单。\n';

interface World { out: string; err: string; code: number | undefined; written: Map<string, string> }

/** Calls the command line with files and standard input that only exist here. */
async function call(args: string[], files: Record<string, string | Uint8Array> = {}, env: NodeJS.ProcessEnv = {}): Promise<World> {
  const world: World = { out: '', err: '', code: undefined, written: new Map() };
  const bytes = (name: string): Uint8Array => {
    const content = files[name];
    if (content === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  world.code = await run(args, {
    env, colour: false,
    readFile: (path) => new Promise((resolve) => resolve(bytes(path))), readStdin: () => Promise.resolve(bytes('-')),
    writeFile: (path, text) => { world.written.set(path, text); return Promise.resolve(); },
    out: (text) => { world.out += text; }, err: (text) => { world.err += text; },
  });
  return world;
}

describe('analyze', () => {
  it('prints exactly the analysis of one file as JSON', async () => {
    const { out, code } = await call(['analyze', 'a.txt', '--format', 'json'], { 'a.txt': TEXT });
    const analysis = JSON.parse(out) as ReportAnalysis;
    expect(code).toBe(0);
    expect(Object.keys(analysis).sort()).toEqual(['confidence', 'defects', 'entities', 'genre', 'isReport', 'outline', 'repairedText', 'schema']);
    expect(analysis.repairedText).toBe(TEXT);
    expect(JSON.stringify(analysis.outline)).toContain('陆远');
  });

  it('prints several files as an array, and as lines', async () => {
    const files = { 'a.txt': TEXT, 'b.txt': '' };
    const array = JSON.parse((await call(['analyze', 'a.txt', 'b.txt', '--format=json'], files)).out) as { file: string }[];
    expect(array.map((a) => a.file)).toEqual(['a.txt', 'b.txt']);
    const lines = (await call(['analyze', '--format=jsonl', 'a.txt', 'b.txt'], files)).out.trimEnd().split('\n');
    expect(lines.map((l) => (JSON.parse(l) as { file: string }).file)).toEqual(['a.txt', 'b.txt']);
  });

  it('prints a tree to read', async () => {
    const { out } = await call(['analyze', '-'], { '-': TEXT });
    expect(out).toMatch(/^standard input {2}/u);
    expect(out).toContain('陆远 → 各乡镇');
    expect(out).toContain('6月底前');
    expect(out).not.toContain('\u001B');
  });

  it('speaks the language of the terminal', async () => {
    expect((await call(['analyze', '-'], { '-': TEXT }, { LANG: 'zh_CN.UTF-8' })).out).toMatch(/^标准输入/u);
  });

  it('lets no control character of a text reach the terminal', async () => {
    const { out } = await call(['analyze', '-'], { '-': '会议强调，要\u001B[31m抓好\u0007落实\u202E工作。\n会议要求，要加强\u009B2J管理。' });
    expect(out).not.toMatch(/[\u001B\u0007\u009B\u202E]/u);
  });

  it('goes on when a file fails, says which, and answers 1', async () => {
    const { out, err, code } = await call(['analyze', 'gone.txt', 'a.txt', '--format', 'jsonl'], { 'a.txt': TEXT });
    expect(err).toContain('report-lens: gone.txt: no such file\n');
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it.each([
    ['empty', ''], ['only a byte-order mark', '\uFEFF'], ['binary', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) % 256)],
    ['CRLF', TEXT.replaceAll('\n', '\r\n')], ['300,000 characters in a line', '会议强调，要坚持不懈抓好落实，'.repeat(20_000)],
  ])('answers for a text that is %s', async (_, text) => {
    const { out, code } = await call(['analyze', 'x', '--format', 'json'], { x: text });
    expect(code).toBe(0);
    expect((JSON.parse(out) as ReportAnalysis).schema).toBe(1);
  });
});

describe('words', () => {
  const text = '沈望川到青禾区调研。沈望川强调，要推动高质量发展，抓好高质量发展。'.repeat(2);
  it('lists the words of a text, with names as one', async () => {
    const { out, code } = await call(['words', 'a.txt'], { 'a.txt': text });
    expect(code).toBe(0);
    expect(out).toMatch(/^\| Count \| Word \| Kind \|\n\| ---: \| --- \| --- \|\n/u);
    for (const line of ['| 4 | 沈望川 | person |', '| 2 | 青禾区 | place |']) expect(out).toContain(line);
  });
  it('writes them as JSON and CSV', async () => {
    const { out } = await call(['words', 'a.txt', '--format', 'json'], { 'a.txt': text });
    expect(JSON.parse(out)).toEqual(expect.arrayContaining([{ word: '沈望川', kind: 'PER', count: 4 }]));
    const { written } = await call(['words', 'a.txt', '--format', 'csv', '-o', 'b.csv'], { 'a.txt': text });
    expect(written.get('b.csv')).toContain('4,沈望川,person\r\n');
  });
});

describe('export and repair', () => {
  it('lists directives with their source', async () => {
    const { out } = await call(['export', 'dir/a.txt', '--format', 'csv'], { 'dir/a.txt': TEXT });
    expect(out).toMatch(/^\uFEFFNo\.,/u);
    expect(out).toContain(',陆远,各乡镇,6月底前,');
    expect(out).toMatch(/a\.txt:1:\d+\r\n/u);
    expect(out).not.toContain('dir/');
  });

  it('lists the directives of 5 MB', async () => {
    const { out, code } = await call(['export', 'a.txt', '--format', 'json'], { 'a.txt': TEXT.repeat(Math.ceil(5_000_000 / new TextEncoder().encode(TEXT).length)) });
    expect(code).toBe(0);
    expect((JSON.parse(out) as unknown[]).length).toBeGreaterThan(1000);
  }, 60_000);

  it('writes where it is told', async () => {
    const { out, written } = await call(['repair', 'a.txt', '-o', 'b.txt'], { 'a.txt': TEXT });
    expect(out).toBe('');
    expect(written.get('b.txt')).toBe(TEXT);
  });

  it('repairs into the script and punctuation that are asked for', async () => {
    const given = '市長(cháng)調研(GDP),強調:要落實。';
    expect((await call(['repair', 'a.txt', '--to', 'simplified', '--punctuation', 'full'], { 'a.txt': given })).out).toContain('调研（GDP），强调：要落实。');
    expect((await call(['repair', 'a.txt', '--to', 'traditional'], { 'a.txt': '调研经济' })).out).toBe('調研經濟');
  });
});

describe('a dictionary', () => {
  const dictionary = '// mine\n{ "entries": [ { "type": "person", "name": "陆远山", "aliases": ["陆远"] }, { "type": "human", "name": "某某" } ] }';

  it('names entities and issuers, and is told of its mistakes', async () => {
    const { out, err, code } = await call(['analyze', 'a.txt', '--format', 'json', '--dictionary', 'd.jsonc'], { 'a.txt': TEXT, 'd.jsonc': dictionary });
    const { entities, outline } = JSON.parse(out) as ReportAnalysis;
    expect(entities.find((e) => e.name === '陆远山')).toMatchObject({ type: 'PER', facts: { dictionary: 'file' }, mentions: [{ text: '陆远', rule: 'dictionary' }] });
    expect(JSON.stringify(outline)).toContain('"issuer":"陆远山"');
    expect(err).toMatch(/^report-lens: d\.jsonc:2: The type must be one of: person, /mu);
    expect(code).toBe(0);
  });

  it('names the issuers of the ledger', async () => {
    const { out } = await call(['export', 'a.txt', '--format', 'csv', '--dictionary', 'd.jsonc'], { 'a.txt': TEXT, 'd.jsonc': dictionary });
    expect(out).toContain(',陆远山,各乡镇,');
  });

  it('that is not there is a mistake of the call', async () => {
    const { code, err } = await call(['analyze', 'a.txt', '--dictionary', 'gone.jsonc'], { 'a.txt': TEXT });
    expect(code).toBe(2);
    expect(err).toContain('gone.jsonc');
  });
});

describe('usage', () => {
  it.each([
    [['analyze']], [[]], [['unknown', 'x']], [['analyze', 'x', '--format', 'xml']], [['analyze', 'x', '--encoding', 'klingon']], [['analyze', 'x', '--nonsense']],
    [['repair', 'x', 'y']], [['words', 'x', 'y']], [['words', 'x', '--format', 'tree']], [['repair', 'x', '--format', 'json']], [['repair', 'x', '--to', 'klingon']], [['repair', 'x', '--punctuation', 'half']], [['lsp']], [['export', 'x', '--format', 'tree']],
  ])('answers 2 to %j', async (args) => {
    const { code, out, err } = await call(args, { x: TEXT, y: TEXT });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^report-lens: .+\n.*--help/u);
  });

  it('prints help and version', async () => {
    expect((await call(['--help'])).out).toContain('report-lens analyze FILE…');
    expect((await call(['analyze', '-h'])).code).toBe(0);
    expect((await call(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});
