import * as l10n from '@vscode/l10n';
import { readReport } from '../../engine/analyze';
import { EntitiesReader } from '../../engine/entities';
import { frequentWords } from '../../engine/frequent-words';
import { createStandInSegmenter } from '../../engine/lexicon/stand-in';
import { csvTable, markdownTable } from '../../ledger';
import { wordTable } from '../../wording';
import { loadDictionary } from '../dictionary';
import { loadAll } from '../engine';
import { UsageError, type Io } from '../io';
import { eachText } from '../texts';

export interface WordsOptions { format?: string | undefined; encoding?: string | undefined; output?: string | undefined; dictionary?: string | undefined }

const FORMATS = ['markdown', 'csv', 'json'];

/** `report-lens words FILE`: the words and names that the text uses most. */
export async function wordsCommand(files: readonly string[], { format = 'markdown', encoding, output, dictionary: file }: WordsOptions, io: Io): Promise<number> {
  if (!FORMATS.includes(format)) throw new UsageError(l10n.t('unknown format “{0}”; there are: {1}', format, FORMATS.join(', ')));
  if (files.length > 1) throw new UsageError(l10n.t('name one file only'));
  const dictionary = await loadDictionary(file, io), resources = files.length > 0 ? await loadAll(io, dictionary) : {};
  return eachText(files, encoding, io, ({ text: given }) => {
    const reading = readReport(given), words = frequentWords(reading.text, reading.entities(new EntitiesReader(resources)).all(), resources.segmenter ?? createStandInSegmenter());
    const content = format === 'json' ? `${JSON.stringify(words, null, 2)}\n` : (format === 'csv' ? csvTable : markdownTable)(...wordTable(words));
    return output === undefined ? io.out(content) : io.writeFile(output, content);
  });
}
