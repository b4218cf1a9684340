import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { terminalLocale, useLocale } from '../node/l10n';
import { analyzeCommand } from './commands/analyze';
import { exportCommand } from './commands/export';
import { repairCommand } from './commands/repair';
import { wordsCommand } from './commands/words';
import { helpText, versionText } from './help';
import { Exit, UsageError, type Io } from './io';

/** Runs the command line `args` (without node and script) and answers the exit code, or nothing where a server goes on running. */
export async function run(args: readonly string[], io: Io): Promise<number | undefined> {
  useLocale(terminalLocale(io.env));
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`report-lens: ${error.message}\n${l10n.t('“report-lens --help” tells how it is used.')}\n`);
    return Exit.usage;
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<number | undefined> {
  const { values, positionals: [command, ...files] } = parse(args);
  if (values.help) return say(io, helpText());
  if (values.version) return say(io, `${versionText()}\n`);
  switch (command) {
    case 'analyze': allow(values, ['format', 'encoding', 'dictionary']); return analyzeCommand(files, values, io);
    case 'export': allow(values, ['format', 'encoding', 'output', 'dictionary']); return exportCommand(files, values, io);
    case 'repair': allow(values, ['encoding', 'output', 'to', 'punctuation']); return repairCommand(files, values, io);
    case 'words': allow(values, ['format', 'encoding', 'output', 'dictionary']); return wordsCommand(files, values, io);
    case 'lsp': allow(values, ['stdio']); return serve(values.stdio);
    case undefined: throw new UsageError(l10n.t('name a command: analyze, export, repair, words or lsp'));
    default: throw new UsageError(l10n.t('unknown command “{0}”', command));
  }
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args], allowPositionals: true, strict: true,
      options: {
        format: { type: 'string' }, encoding: { type: 'string' }, dictionary: { type: 'string' }, output: { type: 'string', short: 'o' }, to: { type: 'string' }, punctuation: { type: 'string' }, stdio: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'V' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** An option that the command does not know would be a wish not granted. */
function allow(values: Values, known: readonly (keyof Values)[]): void {
  const other = (Object.keys(values) as (keyof Values)[]).find((key) => !known.includes(key));
  if (other) throw new UsageError(l10n.t('this command has no option --{0}', other));
}

function say(io: Io, text: string): number {
  io.out(text);
  return Exit.ok;
}

/** Loaded only here: the other commands need nothing of it. */
async function serve(stdio: boolean | undefined): Promise<undefined> {
  if (!stdio) throw new UsageError(l10n.t('the language server speaks over standard input and output: lsp --stdio'));
  const { serveStdio } = await import('../server/stdio');
  serveStdio();
}
