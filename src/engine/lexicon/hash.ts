/** Seed of every word and feature hash (the offset basis of FNV-1a). */
export const HASH_SEED = 0x811c9dc5 | 0;

/** Mixes one code into a running 32-bit hash. */
export function mix(hash: number, code: number): number {
  return Math.imul((hash ^ code) + (hash << 5), 0x01000193);
}

/** Spreads a running hash over all 32 bits, as an unsigned number. */
export function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}
