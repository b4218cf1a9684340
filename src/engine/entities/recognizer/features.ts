import { finish, HASH_SEED, mix } from '../../lexicon/hash';
import type { Channels } from './channels';
import { PAD } from './view';

/** Number of features of each character. */
export const FEATURE_COUNT = 54;

/** Writes the hashes of the features of character `index` to `out[at …]`. */
export function featuresAt(ch: Channels, index: number, out: Int32Array, at: number): void {
  const { codes, classes, words, wordHash, before, after, beforeHash, afterHash, names, heads, proposals } = ch;
  const i = index + PAD;
  let t = 0;
  const put = (hash: number): void => { out[at + t] = finish(mix(hash, t)) | 0; t++; };
  const one = (a: number): void => put(mix(HASH_SEED, a));
  const two = (a: number, b: number): void => put(mix(mix(HASH_SEED, a), b));
  const three = (a: number, b: number, c: number): void => put(mix(mix(mix(HASH_SEED, a), b), c));
  const a3 = codes[i - 3]!, a2 = codes[i - 2]!, a1 = codes[i - 1]!, c0 = codes[i]!, b1 = codes[i + 1]!, b2 = codes[i + 2]!, b3 = codes[i + 3]!;
  one(c0); one(a1); one(b1); one(a2); one(b2); one(a3); one(b3);
  two(a1, c0); two(c0, b1); two(a2, a1); two(b1, b2); two(a1, b1); two(a2, c0); two(c0, b2);
  three(a2, a1, c0); three(a1, c0, b1); three(c0, b1, b2); three(a3, a2, a1); three(b1, b2, b3);
  const k2 = classes[i - 2]!, k1 = classes[i - 1]!, k0 = classes[i]!, l1 = classes[i + 1]!, l2 = classes[i + 2]!;
  three(k1, k0, l1); three(k2 << 5 | k1, k0, l1 << 5 | l2); two(k0, l1); two(k1, k0);
  const w0 = words[i]!, w1 = words[i - 1]!, v1 = words[i + 1]!;
  one(w0); two(w1, w0); two(w0, v1); three(w1, w0, v1); three(words[i - 2]!, w1, w0); three(w0, v1, words[i + 2]!);
  const place = (w0 - 1) & 3;
  two(wordHash[i]!, place); two(beforeHash[i]!, place); two(afterHash[i]!, place);
  two(before[i]!, w0); two(w0, after[i]!); three(before[i]!, w0, after[i]!);
  three(beforeHash[i]!, wordHash[i]!, place); three(wordHash[i]!, afterHash[i]!, place); two(beforeHash[i]!, w0); two(afterHash[i]!, w0);
  one(names[i]!); three(names[i - 1]!, names[i]!, names[i + 1]!); two(names[i]!, w0);
  const p0 = proposals[i]!, p1 = proposals[i - 1]!, q1 = proposals[i + 1]!;
  one(p0); two(p1, p0); two(p0, q1); three(p1, p0, q1); two(p0, w0); two(p0, c0);
  const h0 = heads[i]!;
  one(h0); two(h0, w0); two(h0, names[i]!); three(heads[i - 1]!, h0, heads[i + 1]!); three(w1, w0, h0); two(h0, p0);
}
