import path from 'node:path';
import { progress } from './child';
import { pause } from './clock';
import { emptyResult, flat, type PartResult, type Row } from './result';
import { Server } from './server';
import { Texts } from './texts';

const REPORTS = 50, MEGABYTES = 10;
/** Time for the server to settle before it is measured, in milliseconds. */
const SETTLE_MS = 1_500;
/**
 * The same after everything was closed: the server waits a second, then gives back what it can, and ends the thread that reads long texts beside the
 * main one; V8 keeps the pages of a thread that ended for eight seconds more.
 */
const CLOSED_MS = 12_000;
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

/** The server's resident set, left alone as users have it, and at the very end after a full collection, which tells garbage from what is held. */
export async function memory(root: string): Promise<PartResult> {
  const result = emptyResult(), texts = new Texts(root), opened: string[] = [], rows: { step: string; resident: number }[] = [];
  const server = await Server.start(root, ['--expose-gc', '--require', path.join(root, 'scripts/bench/collect.cjs')]);
  for (const { name, open, closeAll, goal } of STEPS) {
    progress(name);
    for (const text of open?.(texts) ?? []) {
      const uri = `file:///memory-${opened.length}.txt`;
      opened.push(uri);
      await server.read(uri, text);
    }
    if (closeAll) await Promise.all(opened.map((uri) => server.close(uri)));
    await pause(closeAll ? CLOSED_MS : SETTLE_MS);
    rows.push({ step: name, resident: server.residentSet });
    if (goal !== undefined) result.goals.push({ name: `server memory: ${name}`, value: server.residentSet, unit: 'MB', most: goal });
  }
  const [, first] = rows, left = rows.at(-1)!.resident;
  server.signal('SIGUSR2');
  await pause(SETTLE_MS);
  rows.push({ step: 'and garbage collected by hand', resident: server.residentSet });
  result.tables.push({ title: 'memory of the server: resident set', columns: COLUMNS, rows: rows.map((row): Row => ({ ...row })) });
  result.gates.push(
    flat('memory of the server after closing everything over after the first report', first!.resident, left, LEFT),
    flat('the same after its garbage was collected by hand', first!.resident, server.residentSet, LEFT),
  );
  await server.stop();
  return result;
}

const COLUMNS = [{ key: 'step', head: 'open' }, { key: 'resident', head: 'MB', digits: 0 }];
