import * as l10n from '@vscode/l10n';
import { decode, isEncoding } from './decode';
import { Exit, UsageError, type Io } from './io';

/** A text that was read, with its file as named on the command line, - for standard input. */
export interface NamedText { file: string; text: string }

/** Reads and handles each file in turn; a file that fails is named on standard error and the others go on. Answers the exit code. */
export async function eachText(files: readonly string[], encoding: string | undefined, io: Io, handle: (text: NamedText) => void | Promise<void>): Promise<number> {
  if (files.length === 0) throw new UsageError(l10n.t('name at least one file, or - for standard input'));
  if (encoding !== undefined && !isEncoding(encoding)) throw new UsageError(l10n.t('unknown encoding “{0}”', encoding));
  let code: number = Exit.ok;
  for (const file of files) {
    try {
      const bytes = file === '-' ? await io.readStdin() : await io.readFile(file);
      await handle({ file, text: decode(bytes, encoding) });
    } catch (error) {
      io.err(`report-lens: ${file}: ${reason(error)}\n`);
      code = Exit.failed;
    }
  }
  return code;
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT': return l10n.t('no such file');
    case 'EISDIR': return l10n.t('is a folder');
    case 'EACCES': case 'EPERM': return l10n.t('permission denied');
    default: return message;
  }
}
