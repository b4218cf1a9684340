import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Strings = Record<string, string>;
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const bundle = json('l10n/bundle.l10n.zh-cn.json') as Strings, english = json('package.nls.json') as Strings, chinese = json('package.nls.zh-cn.json') as Strings;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** Every string that the sources of a folder give to `t`. */
function stringsIn(folder: string): string[] {
  return sourcesIn(folder).flatMap((source) => [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/gu)].map((match) => match[1]!.replaceAll("\\'", "'")));
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/gu)].map((match) => match[0]).sort();
const spoken = ['src/extension', 'src/server', 'src/cli', 'src/wording', 'src/node', 'src/dictionary'];

describe('strings of the code', () => {
  const used = new Set(spoken.flatMap(stringsIn));

  it.each([...new Set(['src/extension', 'src/dictionary'].flatMap(stringsIn))])('has %j in Chinese, with the same places for values', (key) => {
    expect(Object.keys(bundle)).toContain(key);
    expect(placeholders(bundle[key]!)).toEqual(placeholders(key));
  });

  it('has no translation that nothing uses', () => {
    expect(Object.keys(bundle).filter((key) => !used.has(key))).toEqual([]);
  });

  it('writes every string of the client out where it is used, so that the tests above see it', () => {
    for (const source of sourcesIn('src/extension')) expect(source).not.toMatch(/l10n\.t\((?!\s*')|\bt\([`"]/u);
  });

  it('keeps the bundle in order', () => {
    expect(Object.keys(bundle)).toEqual(Object.keys(bundle).sort());
  });
});

describe('strings of the manifest', () => {
  const manifest = readFileSync('package.json', 'utf8'), keys = [...manifest.matchAll(/"%([\w.]+)%"/gu)].map((match) => match[1]!);

  it('are in both languages, and nothing else is', () => {
    const wanted = [...new Set(keys)].sort();
    expect(Object.keys(english).sort()).toEqual(wanted);
    expect(Object.keys(chinese).sort()).toEqual(wanted);
  });

  it.each(['title', 'description', 'markdownDescription', 'contents'])('never says a %s outright', (field) => {
    const { contributes } = JSON.parse(manifest) as { contributes: unknown };
    const spelled = [...JSON.stringify(contributes).matchAll(new RegExp(`"${field}":"([^"]*)"`, 'gu'))].map((match) => match[1]!);
    expect(spelled.filter((text) => !/^%.*%$/u.test(text) && text !== 'Report Lens')).toEqual([]);
  });

  it('keep the links of the views', () => {
    const links = (text: string): string[] => [...text.matchAll(/\(command:[\w.]+\)/gu)].map((match) => match[0]);
    for (const key of Object.keys(english)) expect(links(chinese[key]!)).toEqual(links(english[key]!));
  });
});
