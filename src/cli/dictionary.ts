import * as l10n from '@vscode/l10n';
import { parseDictionary, problemText } from '../dictionary';
import type { DictionaryEntry } from '../engine/resources';
import { decode } from './decode';
import { UsageError, type Io } from './io';

/** The entries of the dictionary named on the command line; what is wrong in it is said on standard error. */
export async function loadDictionary(file: string | undefined, io: Io): Promise<DictionaryEntry[]> {
  if (file === undefined) return [];
  const text = decode(await io.readFile(file).catch(() => { throw new UsageError(l10n.t('the dictionary {0} cannot be read', file)); }), 'utf-8');
  const { entries, problems } = parseDictionary(text, 'file');
  for (const problem of problems) io.err(`report-lens: ${file}:${text.slice(0, problem.start).split('\n').length}: ${problemText(problem, l10n.t)}\n`);
  return entries;
}
