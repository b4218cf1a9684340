import * as l10n from '@vscode/l10n';
import { issuerNaming } from '../../engine/entities/dictionary/issuers';
import { loadDictionary } from '../dictionary';
import { loadEngine } from '../engine';
import { UsageError, type Io } from '../io';
import { eachText } from '../texts';
import { formatTree } from '../tree';

export interface AnalyzeOptions { format?: string | undefined; encoding?: string | undefined; dictionary?: string | undefined }

const FORMATS = ['tree', 'json', 'jsonl'];

/** `report-lens analyze FILE…` */
export async function analyzeCommand(files: readonly string[], { format = 'tree', encoding, dictionary: file }: AnalyzeOptions, io: Io): Promise<number> {
  if (!FORMATS.includes(format)) throw new UsageError(l10n.t('unknown format “{0}”; there are: {1}', format, FORMATS.join(', ')));
  const dictionary = await loadDictionary(file, io), engine = files.length > 0 ? await loadEngine(io, dictionary) : undefined;
  const several: object[] = [];
  const code = await eachText(files, encoding, io, ({ file: name, text }) => {
    const found = engine!.analyze(text), analysis = { ...found, outline: [...issuerNaming(dictionary)(found.outline)] };
    if (format === 'tree') io.out(formatTree(name, analysis, io.colour));
    else if (format === 'jsonl') io.out(`${JSON.stringify({ file: name, ...analysis })}\n`);
    else if (files.length === 1) io.out(`${JSON.stringify(analysis, null, 2)}\n`);
    else several.push({ file: name, ...analysis });
  });
  if (format === 'json' && files.length > 1) io.out(`${JSON.stringify(several, null, 2)}\n`);
  return code;
}
