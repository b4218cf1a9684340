import type { Genre } from '../analysis';
import { inSteps } from '../steps';
import { STEP, type Block, type Exchange } from './block';
import { acceptsRunIn, runInOf, type RunIn, type RunInCounts } from './headings';
import { markerOf } from './markers';

/** Tells which paragraphs open with a run-in heading, version after version. */
export class RunIns {
  readonly #inText: RunInCounts = { all: 0, verbal: 0 };
  /** what all decisions depended on in the last version */
  #common = '';

  /**
   * Goes on to the version after an edit. All whose heading is another one than before are added to `changed`.
   * @param changed the blocks that came, and those whose role is new
   */
  *update(blocks: readonly Block[], { from, gone, come }: Exchange, genre: Genre, changed: Set<Block>): Generator<void, void> {
    const doubtful = new Set<number>([from - 1, from + come.length]);
    yield* inSteps(changed, ({ paragraph: { index } }) => { doubtful.add(index - 1).add(index); });
    for (const block of gone) this.#count(block.candidate, -1);
    let suggested = 0;
    for (const i of doubtful) {
      if (blocks[i]) this.#suggest(blocks, i);
      if (++suggested % STEP === 0) yield;
    }
    const { all, verbal } = this.#inText, common = `${genre} ${Math.min(all, 3)} ${Math.min(verbal, 2)}`, isOther = common !== this.#common;
    this.#common = common;
    let done = 0;
    const groups = isOther ? blocks.keys() : [...doubtful].sort((a, b) => a - b);
    for (const i of groups) {
      if (i >= done && blocks[i]) done = this.#decide(blocks, i, genre, changed);
      if (i % STEP === 0) yield;
    }
  }

  #suggest(blocks: readonly Block[], i: number): void {
    const block = blocks[i]!, { paragraph, role } = block, next = blocks[i + 1], candidate = role === 'body' && !markerOf(paragraph) ? runInOf(paragraph, next?.role === 'body' ? next.paragraph : undefined) : undefined;
    if (isSame(candidate, block.candidate)) return;
    this.#count(block.candidate, -1);
    this.#count(candidate, 1);
    block.candidate = candidate;
  }

  #count(candidate: RunIn | undefined, by: 1 | -1): void {
    if (!candidate) return;
    this.#inText.all += by;
    if (candidate.verbal) this.#inText.verbal += by;
  }

  /** Decides on all between two headings, and gives back the number of the second. */
  #decide(blocks: readonly Block[], i: number, genre: Genre, changed: Set<Block>): number {
    let from = i, end = i + 1;
    while (from > 0 && !opensGroup(blocks[from]!)) from--;
    while (end < blocks.length && !opensGroup(blocks[end]!)) end++;
    const inGroup: RunInCounts = { all: 0, verbal: 0 };
    for (let k = from; k < end; k++) { const c = blocks[k]!.candidate; if (c) { inGroup.all++; if (c.verbal) inGroup.verbal++; } }
    for (let k = from; k < end;) {
      const like = parallelTo(blocks, k, end), parallel = like - k >= 3;
      for (; k < like; k++) {
        const block = blocks[k]!, { candidate: c } = block, runIn = c && (parallel || acceptsRunIn(c, inGroup, this.#inText, genre)) ? c : undefined;
        if (isSame(runIn, block.runIn)) continue;
        block.runIn = runIn;
        changed.add(block);
      }
    }
    return end;
  }
}

function opensGroup({ role, paragraph }: Block): boolean {
  return role === 'heading' || role === 'attached' || role === 'body' && markerOf(paragraph) !== undefined;
}

/**
 * The end of a row of neighbouring paragraphs that open with sentences of one length. Where they are three at least, these are headings,
 * whatever they are made of.
 */
function parallelTo(blocks: readonly Block[], from: number, end: number): number {
  const length = headLength(blocks[from]!);
  let to = from + 1;
  while (length > 0 && to < end && headLength(blocks[to]!) === length) to++;
  return to;
}

const headLength = ({ candidate: c }: Block): number => (c ? c.length - c.skip : -1);

const isSame = (a: RunIn | undefined, b: RunIn | undefined): boolean => a === b || a !== undefined && b !== undefined && a.length === b.length && a.verbal === b.verbal && a.skip === b.skip;
