/** Two characters from an offset on as a small integer, for lookups; other characters may share it. */
export const startKey = (text: string, at: number): number => (((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff)) & 0x3fffffff;
