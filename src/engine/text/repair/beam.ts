import { COST, MOST_GAIN, type Emission } from './costs';

/** A place where another decoding was nearly as likely: two chains that lead to the same, and how much likelier the better one is (natural logarithm). */
export interface Doubt { readonly best: Emission | undefined; readonly rival: Emission | undefined; readonly margin: number }

/** The doubts of a path since all was clear, latest first. */
export interface Doubts extends Doubt { readonly before: Doubts | undefined }

/** One reading of the text up to a place. */
export interface State {
  readonly score: number;
  /** a lead byte whose trail byte comes next; 0 on a border; UNKNOWN_LEAD for a lost one */
  readonly pending: number;
  readonly pendingStart: number;
  /** whether the lead byte that waits was lost and chosen */
  readonly chosen: boolean;
  /** the last two bytes of the stream, readings taken out; 0 where there is none of a character */
  readonly byte: number;
  readonly byteBefore: number;
  /** whether nothing was injected after `byte` */
  readonly joined: boolean;
  /** classes of the last two characters */
  readonly a: number;
  readonly b: number;
  readonly last: Emission | undefined;
  readonly doubts: Doubts | undefined;
}

export const UNKNOWN_LEAD = -1;
/** margins below this are doubts: ten to one */
const DOUBT = Math.log(10);
/** Most paths kept; fewer once the budget is used up. */
const WIDTH = 48, NARROW = 2;
/** paths so far behind the best are given up */
const PRUNE = 22;

/** The paths that lead behind one token. */
export class Beam {
  private paths = new Map<number, State>();
  private best = -Infinity;

  get empty(): boolean {
    return this.paths.size === 0;
  }

  /** Whether a path that has not paid for its last mark yet is already too far behind. */
  hopeless(score: number): boolean {
    return score < this.best - PRUNE - MOST_GAIN;
  }

  /** Paths that agree on all that matters for what follows are one path; the better survives and remembers the other. */
  add(s: State): void {
    this.best = Math.max(this.best, s.score);
    const key = ((s.pending + 1) * 0x2000 + s.a) * 0x2000 + s.b, other = this.paths.get(key);
    this.paths.set(key, !other ? s : s.score > other.score ? doubted(s, other) : doubted(other, s));
  }

  /** The paths, best first. */
  select(narrow: boolean): State[] {
    const states = [...this.paths.values()].sort((x, y) => y.score - x.score), best = states[0]?.score ?? 0;
    return states.slice(0, narrow ? NARROW : WIDTH).filter((s) => s.score > best - PRUNE);
  }
}

/** The better of two paths; it remembers one that was nearly as good. */
export function doubted(better: State, worse: State | undefined): State {
  const margin = worse ? better.score - worse.score : DOUBT;
  return margin < DOUBT ? { ...better, doubts: { best: better.last, rival: worse!.last, margin, before: better.doubts } } : better;
}

/** Gives up the byte that waits for another. */
export function abandon(s: State): State {
  return s.pending === 0 ? s : { ...s, pending: 0, byte: 0, byteBefore: 0, score: s.score - COST.abandoned };
}

/** The best of some states, best first. */
export function bestOf(states: State[], most: number, margin: number): State[] {
  const sorted = states.sort((x, y) => y.score - x.score);
  return sorted.slice(0, most).filter((s) => s.score >= sorted[0]!.score - margin);
}
