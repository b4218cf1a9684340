import { LABEL_COUNT, mayEnd, mayStart, TRANSITIONS } from '../../src/engine/entities/recognizer/labels';
import { Random } from './corpus';

/** A sentence: the hashes of the features of each character, one character after another, and its labels. */
export interface Example { hashes: Int32Array; gold: Uint8Array }
export interface TrainOptions {
  epochs: number;
  rate: number;
  /** share of the features left out at random while training, so that context counts beside the words themselves */
  dropout: number;
  /** decay of a weight whenever it is touched */
  decay: number;
  /** how often a feature must be seen */
  minimum: number;
  log(line: string): void;
}
/** Trained weights before they are packed: a row of LABEL_COUNT for each feature hash. */
export interface Trained { keys: Uint32Array; counts: Uint32Array; weights: Float32Array; transitions: Float64Array }

/** Trains a linear-chain conditional random field by AdaGrad; the same data give the same weights. */
export function train(examples: readonly Example[], options: TrainOptions): Trained {
  const index = indexFeatures(examples, options.minimum);
  const field = new Field(index.rows, index.each, options);
  const order = Int32Array.from(examples.keys()), random = new Random(20190907);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    random.shuffle(order);
    let loss = 0;
    for (const k of order) loss += field.learn(examples[k]!, index.features, index.starts[k]!, random);
    if (epoch >= options.epochs >> 1) field.average();
    options.log(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  }
  return { keys: index.keys, counts: index.counts, ...field.averaged() };
}

/** Gives each feature seen often enough a row; `features` holds the rows of every character, -1 for none; `each` is their number for a character. */
function indexFeatures(examples: readonly Example[], minimum: number): { keys: Uint32Array; counts: Uint32Array; rows: number; features: Int32Array; starts: Int32Array; each: number } {
  const starts = new Int32Array(examples.length), features = new Int32Array(examples.reduce((sum, e) => sum + e.hashes.length, 0));
  let total = 0;
  examples.forEach((e, k) => { starts[k] = total; features.set(e.hashes, total); total += e.hashes.length; });
  const sorted = Uint32Array.from(features, (h) => h >>> 0).sort();
  const keys: number[] = [], counts: number[] = [];
  for (let i = 0; i < sorted.length;) {
    let end = i + 1;
    while (end < sorted.length && sorted[end] === sorted[i]) end++;
    if (end - i >= minimum) { keys.push(sorted[i]!); counts.push(end - i); }
    i = end;
  }
  const rowOf = new Map(keys.map((key, row) => [key, row]));
  for (let i = 0; i < features.length; i++) features[i] = rowOf.get(features[i]! >>> 0) ?? -1;
  return { keys: Uint32Array.from(keys), counts: Uint32Array.from(counts), rows: keys.length, features, starts, each: examples[0]!.hashes.length / examples[0]!.gold.length };
}

const L = LABEL_COUNT, STEPS = TRANSITIONS.from.length;
const START = Float64Array.from({ length: L }, (_, l) => (mayStart(l) ? 1 : 0)), END = Float64Array.from({ length: L }, (_, l) => (mayEnd(l) ? 1 : 0));
const STEP_OF = new Int32Array(L * L).fill(-1);
TRANSITIONS.from.forEach((a, k) => { STEP_OF[a * L + TRANSITIONS.to[k]!] = k; });

class Field {
  private readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly sums: Float32Array;
  private readonly transitions = new Float64Array(STEPS);
  private readonly stepSquares = new Float64Array(STEPS);
  private readonly stepSums = new Float64Array(STEPS);
  private averagedTimes = 0;

  /** @param each features of a character */
  constructor(rows: number, private readonly each: number, private readonly options: TrainOptions) {
    this.weights = new Float32Array(rows * L); this.squares = new Float32Array(rows * L); this.sums = new Float32Array(rows * L);
  }

