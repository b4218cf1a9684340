import { pinyin } from 'pinyin-pro';

const cache = new Map<number, readonly string[]>();

/** The readings of a character with tone marks, the usual one first. */
export function readingsOf(unit: number): readonly string[] {
  let readings = cache.get(unit);
  if (!readings) {
    const found = pinyin(String.fromCharCode(unit), { type: 'array', multiple: true, nonZh: 'removed' });
    cache.set(unit, (readings = found.flatMap((r) => r.split(' ')).map(normalReading)));
  }
  return readings;
}

export function hasReading(unit: number, reading: string): boolean {
  return unit !== 0 && readingsOf(unit).includes(reading);
}

/** Pages write a and g also as the phonetic letters that GBK holds. */
export function normalReading(reading: string): string {
  return reading.replace(/\u0251/g, 'a').replace(/\u0261/g, 'g');
}
