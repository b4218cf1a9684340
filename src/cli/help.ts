import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { programRoot } from '../node/root';

/** What `report-lens --help` prints. */
export function helpText(): string {
  const option = (flag: string, text: string): string => `  ${flag.padEnd(26)}${text}`;
  return [
    l10n.t('Reads Chinese official reports: outline, directives and entities.'),
    '',
    l10n.t('Usage:'),
    option('report-lens analyze FILE…', l10n.t('analyse texts; - is standard input')),
    option('report-lens export FILE', l10n.t('list the directives as a table')),
    option('report-lens repair FILE', l10n.t('print the text with its damage repaired')),
    option('report-lens words FILE', l10n.t('list the words and names that the text uses most')),
    option('report-lens lsp --stdio', l10n.t('start the language server')),
    '',
    l10n.t('Options:'),
    option('--format FORMAT', l10n.t('analyze: tree (default), json, jsonl; export, words: markdown (default), csv, json')),
    option('--encoding NAME', l10n.t('of the files, e.g. utf-8, gb18030, utf-16le; detected if not given')),
    option('--dictionary FILE', l10n.t('analyze, export, words: names and terms of your own, as JSON with comments')),
    option('--to SCRIPT', l10n.t('repair: simplified or traditional; as it is written if not given')),
    option('--punctuation full', l10n.t('repair: full-width marks beside Chinese characters')),
    option('-o, --output FILE', l10n.t('export, repair, words: write there instead of standard output')),
    option('-h, --help', l10n.t('print this')),
    option('-V, --version', l10n.t('print the version')),
    '',
    l10n.t('With --format json one file gives one object, several give an array of objects that have a field "file" as well. With jsonl every file gives one such object in one line.'),
    l10n.t('Exit codes: 0 all went well, 1 some file failed, 2 the command was called wrongly. NO_COLOR switches colours off.'),
    '',
  ].join('\n');
}

/** The version in the program's package.json. */
export function versionText(): string {
  const { version } = JSON.parse(readFileSync(join(programRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
