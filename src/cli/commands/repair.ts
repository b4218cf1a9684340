import * as l10n from '@vscode/l10n';
import { convert } from '../../conversion';
import { createEngine } from '../../engine/analyze';
import { UsageError, type Io } from '../io';
import { eachText } from '../texts';

export interface RepairOptions { encoding?: string | undefined; output?: string | undefined; to?: string | undefined; punctuation?: string | undefined }

const SCRIPTS = ['simplified', 'traditional'] as const;

/** `report-lens repair FILE`: the text with every certain repair applied, in the script and punctuation that were asked for. */
export async function repairCommand(files: readonly string[], { encoding, output, to, punctuation }: RepairOptions, io: Io): Promise<number> {
  const script = SCRIPTS.find((name) => name === to);
  if (to !== undefined && !script) throw new UsageError(l10n.t('--to knows {0}', SCRIPTS.join(', ')));
  if (punctuation !== undefined && punctuation !== 'full') throw new UsageError(l10n.t('--punctuation knows {0}', 'full'));
  if (files.length > 1) throw new UsageError(l10n.t('name one file only'));
  return eachText(files, encoding, io, async ({ text }) => {
    const repaired = await convert(createEngine().outline(text).repairedText, { script: script ?? 'asIs', fullWidth: punctuation === 'full' });
    return output === undefined ? io.out(repaired) : io.writeFile(output, repaired);
  });
}
