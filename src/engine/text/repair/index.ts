import type { Defect } from '../../analysis';
import { compose, OffsetMap, type Repaired } from '../offset-map';
import { cleanDebris } from './debris';
import { decodePinyinPage } from './pinyin-page';
import { decodeWrongEncoding } from './wrong-encoding';
import { describePage } from './page-defects';

/** A text with its repairs: `repaired` is undefined where nothing had to be changed. Defects are in given offsets, in text order. */
export interface Repair {
  readonly repaired: Repaired | undefined;
  readonly defects: readonly Defect[];
}

/** Repairs what can be repaired in any string and reports the rest. */
export function repairText(given: string): Repair {
  const recoded = decodeWrongEncoding(given);
  if (recoded) return recoded;
  const { repaired: clean, defects } = cleanDebris(given), text = clean?.text ?? given;
  const page = decodePinyinPage(text);
  if (!page) return { repaired: clean, defects };
  const described = describePage(text, page), map = new OffsetMap(clean);
  const onPage = described.defects.map((d) => ({ ...d, ...map.toGiven(d) })), all = [...outside(defects, onPage), ...onPage];
  return { repaired: compose(clean, described.repaired), defects: all.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Those of `defects` that no stretch of `stretches` holds: what stands inside of one is repaired with it. Both in text order. */
function outside(defects: readonly Defect[], stretches: readonly Defect[]): Defect[] {
  let at = 0;
  return defects.filter(({ start, end }) => {
    while (at < stretches.length && stretches[at]!.end < end) at++;
    return !(at < stretches.length && stretches[at]!.start <= start);
  });
}
