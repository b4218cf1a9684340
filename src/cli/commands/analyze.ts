import * as l10n from '@vscode/l10n';
import { loadEngine } from '../engine';
import { UsageError, type Io } from '../io';
import { eachText } from '../texts';
import { formatTree } from '../tree';

export interface AnalyzeOptions { format?: string | undefined; encoding?: string | undefined }

const FORMATS = ['tree', 'json', 'jsonl'];

/** `report-lens analyze FILE…` */
export async function analyzeCommand(files: readonly string[], { format = 'tree', encoding }: AnalyzeOptions, io: Io): Promise<number> {
  if (!FORMATS.includes(format)) throw new UsageError(l10n.t('unknown format “{0}”; there are: {1}', format, FORMATS.join(', ')));
  const engine = files.length > 0 ? await loadEngine(io) : undefined;
  const several: object[] = [];
  const code = await eachText(files, encoding, io, ({ file, text }) => {
    const analysis = engine!.analyze(text);
    if (format === 'tree') io.out(formatTree(file, analysis, io.colour));
    else if (format === 'jsonl') io.out(`${JSON.stringify({ file, ...analysis })}\n`);
    else if (files.length === 1) io.out(`${JSON.stringify(analysis, null, 2)}\n`);
    else several.push({ file, ...analysis });
  });
  if (format === 'json' && files.length > 1) io.out(`${JSON.stringify(several, null, 2)}\n`);
  return code;
}
