import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/analyze';
import { loadResources } from '../../../src/node/resources';
import { programRoot } from '../../../src/node/root';
import { lazySegmenter, loadSegmenter } from '../../../src/node/segmenter';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'report-lens-')); });
afterEach(() => {
  delete process.env['REPORT_LENS_NODEJIEBA'];
  rmSync(folder, { recursive: true });
});

/** A module in place of nodejieba. */
function replaceBy(code: string): void {
  const path = join(folder, 'module.cjs');
  writeFileSync(path, code);
  process.env['REPORT_LENS_NODEJIEBA'] = path;
}

describe('segmenter', () => {
  it('is nodejieba where it can be loaded, and gives back the text it was given', () => {
    const { segmenter, status } = loadSegmenter(programRoot());
    expect(status).toEqual({ name: 'nodejieba', degraded: false });
    for (const text of ['会议强调，要抓好落实。\n 下一步', '\uD800书记\uDC00😀', '市委\0书记', '']) expect(segmenter.tag(text).map((w) => w.word).join('')).toBe(text);
    expect(segmenter.tag('会议强调').map((w) => w.tag)).toContain('v');
  });

  it.each([
    ['is missing', undefined, /Cannot find module/u],
    ['has no binary', "throw Object.assign(new Error('native binding was not found'), { code: 'BINDING_NOT_FOUND' })", /binding was not found/u],
    ['has lost a dictionary, which would abort the process', "module.exports = { DEFAULT_DICT: '/nowhere/jieba.dict.utf8', tag: () => process.abort() }", /ENOENT.*jieba\.dict/u],
    ['fails at the first text', "module.exports = { tag: () => { throw new Error('bad dictionary') } }", /bad dictionary/u],
    ['answers nonsense', "module.exports = { tag: () => [{ word: '工作', tag: 'n' }] }", /unexpected segmentation/u],
  ])('has a stand-in, and says so, where nodejieba %s', (_, code, reason) => {
    if (code === undefined) process.env['REPORT_LENS_NODEJIEBA'] = join(folder, 'none');
    else replaceBy(code);
    const { segmenter, status } = loadSegmenter(programRoot());
    expect(status).toMatchObject({ name: segmenter.name, degraded: true });
    expect(status.reason).toMatch(reason);
    const text = '会议强调，要抓好\uD800落实。';
    expect(segmenter.tag(text).map((w) => w.word).join('')).toBe(text);
  });
});

describe('a lazy segmenter', () => {
  it('loads nothing before its first text, and is then as good as one that is loaded', () => {
    replaceBy("let texts = 0; globalThis.loadedTexts = () => texts; module.exports = { tag: (text) => { texts++; return [{ word: text, tag: 'n' }]; } }");
    const { segmenter, status } = lazySegmenter(programRoot());
    expect(status).toEqual({ name: 'nodejieba', degraded: false });
    expect((globalThis as unknown as { loadedTexts: () => number }).loadedTexts()).toBe(0);
    expect(segmenter.tag('工作会议')).toEqual([{ word: '工作会议', tag: 'n' }]);
  });

  it('says at once that nodejieba is missing, and has a stand-in where it proves broken', () => {
    process.env['REPORT_LENS_NODEJIEBA'] = join(folder, 'none');
    expect(lazySegmenter(programRoot()).status).toMatchObject({ degraded: true, reason: expect.stringContaining('Cannot find module') as string });
    replaceBy("module.exports = { tag: () => { throw new Error('bad dictionary') } }");
    const { segmenter } = lazySegmenter(programRoot());
    expect(segmenter.tag('要抓好\uD800落实。').map((w) => w.word).join('')).toBe('要抓好\uD800落实。');
    expect(segmenter.name).toBe('Intl.Segmenter');
  });
});

describe('resources', () => {
  it('are all there in this project', async () => {
    const { resources, problems } = await loadResources();
    expect(problems).toEqual([]);
    // the side reader is there too where its program was built
    expect(Object.keys(resources).filter((name) => name !== 'side').sort()).toEqual(['places', 'recognizer', 'segmenter', 'terms']);
  });

  it('may be missing: each is named and the engine works without', async () => {
    writeFileSync(join(folder, 'package.json'), '{}');
    const { resources, problems, segmenter } = await loadResources(folder);
    for (const name of ['recognizer.bin', 'places.bin', 'terms.json', 'nodejieba']) expect(problems.join('\n')).toContain(name);
    expect(segmenter.degraded).toBe(true);
    expect(createEngine(resources).analyze('会议强调，要抓好落实。').schema).toBe(1);
  });

  it('may be damaged: the engine works without', async () => {
    mkdirSync(join(folder, 'data'));
    for (const name of ['recognizer.bin', 'places.bin', 'terms.json']) writeFileSync(join(folder, 'data', name), 'no such format');
    const { resources } = await loadResources(folder);
    expect(createEngine(resources).analyze('县长陆远5月12日强调，要抓好落实。').schema).toBe(1);
  });
});
