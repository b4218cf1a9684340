import { readText, type SourceText } from '../../../src/engine/text';

/** A text that was read, with its views as plain strings. */
export type Written = Omit<SourceText, 'given' | 'repaired' | 'shown'> & Record<'given' | 'repaired' | 'shown', string>;

/** Reads a text, and puts its views together. */
export function readWritten(given: string): Written {
  const text = readText(given), { repaired, shown } = text;
  return { ...text, given, repaired: repaired.toString(), shown: shown.toString() };
}
