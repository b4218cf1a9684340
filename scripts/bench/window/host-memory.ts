import { readFileSync } from 'node:fs';
import path from 'node:path';
import { progress } from '../child';
import { pause } from '../clock';
import { residentSet } from '../process-figures';
import { emptyResult, flat, type PartResult, type Row } from '../result';
import { Texts } from '../texts';
import { BenchWindow } from './bench-window';
import { marksOf } from './start';

const REPORTS = 50, MEGABYTES = 10, SETTLE_MS = 2_000;
/** Most that the host may hold after everything is closed, as a multiple of what it did after the first report. */
const LEFT = 1.1;

/** What the extension host holds with reports open in a real window, after a full collection; the server's resident set beside it. */
export async function hostMemory(root: string): Promise<PartResult> {
  const result = emptyResult(), texts = new Texts(root), rows: Row[] = [], files: Record<string, string> = {
    'inspection.txt': readFileSync(path.join(root, 'samples/inspection.txt'), 'utf8'), 'work-report.txt': texts.workReport(52), 'big.txt': texts.megabytes(MEGABYTES, 54),
  };
  const several = texts.several(REPORTS, 53).map((text, i) => [`report-${i}.txt`, text] as const);
  const window = await BenchWindow.open(root, { ...files, ...Object.fromEntries(several) });
  const note = async (step: string): Promise<void> => {
    progress(step);
    await pause(SETTLE_MS);
    const { heap, resident } = await window.ask('memory'), [server] = await window.ask('servers');
    rows.push({ step, heap, resident, server: server === undefined ? undefined : residentSet(server) });
  };
  const show = (name: string): Promise<unknown> => window.show(name, marksOf(files[name]!));
  try {
    await window.ask('activate');
    await window.showTree();
    await note('activated, nothing open');
    await show('inspection.txt');
    await note('an inspection');
    await show('work-report.txt');
    await note('and a work report');
    for (const [name] of several) await window.ask('open', path.join(window.folder, name));
    await note(`and ${REPORTS} reports`);
    await show('big.txt');
    await note(`and ${MEGABYTES} MB`);
    await window.ask('close-all');
    await note('all closed');
  } finally {
    await window.close();
  }
  result.tables.push({ title: 'memory in a real VS Code', columns: COLUMNS, rows });
  result.gates.push(flat('heap of the extension host after closing everything over after the first report', Number(rows[1]!['heap']), Number(rows.at(-1)!['heap']), LEFT));
  return result;
}

const COLUMNS = [
  { key: 'step', head: 'open' }, { key: 'heap', head: 'host heap MB', digits: 1 }, { key: 'resident', head: 'host resident MB', digits: 0 }, { key: 'server', head: 'server resident MB', digits: 0 },
];
