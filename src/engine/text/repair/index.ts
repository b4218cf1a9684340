import type { Defect } from '../../analysis';
import type { LongString } from '../long-string';
import { compose, OffsetMap, type Repaired } from '../offset-map';
import { cleanDebris } from './debris';
import { findLostCharacters, repairOutOfStep } from './half-read';
import { decodePinyinPage } from './pinyin-page';
import { decodeWrongEncoding } from './wrong-encoding';
import { describePage } from './page-defects';
import type { Scan } from './scan';
import { repairSpaces } from './spaces';

/** A text with its repairs: `repaired` is undefined where nothing had to be changed. Defects are in given offsets, in text order. */
export interface Repair {
  readonly repaired: Repaired | undefined;
  readonly defects: readonly Defect[];
}

/**
 * Repairs what can be repaired in any string and reports the rest.
 * @param seen what a look at every unit of it told: of a clean text nothing more is asked
 */
export function repairText(given: LongString, seen: Scan): Repair {
  const { debris, spaces, readings, lost } = seen, recoded = decodeWrongEncoding(given, seen);
  if (recoded) return recoded;
  // what shows no damage is not put together from its pieces
  return debris > 0 || spaces > 0 || readings > 0 || lost > 0 ? repairWritten(given.toString(), seen) : NOTHING;
}

function repairWritten(given: string, seen: Scan): Repair {
  let repair: Repair = seen.debris > 0 ? cleanDebris(given) : NOTHING;
  if (seen.spaces > 0) repair = after(given, repair, repairSpaces);
  // a reading may have been torn apart by debris
  const page = seen.readings > 0 || seen.toned > 0 && repair.repaired ? after(given, repair, repairPinyinPage) : repair;
  if (page !== repair || seen.lost === 0) return page;
  return after(given, after(given, repair, repairOutOfStep), findLostCharacters);
}

const NOTHING: Repair = { repaired: undefined, defects: [] };

/** One repair after another. Where the second changes a stretch, what the first found inside of it is repaired with it. */
function after(given: string, first: Repair, second: (text: string) => Repair): Repair {
  const { repaired, defects } = second(first.repaired?.text ?? given), map = new OffsetMap(first.repaired);
  if (!repaired && defects.length === 0) return first;
  const found = defects.map((d) => ({ ...d, ...map.toGiven(d) })), all = [...outside(first.defects, found), ...found];
  return { repaired: compose(first.repaired, repaired), defects: all.sort((a, b) => a.start - b.start || a.end - b.end) };
}

function repairPinyinPage(text: string): Repair {
  const page = decodePinyinPage(text);
  return page ? describePage(text, page) : NOTHING;
}

/** Those of `defects` that no stretch of `stretches` holds: what stands inside of one is repaired with it. Both in text order. */
function outside(defects: readonly Defect[], stretches: readonly Defect[]): Defect[] {
  let at = 0;
  return defects.filter(({ start, end }) => {
    while (at < stretches.length && stretches[at]!.end < end) at++;
    return !(at < stretches.length && stretches[at]!.start <= start);
  });
}