  /** One step on one sentence; returns its loss. */
  learn(example: Example, features: Int32Array, start: number, random: Random): number {
    const n = example.gold.length;
    if (n === 0) return 0;
    const active = this.activeFeatures(features, start, n, random);
    const local = this.potentials(active, n), step = Float64Array.from(this.transitions, Math.exp);
    const { from, to } = TRANSITIONS;
    const alpha = new Float64Array(n * L), beta = new Float64Array(n * L), norm = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const base = i * L;
      if (i === 0) for (let l = 0; l < L; l++) alpha[l] = START[l]! * local[l]!;
      else {
        for (let k = 0; k < STEPS; k++) alpha[base + to[k]!]! += alpha[base - L + from[k]!]! * step[k]!;
        for (let l = 0; l < L; l++) alpha[base + l]! *= local[base + l]!;
      }
      let sum = 0;
      for (let l = 0; l < L; l++) sum += alpha[base + l]!;
      norm[i] = sum;
      for (let l = 0; l < L; l++) alpha[base + l]! /= sum;
    }
    for (let l = 0; l < L; l++) beta[(n - 1) * L + l] = END[l]!;
    let ending = 0;
    for (let l = 0; l < L; l++) ending += alpha[(n - 1) * L + l]! * END[l]!;
    for (let i = n - 2; i >= 0; i--) {
      const base = i * L;
      for (let k = 0; k < STEPS; k++) { const b = base + L + to[k]!; beta[base + from[k]!]! += beta[b]! * local[b]! * step[k]!; }
      for (let l = 0; l < L; l++) beta[base + l]! /= norm[i + 1]!;
    }
    this.updateSteps(example.gold, alpha, beta, local, step, norm, ending);
    return this.updateWeights(example.gold, active, alpha, beta, ending);
  }

  average(): void {
    for (let i = 0; i < this.weights.length; i++) this.sums[i]! += this.weights[i]!;
    for (let k = 0; k < STEPS; k++) this.stepSums[k]! += this.transitions[k]!;
    this.averagedTimes++;
  }

  averaged(): { weights: Float32Array; transitions: Float64Array } {
    return { weights: this.sums.map((s) => s / this.averagedTimes), transitions: this.stepSums.map((s) => s / this.averagedTimes) };
  }

  private activeFeatures(features: Int32Array, start: number, n: number, random: Random): Int32Array {
    const active = features.slice(start, start + n * this.each), limit = this.options.dropout * 0x1_0000_0000;
    if (limit > 0) for (let i = 0; i < active.length; i++) if (random.next() < limit) active[i] = -1;
    return active;
  }

  private potentials(active: Int32Array, n: number): Float64Array {
    const local = new Float64Array(n * L), { weights } = this;
    for (let i = 0; i < n; i++) {
      const base = i * L;
      for (let f = i * this.each, end = f + this.each; f < end; f++) {
        const row = active[f]! * L;
        if (row >= 0) for (let l = 0; l < L; l++) local[base + l]! += weights[row + l]!;
      }
      let most = -Infinity;
      for (let l = 0; l < L; l++) if (local[base + l]! > most) most = local[base + l]!;
      for (let l = 0; l < L; l++) local[base + l] = Math.exp(local[base + l]! - most);
    }
    return local;
  }

  private updateSteps(gold: Uint8Array, alpha: Float64Array, beta: Float64Array, local: Float64Array, step: Float64Array, norm: Float64Array, ending: number): void {
    const { from, to } = TRANSITIONS, gradient = new Float64Array(STEPS);
    for (let i = 1; i < gold.length; i++) {
      const base = i * L, over = 1 / (norm[i]! * ending);
      for (let k = 0; k < STEPS; k++) { const b = base + to[k]!; gradient[k]! += alpha[base - L + from[k]!]! * step[k]! * local[b]! * beta[b]! * over; }
      gradient[STEP_OF[gold[i - 1]! * L + gold[i]!]!]! -= 1;
    }
    for (let k = 0; k < STEPS; k++) {
      const g = gradient[k]! + this.options.decay * this.transitions[k]!;
      this.stepSquares[k]! += g * g;
      this.transitions[k]! -= (this.options.rate * g) / Math.sqrt(this.stepSquares[k]! + 1e-3);
    }
  }

  private updateWeights(gold: Uint8Array, active: Int32Array, alpha: Float64Array, beta: Float64Array, ending: number): number {
    const { weights, squares, options: { rate, decay } } = this, who = new Int32Array(L), by = new Float64Array(L);
    let loss = 0;
    for (let i = 0; i < gold.length; i++) {
      const base = i * L;
      let many = 0;
      for (let l = 0; l < L; l++) {
        const p = (alpha[base + l]! * beta[base + l]!) / ending, g = l === gold[i] ? p - 1 : p;
        if (l === gold[i]) loss -= Math.log(p + 1e-12);
        if (g > 2e-3 || g < -2e-3) { who[many] = l; by[many++] = g; }
      }
      if (many === 0) continue;
      for (let f = i * this.each, end = f + this.each; f < end; f++) {
        const row = active[f]! * L;
        if (row < 0) continue;
        for (let m = 0; m < many; m++) {
          const at = row + who[m]!, g = by[m]! + decay * weights[at]!;
          squares[at]! += g * g;
          weights[at]! -= (rate * g) / Math.sqrt(squares[at]! + 1e-3);
        }
      }
    }
    return loss;
  }
}
