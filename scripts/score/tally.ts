/** What was found against what should have been. */
export interface Tally { right: number; found: number; wanted: number }

/** So many right of so many cases. */
export interface Share { right: number; of: number }

export const newTally = (): Tally => ({ right: 0, found: 0, wanted: 0 });
export const newShare = (): Share => ({ right: 0, of: 0 });

/** The sum of several counts. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ right: a.right + b.right, found: a.found + b.found, wanted: a.wanted + b.wanted }), newTally());
}

/** The sum of several shares. */
export function sumShares(shares: readonly Share[]): Share {
  return shares.reduce((a, b) => ({ right: a.right + b.right, of: a.of + b.of }), newShare());
}

/** The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found. */
export const f1 = ({ right, found, wanted }: Tally): number => (found + wanted === 0 ? 1 : (2 * right) / (found + wanted));

/** The share as a number; 1 where there was no case. */
export const ratio = ({ right, of }: Share): number => (of === 0 ? 1 : right / of);

/** Counts one case. */
export function count(share: Share, isRight: boolean): void {
  share.of++;
  if (isRight) share.right++;
}
