import { finish, HASH_SEED, mix } from '../../lexicon/hash';
import type { Channels } from './channels';
import { PAD } from './view';

/** Number of features of each character. */
export const FEATURE_COUNT = 54;

/** Mixes the first code in. */
const first = (code: number): number => mix(HASH_SEED, code);

/** Writes the hashes of the features of character `index` to `out[at …]`. Running hashes are shared where one feature begins like another. */
export function featuresAt(ch: Channels, index: number, out: Int32Array, at: number): void {
  const i = index + PAD;
  writeCharacters(ch, i, out, at);
  writeWords(ch, i, out, at + 23);
  writeProposals(ch, i, out, at + 42);
  for (let t = 0; t < FEATURE_COUNT; t++) out[at + t] = finish(mix(out[at + t]!, t)) | 0;
}

/** Running hashes of 23 features: characters and their classes around `i`. */
function writeCharacters({ codes, classes }: Channels, i: number, out: Int32Array, at: number): void {
  const a1 = codes[i - 1]!, c0 = codes[i]!, b1 = codes[i + 1]!, b2 = codes[i + 2]!, b3 = codes[i + 3]!;
  const xa3 = first(codes[i - 3]!), xa2 = first(codes[i - 2]!), xa1 = first(a1), xc0 = first(c0), xb1 = first(b1);
  out[at] = xc0; out[at + 1] = xa1; out[at + 2] = xb1; out[at + 3] = xa2; out[at + 4] = first(b2); out[at + 5] = xa3; out[at + 6] = first(b3);
  const xa1c0 = mix(xa1, c0), xc0b1 = mix(xc0, b1), xa2a1 = mix(xa2, a1), xb1b2 = mix(xb1, b2);
  out[at + 7] = xa1c0; out[at + 8] = xc0b1; out[at + 9] = xa2a1; out[at + 10] = xb1b2; out[at + 11] = mix(xa1, b1); out[at + 12] = mix(xa2, c0); out[at + 13] = mix(xc0, b2);
  out[at + 14] = mix(xa2a1, c0); out[at + 15] = mix(xa1c0, b1); out[at + 16] = mix(xc0b1, b2); out[at + 17] = mix(mix(xa3, codes[i - 2]!), a1); out[at + 18] = mix(xb1b2, b3);
  const k1 = classes[i - 1]!, k0 = classes[i]!, l1 = classes[i + 1]!, xk1k0 = mix(first(k1), k0);
  out[at + 19] = mix(xk1k0, l1); out[at + 20] = mix(mix(first(classes[i - 2]! << 5 | k1), k0), l1 << 5 | classes[i + 2]!); out[at + 21] = mix(first(k0), l1); out[at + 22] = xk1k0;
}

/** Of 19: words around `i`, by class and place and by their own hash, and names of the dictionary. */
function writeWords({ words, wordHash, before, after, beforeHash, afterHash, names }: Channels, i: number, out: Int32Array, at: number): void {
  const w0 = words[i]!, w1 = words[i - 1]!, v1 = words[i + 1]!, xw0 = first(w0), xw1w0 = mix(first(w1), w0), xw0v1 = mix(xw0, v1);
  out[at] = xw0; out[at + 1] = xw1w0; out[at + 2] = xw0v1; out[at + 3] = mix(xw1w0, v1); out[at + 4] = mix(mix(first(words[i - 2]!), w1), w0); out[at + 5] = mix(xw0v1, words[i + 2]!);
  const place = (w0 - 1) & 3, own = wordHash[i]!, next = afterHash[i]!, xown = first(own), xbefore = first(beforeHash[i]!), xafter = first(next);
  out[at + 6] = mix(xown, place); out[at + 7] = mix(xbefore, place); out[at + 8] = mix(xafter, place);
  const xbw0 = mix(first(before[i]!), w0), n0 = names[i]!, xn0 = first(n0);
  out[at + 9] = xbw0; out[at + 10] = mix(xw0, after[i]!); out[at + 11] = mix(xbw0, after[i]!);
  out[at + 12] = mix(mix(xbefore, own), place); out[at + 13] = mix(mix(xown, next), place); out[at + 14] = mix(xbefore, w0); out[at + 15] = mix(xafter, w0);
  out[at + 16] = xn0; out[at + 17] = mix(mix(first(names[i - 1]!), n0), names[i + 1]!); out[at + 18] = mix(xn0, w0);
}

/** Of the last 12: what the grammar proposes, and the head noun ahead. */
function writeProposals({ codes, words, names, heads, proposals }: Channels, i: number, out: Int32Array, at: number): void {
  const w0 = words[i]!, p0 = proposals[i]!, q1 = proposals[i + 1]!, h0 = heads[i]!, xp0 = first(p0), xp1p0 = mix(first(proposals[i - 1]!), p0), xh0 = first(h0);
  out[at] = xp0; out[at + 1] = xp1p0; out[at + 2] = mix(xp0, q1); out[at + 3] = mix(xp1p0, q1); out[at + 4] = mix(xp0, w0); out[at + 5] = mix(xp0, codes[i]!);
  out[at + 6] = xh0; out[at + 7] = mix(xh0, w0); out[at + 8] = mix(xh0, names[i]!); out[at + 9] = mix(mix(first(heads[i - 1]!), h0), heads[i + 1]!);
  out[at + 10] = mix(mix(first(words[i - 1]!), w0), h0); out[at + 11] = mix(xh0, p0);
}
