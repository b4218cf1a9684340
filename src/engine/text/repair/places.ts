import type { Emission } from './costs';
import type { DecodedPage, PageDoubt } from './pinyin-page';

/** Characters, by index, that can be read in several ways, and the stretch of the text that is theirs alone; it is empty where nothing is left of them. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** likeliest first; shares sum to 1 */
  readonly readings: readonly { readonly text: string; readonly share: number }[];
}

interface Group { from: number; to: number; readonly doubts: PageDoubt[] }

/** The doubts of a page by place, in text order. Where the likeliest reading is the text as it stands nothing is doubtful. */
export function placesOf(given: string, { emissions, doubts }: DecodedPage): Place[] {
  const groups: Group[] = [];
  for (const d of [...doubts].sort((x, y) => x.from - y.from || x.to - y.to)) join(groups, d);
  return groups.filter((g) => emissions.slice(g.from, g.to).some((e) => !stands(given, e))).map((g) => placeOf(g, emissions));
}

const stands = (given: string, e: Emission): boolean => !e.lost && given.charCodeAt(e.start) === e.unit;

/** Puts a doubt to the last group if they overlap, else into one of its own. Where a character may be missing, the one before it belongs to the group. */
function join(groups: Group[], doubt: PageDoubt): void {
  const last = groups.at(-1), { to } = doubt, from = Math.max(0, doubt.from === to ? to - 1 : doubt.from);
  if (!last || from >= last.to) groups.push({ from, to, doubts: [doubt] });
  else {
    last.to = Math.max(last.to, to);
    last.doubts.push(doubt);
  }
}

const endBefore = (emissions: readonly Emission[], index: number): number => emissions[index - 1]?.end ?? 0;
const startAfter = (emissions: readonly Emission[], index: number): number => emissions[index]?.start ?? emissions.at(-1)?.end ?? 0;

function placeOf({ from, to, doubts }: Group, emissions: readonly Emission[]): Place {
  const text = (a: number, b: number): string => emissions.slice(a, b).map((e) => String.fromCharCode(e.unit)).join('');
  const weights = new Map([[text(from, to), 1]]);
  for (const d of doubts) {
    const reading = text(from, d.from) + d.rival + text(d.to, to);
    weights.set(reading, (weights.get(reading) ?? 0) + Math.exp(-d.margin));
  }
  const sum = [...weights.values()].reduce((a, n) => a + n, 0), start = endBefore(emissions, from);
  const [best, ...others] = [...weights].map(([reading, weight]) => ({ text: reading, share: weight / sum }));
  return { from, to, start, end: Math.max(start, startAfter(emissions, to)), readings: [best!, ...others.sort((x, y) => y.share - x.share)] };
}
