/**
 * Layout of `data/places.bin`, all little-endian:
 *
 *     u32  magic "RLP1"
 *     u32  n, number of divisions (below 65,536)
 *     u32  t, length of all names together, in UTF-16 code units
 *     u32[n]  codes of GB/T 2260 widened to nine digits (province 320000000, city 320200000, county 320214000, township 320214001), rising
 *     u16[n]  indices of the divisions in the order of their names
 *     u16[t]  the names one after another, in the order of the codes
 *     u8[n]   lengths of the names
 */
const MAGIC = 0x31504c52, HEADER = 12;

/** One division before it is packed: nine-digit code and full name. */
export interface Division { code: number; name: string }

/** The table as it lies in memory: nothing is copied but the names. */
export interface PlaceTable {
  codes: Uint32Array;
  byName: Uint16Array;
  lengths: Uint8Array;
  names: string;
}

/** Packs divisions, in any order, no code twice. */
export function packPlaces(divisions: readonly Division[]): Uint8Array {
  const sorted = [...divisions].sort((a, b) => a.code - b.code), names = sorted.map((d) => d.name), text = names.join('');
  const order = names.map((_, i) => i).sort((a, b) => (names[a]! < names[b]! ? -1 : names[a]! > names[b]! ? 1 : a - b));
  const n = sorted.length, bytes = new Uint8Array(sizeOf(n, text.length)), view = new DataView(bytes.buffer);
  [MAGIC, n, text.length].forEach((v, i) => { view.setUint32(i * 4, v, true); });
  sorted.forEach((d, i) => { view.setUint32(HEADER + i * 4, d.code, true); });
  order.forEach((v, i) => { view.setUint16(HEADER + n * 4 + i * 2, v, true); });
  for (let i = 0; i < text.length; i++) view.setUint16(HEADER + n * 6 + i * 2, text.charCodeAt(i), true);
  names.forEach((name, i) => { bytes[HEADER + n * 6 + text.length * 2 + i] = name.length; });
  return bytes;
}

/** Opens a packed table; nothing where the bytes are not one. */
export function openPlaces(given: Uint8Array): PlaceTable | undefined {
  if (given.byteLength < HEADER) return undefined;
  // The typed arrays below need an aligned start, which a slice of a larger buffer may not have.
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice(), at = bytes.byteOffset;
  const head = new Uint32Array(bytes.buffer, at, 3), n = head[1]!, t = head[2]!;
  if (head[0] !== MAGIC || bytes.byteLength !== sizeOf(n, t)) return undefined;
  return {
    codes: new Uint32Array(bytes.buffer, at + HEADER, n),
    byName: new Uint16Array(bytes.buffer, at + HEADER + n * 4, n),
    names: new TextDecoder('utf-16le').decode(bytes.subarray(HEADER + n * 6, HEADER + n * 6 + t * 2)),
    lengths: bytes.subarray(HEADER + n * 6 + t * 2),
  };
}

const sizeOf = (n: number, t: number): number => HEADER + n * 7 + t * 2;
