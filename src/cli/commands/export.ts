import { basename } from 'node:path';
import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine } from '../../engine/analyze';
import { issuerNaming } from '../../engine/entities/dictionary/issuers';
import type { DictionaryEntry } from '../../engine/resources';
import { directiveRows, toCsv, toJson, toMarkdown } from '../../ledger';
import { ledgerWords } from '../../wording';
import { loadDictionary } from '../dictionary';
import { UsageError, type Io } from '../io';
import { eachText, type NamedText } from '../texts';

export interface ExportOptions { format?: string | undefined; encoding?: string | undefined; output?: string | undefined; dictionary?: string | undefined }

const FORMATS = ['markdown', 'csv', 'json'];

/** `report-lens export FILE`: the ledger of the directives. */
export async function exportCommand(files: readonly string[], { format = 'markdown', encoding, output, dictionary: file }: ExportOptions, io: Io): Promise<number> {
  if (!FORMATS.includes(format)) throw new UsageError(l10n.t('unknown format “{0}”; there are: {1}', format, FORMATS.join(', ')));
  if (files.length > 1) throw new UsageError(l10n.t('name one file only'));
  const dictionary = await loadDictionary(file, io);
  return eachText(files, encoding, io, (text) => {
    const content = ledgerOf(text, format, dictionary);
    return output === undefined ? io.out(content) : io.writeFile(output, content);
  });
}

function ledgerOf({ file, text }: NamedText, format: string, dictionary: readonly DictionaryEntry[]): string {
  const document = TextDocument.create('', '', 0, text);
  const rows = directiveRows(issuerNaming(dictionary)(createEngine().outline(text).outline), basename(file), (offset) => document.positionAt(offset));
  if (format === 'json') return toJson(rows);
  return format === 'csv' ? toCsv(rows, ledgerWords()) : toMarkdown(rows, ledgerWords());
}
