import type { Genre } from '../analysis';
import { KeptParagraphs, type SourceText } from '../text';
import { STEP, type Block, type Exchange, type Place } from './block';
import { titleBeforeNumber } from './blocks';
import type { StructureNode } from './node';
import { NodeMaker } from './node-maker';
import { BEGINNING, OpenNodes, replacements, type Open } from './open-nodes';
import { isClosing, Placing } from './placing';
import type { Roles } from './roles';
import { Siblings } from './siblings';
import { Stretch, type Roots } from './stretch';

/** Blocks that may hang elsewhere than in the last version, from number `start` up to but not with `end`; `gone` stood among them. */
interface Range { readonly start: number; end: number; readonly gone: readonly Block[] }

/**
 * The tree of markers and headings, version after version. After an edit blocks are placed again from the first one on that may hang elsewhere, until
 * things stand as they stood in the last version; what follows hangs where it hung.
 */
export class Tree {
  /** how many blocks were placed in this version */
  placed = 0;
  readonly #tree: Roots = { roots: new Siblings([]), title: undefined, renewed: [] };
  readonly #open = new OpenNodes();
  readonly #closers = new KeptParagraphs(isClosing);
  /** what the place of every block depended on in the last version, and how many blocks were its head */
  #common = '';
  #headLength = 0;

  get roots(): Siblings { return this.#tree.roots; }

  /**
   * Goes on to the version after an edit.
   * @param changed the blocks that came, and those whose role or run-in heading is new
   */
  *update(text: SourceText, { from, gone, come }: Exchange, roles: Roles, genre: Genre, changed: Set<Block>): Generator<void, void> {
    const { blocks, tally } = roles, make = new NodeMaker(text);
    for (const siblings of this.#tree.renewed) siblings.changed = false;
    this.#tree.renewed = [];
    this.placed = 0;
    this.#readTitle(make, roles, genre, come.length - gone.length, changed);
    yield* this.#closers.update(text);
    for (const { index } of this.#closers.all) placeCloser(blocks, index, changed);
    yield;
    const common = `${genre} ${tally.hasLone} ${tally.hasQiyi} ${tally.hasSequence}`, isOther = common !== this.#common, placing = new Placing({ blocks, genre, tally, titleEnd: this.#tree.title?.span.end ?? 0 }, make, this.#open);
    this.#common = common;
    const ranges = isOther ? [{ start: 0, end: blocks.length, gone }] : rangesOf(changed, { start: Math.max(0, from - 1), end: from + come.length, gone });
    while (ranges.length > 0) yield* this.#place(ranges, blocks, placing);
  }

  /** Places the blocks of the next range, and of all that blocks are come to meanwhile. */
  *#place(ranges: Range[], blocks: readonly Block[], placing: Placing): Generator<void, void> {
    let i = ranges[0]!.start, end = i, before: ReadonlyMap<Open, Open> | undefined;
    while (i > 0 && !blocks[i]?.state) i--;
    const from = i, stretch = new Stretch(from);
    this.#open.set(i === 0 ? BEGINNING : blocks[i]!.state!);
    while (!before) {
      for (let range = ranges[0]; range && range.start <= i; range = ranges[0]) { range.gone.forEach((block) => stretch.drop(block)); end = Math.max(end, range.end); ranges.shift(); }
      const block = blocks[i];
      before = i < end ? undefined : block ? block.state && replacements(block.state, this.#open.state, from) : NONE;
      if (before || !block) break;
      stretch.drop(block);
      block.state = this.#open.state;
      const last = placing.add(i);
      while (i++ < last) { stretch.drop(blocks[i]!); blocks[i]!.state = blocks[i]!.node = blocks[i]!.under = undefined; }
      if (++this.placed % STEP === 0) yield;
    }
    yield* stretch.hang(blocks.slice(from, i), this.#open, before ?? NONE, this.#tree);
  }

  #readTitle(make: NodeMaker, { blocks, head: { roles } }: Roles, genre: Genre, growth: number, changed: Set<Block>): void {
    const { roots, title: before, renewed } = this.#tree, at = roles.indexOf('title'), paragraph = blocks[at]?.paragraph;
    let title: StructureNode | undefined;
    if (paragraph) {
      let own = paragraph;
      for (let i = at + 1; roles[i] === 'subtitle' && !/^[—―─–]/u.test(blocks[i]!.paragraph.folded); i++) own = blocks[i]!.paragraph;
      title = make.title(paragraph, own, (own === paragraph ? titleBeforeNumber(paragraph.folded) : undefined) ?? own.folded.length, genre);
    }
    const length = Math.max(roles.length, this.#headLength + Math.max(0, growth));
    this.#headLength = roles.length;
    if (title === before) return;
    title?.hold([], false);
    roots.exchange(0, before ? 1 : 0, title ? [title] : []);
    renewed.push(roots, ...(title ? [title.below] : []));
    this.#tree.title = title;
    // lines of the letterhead count from the title's end on
    for (const block of blocks.slice(0, length)) changed.add(block);
  }
}

const NONE: ReadonlyMap<Open, Open> = new Map();

/** Notes where closing words stand. */
function placeCloser(blocks: readonly Block[], index: number, changed: Set<Block>): void {
  const block = blocks[index]!, isLast = index >= blocks.length - 2, place: Place = index > blocks.length * 0.5 ? (isLast ? 'last' : 'late') : isLast ? 'last of few' : 'early';
  if (place !== block.place) { block.place = place; changed.add(block); }
}

/** The stretches of blocks that are to be placed again, in text order, with what an edit exchanged: a block may be placed by what the next one is. */
function rangesOf(changed: ReadonlySet<Block>, exchange: Range): Range[] {
  const starts = Array.from(changed, ({ paragraph: { index } }) => index).sort((a, b) => a - b), ranges: Range[] = [];
  for (const i of starts) {
    const last = ranges.at(-1);
    if (last && i <= last.end + 1) last.end = i + 1; else ranges.push({ start: Math.max(0, i - 1), end: i + 1, gone: [] });
  }
  return [...ranges, exchange].sort((a, b) => a.start - b.start);
}
