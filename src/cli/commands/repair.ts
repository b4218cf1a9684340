import * as l10n from '@vscode/l10n';
import { createEngine } from '../../engine/analyze';
import { UsageError, type Io } from '../io';
import { eachText } from '../texts';

export interface RepairOptions { encoding?: string | undefined; output?: string | undefined }

/** `report-lens repair FILE`: the text with every certain repair applied. */
export async function repairCommand(files: readonly string[], { encoding, output }: RepairOptions, io: Io): Promise<number> {
  if (files.length > 1) throw new UsageError(l10n.t('name one file only'));
  return eachText(files, encoding, io, ({ text }) => {
    const { repairedText } = createEngine().outline(text);
    return output === undefined ? io.out(repairedText) : io.writeFile(output, repairedText);
  });
}
