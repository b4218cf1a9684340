import { readingsOf } from '../../lexicon/readings';

const cache = new Map<number, readonly string[]>();

/** Is it a reading of the unit, with tone marks, as `normalReading` writes it? */
export function hasReading(unit: number, reading: string): boolean {
  if (unit === 0) return false;
  let readings = cache.get(unit);
  if (!readings) cache.set(unit, readings = readingsOf(String.fromCharCode(unit)).map(normalReading));
  return readings.includes(reading);
}

/** Pages write a and g also as the phonetic letters that GBK holds. */
export function normalReading(reading: string): string {
  return reading.replace(/\u0251/g, 'a').replace(/\u0261/g, 'g');
}
