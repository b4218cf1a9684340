import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import { isHan, simplifiedOf } from '../fold';
import { gbk } from './gbk';

let traditional: Map<number, number> | undefined;

/** Whether a page that was turned into traditional characters one by one can hold this character: 國 but neither 国 nor 髮 (发 gives 發). */
export function isConvertedForm(unit: number): boolean {
  const simplified = simplifiedOf(unit);
  return (traditionalForms().get(simplified) ?? simplified) === unit;
}

/** The traditional form of a simplified character, if it has only one; else itself. */
export function traditionalOf(unit: number): number {
  return traditionalForms().get(unit) ?? unit;
}

function traditionalForms(): Map<number, number> {
  if (traditional) return traditional;
  traditional = new Map();
  const { codeOf } = gbk();
  for (const entry of simplifiedToTraditional.split('|')) {
    const from = entry.charCodeAt(0), to = entry.charCodeAt(2);
    if (entry.charAt(1) === ' ' && isHan(from) && (entry.length === 3 || entry.charAt(3) === ' ') && codeOf[to]) traditional.set(from, to);
  }
  return traditional;
}
