import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Contributes {
  commands: { command: string; title: string }[];
  configuration: { properties: Record<string, { default?: unknown }> } | { properties: Record<string, { default?: unknown }> }[];
  colors: { id: string }[];
  menus?: { commandPalette?: { command: string; when?: string }[] };
}
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { contributes } = json('package.json') as { contributes: Contributes };

describe.each([['README.md', 'package.nls.json'], ['README.zh-CN.md', 'package.nls.zh-cn.json']])('%s', (file, strings) => {
  const readme = readFileSync(file, 'utf8'), nls = json(strings) as Record<string, string>;
  const said = (title: string): string => nls[title.replace(/^%|%$/gu, '')] ?? title;

  test('lists every command of the palette under its title', () => {
    const hidden = new Set((contributes.menus?.commandPalette ?? []).filter((m) => m.when === 'false').map((m) => m.command));
    const missing = contributes.commands.filter((c) => !hidden.has(c.command)).map((c) => said(c.title)).filter((title) => !readme.includes(`| ${title} |`));
    expect(missing).toEqual([]);
  });
  test('lists every setting with its default', () => {
    const properties = [contributes.configuration].flat().flatMap((c) => Object.entries(c.properties));
    const missing = properties.filter(([key, { default: value }]) => !readme.includes(`| \`${key}\` | \`${JSON.stringify(value)}\` |`)).map(([key]) => key);
    expect(missing).toEqual([]);
  });
  test('names no setting that does not exist', () => {
    const known = new Set([contributes.configuration].flat().flatMap((c) => Object.keys(c.properties)).concat(contributes.colors.map((c) => c.id)));
    const named = [...readme.matchAll(/^\| `(reportLens\.[\w.]+)`/gmu)].map((m) => m[1]!);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
  test('lists every colour', () => {
    expect(contributes.colors.map((c) => c.id).filter((id) => !readme.includes(`\`${id}\``))).toEqual([]);
  });
  test('links to files that exist', () => {
    const links = [...readme.matchAll(/(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)\)/gu)].map((m) => m[1]!);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(5);
  });
});
