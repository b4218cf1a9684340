import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { programRoot } from './root';

/** Languages there are strings for. */
export type Locale = 'en' | 'zh-cn';

/** The language to speak for a locale such as `zh-CN`, `zh_CN.UTF-8` or `de`: Chinese of any kind gets zh-cn, the rest English. */
export function localeFor(tag: string | undefined): Locale {
  return /^zh\b/iu.test((tag ?? '').replace('_', '-')) ? 'zh-cn' : 'en';
}

/** The locale of a terminal, in the order POSIX gives the variables. */
export function terminalLocale(env: NodeJS.ProcessEnv): Locale {
  return localeFor([env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((v) => v));
}

let current: Locale = 'en';

/** The language in use. */
export function currentLocale(): Locale {
  return current;
}

/** Loads the strings of `locale` for every later `l10n.t` of this process. A missing bundle leaves English. */
export function useLocale(locale: Locale): void {
  current = locale;
  l10n.config({ contents: locale === 'en' ? {} : readBundle(locale) });
}

function readBundle(locale: Locale): string {
  try {
    return readFileSync(join(programRoot(), 'l10n', `bundle.l10n.${locale}.json`), 'utf8');
  } catch {
    return '{}';
  }
}
