import { progress } from '../child';
import { emptyResult, type PartResult, type Row } from '../result';
import { Texts } from '../texts';
import { BenchWindow } from './bench-window';
import { functionsTable, HOST_COLUMNS, marksOf } from './start';
import type { Measured } from './host-measure';

const CHARACTERS = 300_000;
const LONGEST_MS = 15;

/** Half a minute of editing a long report in a real window: what of it blocks the extension host, beside the same in a text that the extension leaves alone. */
export async function editing(root: string): Promise<PartResult> {
  const result = emptyResult(), text = new Texts(root).reports(CHARACTERS, 90), window = await BenchWindow.open(root, { 'long.txt': text, 'long.md': text });
  try {
    await window.ask('activate');
    await window.showTree();
    progress('a report'); // first: what measuring leaves behind would be there for the collector while it is edited
    const shown = await window.show('long.txt', marksOf(text)), measured = await window.ask('edit');
    await window.ask('revert');
    progress('a text that the extension leaves alone');
    await window.ask('open', `${window.folder}/long.md`);
    const alone = await window.ask('edit');
    result.tables.push(
      { title: `extension host while ${CHARACTERS.toLocaleString('en-US')} characters are edited for some 20 s`, columns: [...HOST_COLUMNS.slice(0, 3), { key: 'longestOfCode', head: 'without the collector ms', digits: 1 }, { key: 'longestSeen', head: 'seen running ms', digits: 1 }, { key: 'longestCollection', head: 'longest collection of all ms', digits: 1 }, { key: 'longestAround', head: 'with what others did ms', digits: 1 }, ...HOST_COLUMNS.slice(3)], rows: [row('a report', measured), row('the same text in another language', alone)] },
      functionsTable('editing', measured),
    );
    result.notes.push(`Opened, the outline was seen after ${shown.outline.toFixed(0)} ms and the first mention after ${shown.entities.toFixed(0)} ms.`);
    result.goals.push({ name: `longest block of ours in the extension host while ${CHARACTERS.toLocaleString('en-US')} characters are edited`, value: measured.longestOwn, unit: 'ms', most: LONGEST_MS });
    return result;
  } finally {
    await window.close();
  }
}

const row = (what: string, { own, longestOwn, longestOfCode, longestSeen, longestCollection, longestAround, busy, longestDelay, queued }: Measured): Row => ({ what, own, longestOwn, longestOfCode, longestSeen, longestCollection, longestAround, busy, longestDelay, queued });
