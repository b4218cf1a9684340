import type { Defect } from '../../analysis';
import type { Repaired } from '../offset-map';
import type { Emission } from './decode';
import type { DecodedPage } from './pinyin-page';

interface Run { readonly start: number; end: number; text: string }

/** The decoded page as a repaired text with its defects, both in the offsets of the text that was decoded. */
export function describePage(given: string, page: DecodedPage): { repaired: Repaired; defects: Defect[] } {
  const { emissions } = page, n = emissions.length;
  const units = new Array<string>(n), starts = new Int32Array(n + 1), ends = new Int32Array(n + 1), defects: Defect[] = [];
  let run: Run | undefined, cursor = 0;
  const { doubts } = page;
  let doubt = 0;
  const close = (): void => {
    if (!run) return;
    const { start, end } = run, from = doubt;
    while (doubt < doubts.length && (doubts[doubt]!.best[0]?.start ?? 0) < end) doubt++;
    defects.push(shifted(run, doubts.slice(from, doubt).filter((d) => (d.best[0]?.start ?? -1) >= start)));
    run = undefined;
  };
  emissions.forEach((e, i) => {
    units[i] = String.fromCharCode(e.unit);
    starts[i] = e.start;
    ends[i] = e.end;
    const intact = e.start >= cursor && given.charCodeAt(e.start) === e.unit;
    if (e.start > cursor) { run ??= { start: cursor, end: cursor, text: '' }; run.end = e.start; }
    if (intact) {
      close();
      if (e.end > e.start + 1) defects.push(injected(given, e));
    } else {
      run ??= { start: Math.max(e.start, cursor), end: e.end, text: '' };
      run.end = Math.max(run.end, e.end);
      run.text += String.fromCharCode(e.unit);
    }
    cursor = Math.max(cursor, e.end);
  });
  if (cursor < given.length) { run ??= { start: cursor, end: cursor, text: '' }; run.end = given.length; }
  close();
  starts[n] = ends[n] = given.length;
  return { repaired: { text: units.join(''), starts, ends }, defects };
}

function injected(given: string, e: Emission): Defect {
  const reading = given.slice(e.start + 2, e.end - 1), character = String.fromCharCode(e.unit);
  return { start: e.start + 1, end: e.end, kind: 'pinyin', code: 'pinyin.injected', args: { reading, character }, message: `Injected reading “${reading}” after ${character}`, repair: '' };
}

/** A stretch that was put together again; where another reading was nearly as likely, both are offered. */
function shifted(run: Run, doubts: DecodedPage['doubts']): Defect {
  const defect: Defect = { start: run.start, end: run.end, kind: 'mojibake', code: 'mojibake.shifted', args: { text: run.text }, message: `Damaged stretch, reads: ${run.text}`, repair: run.text };
  const others = doubts.map((d) => swap(run.text, textOf(d.best), textOf(d.rival)));
  const candidates = [...new Set([run.text, ...others])];
  return candidates.length > 1 ? { ...defect, code: 'mojibake.guessed', candidates } : defect;
}

const textOf = (emissions: readonly Emission[]): string => emissions.map((e) => String.fromCharCode(e.unit)).join('');

function swap(text: string, best: string, rival: string): string {
  return best && text.includes(best) ? text.replace(best, () => rival) : text;
}
