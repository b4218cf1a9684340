/** Sets of characters that are told apart by a bit each. */
const MOST_SETS = 32;

/**
 * For each character the bits of the sets that it is in: bit 0 for the first set.
 * @throws where there are more sets than bits
 */
export function bitsByCharacter(sets: readonly string[]): Uint32Array {
  if (sets.length > MOST_SETS) throw new Error('more sets of characters than bits');
  const of = new Uint32Array(0x10000);
  sets.forEach((set, bit) => { for (let i = 0; i < set.length; i++) of[set.charCodeAt(i)]! |= 1 << bit; });
  return of;
}

/** The bits of all sets that a text has a character of. */
export function bitsIn(text: string, of: Uint32Array): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= of[text.charCodeAt(i)]!;
  return bits;
}
