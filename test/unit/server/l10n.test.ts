import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localeFor, terminalLocale } from '../../../src/node/l10n';

const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;

/** Every string that the code of a folder gives to `l10n.t`. */
function stringsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
  return files.flatMap((f) => [...readFileSync(join(folder, f), 'utf8').matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/gu)].map((m) => m[1]!.replaceAll('\\n', '\n').replaceAll("\\'", "'")));
}

describe('strings of the server and the command line', () => {
  const used = [...new Set(['src/server', 'src/cli', 'src/wording'].flatMap(stringsOf))];

  it.each(used)('has %j in Chinese, with the same places for values', (key) => {
    const placeholders = (s: string | undefined): string[] => [...(s ?? '').matchAll(/\{\w+\}/gu)].map((m) => m[0]).sort();
    expect(Object.keys(bundle)).toContain(key);
    expect(placeholders(bundle[key])).toEqual(placeholders(key));
  });

  it('are all written out where they are used, so that the test above sees them', () => {
    for (const folder of ['src/server', 'src/cli', 'src/wording']) {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
      for (const f of files) expect(readFileSync(join(folder, f), 'utf8')).not.toMatch(/l10n\.t\((?!\s*')/u);
    }
  });
});

describe('locale', () => {
  it.each([['zh-CN', 'zh-cn'], ['zh_CN.UTF-8', 'zh-cn'], ['zh-tw', 'zh-cn'], ['en', 'en'], ['de_DE', 'en'], ['C', 'en'], [undefined, 'en']])('%s speaks %s', (tag, locale) => {
    expect(localeFor(tag)).toBe(locale);
  });

  it('is taken from the terminal in the order of POSIX', () => {
    expect(terminalLocale({ LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toBe('zh-cn');
    expect(terminalLocale({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
  });
});
