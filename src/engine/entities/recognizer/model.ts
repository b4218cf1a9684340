/** Weights as stored: rows found by hash bucket and 16-bit fingerprint; a row is a list of (label, weight). */
export interface Weights {
  /** weight units in 1 */
  scale: number;
  /** for each entry of TRANSITIONS */
  transitions: Int16Array;
  /** first row of each of 2^16 buckets, and the end of the last */
  buckets: Uint32Array;
  fingerprints: Uint16Array;
  /** entries of each row */
  sizes: Uint8Array;
  labels: Uint8Array;
  values: Int8Array;
}
