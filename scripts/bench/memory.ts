import path from 'node:path';
import { progress } from './child';
import { pause } from './clock';
import { emptyResult, flat, type PartResult, type Row } from './result';
import { Server } from './server';
import { Texts } from './texts';

const REPORTS = 50, MEGABYTES = 10;
/** Time for the server to settle before it is measured, in milliseconds. */
const SETTLE_MS = 1_500;
/** Most that may be left after everything is closed, as a multiple of what it was after the first report. */
const LEFT = 1.1;

/** What a server holds: its resident set after each step, as it is. */
interface Step { name: string; open?: (texts: Texts) => string[]; closeAll?: boolean; goal?: number }

const STEPS: readonly Step[] = [
  { name: 'started, nothing open' },
  { name: 'an inspection', open: (texts) => [texts.inspection(51)], goal: 250 },
  { name: 'and a work report', open: (texts) => [texts.workReport(52)] },
  { name: `and ${REPORTS} reports`, open: (texts) => texts.several(REPORTS, 53), goal: 400 },
  { name: `and ${MEGABYTES} MB`, open: (texts) => [texts.megabytes(MEGABYTES, 54)] },
  { name: 'all closed', closeAll: true },
];

/** The server's resident set in two processes: one left alone, as users have it, and one that collects its garbage before it is measured. */
export async function memory(root: string): Promise<PartResult> {
  const result = emptyResult(), texts = new Texts(root), rows: Row[] = [];
  const alone = await walk(root, texts, []), collected = await walk(root, texts, ['--expose-gc', '--require', path.join(root, 'scripts/bench/collect.cjs')]);
  STEPS.forEach(({ name, goal }, i) => {
    rows.push({ step: name, alone: alone[i], collected: collected[i] });
    if (goal !== undefined) result.goals.push({ name: `server memory: ${name}`, value: alone[i]!, unit: 'MB', most: goal });
  });
  result.tables.push({ title: 'memory of the server: resident set', columns: COLUMNS, rows });
  result.gates.push(
    flat('memory of the server after closing everything over after the first report, left alone', alone[1]!, alone.at(-1)!, LEFT),
    flat('memory of the server after closing everything over after the first report, collected', collected[1]!, collected.at(-1)!, LEFT),
  );
  return result;
}

const COLUMNS = [{ key: 'step', head: 'open' }, { key: 'alone', head: 'left alone MB', digits: 0 }, { key: 'collected', head: 'garbage collected MB', digits: 0 }];

/** Megabytes after each step. */
async function walk(root: string, texts: Texts, nodeOptions: readonly string[]): Promise<number[]> {
  const server = await Server.start(root, nodeOptions), opened: string[] = [], figures: number[] = [];
  for (const { name, open, closeAll } of STEPS) {
    progress(`${nodeOptions.length > 0 ? 'collected' : 'left alone'}: ${name}`);
    for (const text of open?.(texts) ?? []) {
      const uri = `file:///memory-${opened.length}.txt`;
      opened.push(uri);
      await server.read(uri, text);
    }
    if (closeAll) await Promise.all(opened.map((uri) => server.close(uri)));
    await pause(SETTLE_MS);
    if (nodeOptions.length > 0) {
      server.signal('SIGUSR2');
      await pause(SETTLE_MS);
    }
    figures.push(server.residentSet);
  }
  await server.stop();
  return figures;
}
