import type { Directive } from '../analysis';
import type { Siblings } from '../structure';
import { Anchor } from '../text';
import type { Made } from './made';
import { sharedEnds } from './shared-ends';

/** A list longer than this is no overview any more. */
const FLAT_MAX = 9;
/** How many requirements a group holds where nothing in the text divides them. */
const CHUNK = 8;

/** A list with its groups: the nodes it was made of, and as many of them as each of its entries stands for. */
interface Grouping { readonly nodes: readonly Made[]; readonly entries: readonly Made[]; readonly sizes: readonly number[] }

/**
 * Groups requirement sentences that stand side by side in a long row, so that a communiqué with forty of them has a few entries: by who
 * speaks, each time somebody takes the floor anew, and failing that by number. Nodes that are no plain requirement stay where they are.
 */
export const groupFlat = (nodes: readonly Made[]): Made[] => [...group(nodes).entries];

function group(nodes: readonly Made[]): Grouping {
  const entries: Made[] = [], sizes: number[] = [];
  for (let i = 0; i < nodes.length;) {
    let end = i + 1;
    while (end < nodes.length && isOneRow(nodes[end - 1]!, nodes[end]!)) end++;
    if (end - i > FLAT_MAX) for (const chunk of chunksOf(nodes.slice(i, end))) { entries.push(groupOf(chunk)); sizes.push(chunk.length); }
    else for (let k = i; k < end; k++) { entries.push(nodes[k]!); sizes.push(1); }
    i = end;
  }
  return { nodes, entries, sizes };
}

/** Do two nodes side by side belong to one row of sentences? */
const isOneRow = (a: Made, b: Made): boolean => isSentence(a) && isSentence(b) && a.directive?.issuer === b.directive?.issuer;

/** Fewer nodes are grouped anew each time. */
const LONG = 32;

/** Groups lists from version to version: what stands far from an edit keeps its groups. */
export class Groups {
  readonly #known = new WeakMap<Siblings, Grouping>();

  /** The nodes that came of siblings, grouped. */
  of(siblings: Siblings, nodes: readonly Made[]): Made[] {
    const known = this.#known.get(siblings), grouping = known ? groupAgain(known, nodes) : group(nodes);
    if (nodes.length < LONG) this.#known.delete(siblings); else this.#known.set(siblings, grouping);
    return [...grouping.entries];
  }
}

/** Groups a list that has its front and its back from an older one. */
function groupAgain(known: Grouping, nodes: readonly Made[]): Grouping {
  const { front, back } = sharedEnds(known.nodes, nodes);
  if (front === nodes.length && front === known.nodes.length) return known;
  // rows that reach to what is new are grouped anew
  let from = Math.max(0, front - 1), to = Math.min(nodes.length, nodes.length - back + 1);
  while (from > 0 && isOneRow(nodes[from - 1]!, nodes[from]!)) from--;
  while (to < nodes.length && isOneRow(nodes[to - 1]!, nodes[to]!)) to++;
  const first = entriesOf(known, from), last = entriesOf(known, known.nodes.length - (nodes.length - to)), middle = group(nodes.slice(from, to));
  return { nodes, entries: known.entries.slice(0, first).concat(middle.entries, known.entries.slice(last)), sizes: known.sizes.slice(0, first).concat(middle.sizes, known.sizes.slice(last)) };
}

/** How many entries stand for so many nodes. */
function entriesOf({ sizes }: Grouping, nodes: number): number {
  let entries = 0;
  for (let count = 0; count < nodes; count += sizes[entries++]!);
  return entries;
}

const isSentence = (node: Made): boolean => node.kind === 'directive' && node.marker === undefined && node.rule.startsWith('requirement.');

/** Stretches that begin where somebody takes the floor, joined or cut to a handy size. */
function chunksOf(nodes: readonly Made[]): Made[][] {
  const chunks: Made[][] = [];
  for (const node of nodes) {
    const last = chunks.at(-1);
    if (!last || last.length >= CHUNK || last.length >= CHUNK / 2 && takesFloor(node)) chunks.push([node]); else last.push(node);
  }
  return chunks;
}

function takesFloor(node: Made): boolean {
  const cue = node.directive?.cueSpan;
  return cue !== undefined && cue.start >= node.span.start && cue.end <= node.span.end;
}

function groupOf(children: Made[]): Made {
  const first = children[0]!, last = children.at(-1)!;
  return { id: '', kind: 'group', rule: 'group.speaker', span: new Anchor(first.span.paragraph, first.span.from, last.span.last, last.span.to), labelSpan: first.labelSpan, label: groupLabel(first), children };
}

/** Who requires, by which verb, and the first thing required: 「会议强调：坚持稳中求进」. */
export function groupLabel(first: { label: string; directive?: Directive }): string {
  const issuer = first.directive?.issuer, who = issuer === undefined || issuer === 'speaker' || issuer === 'document' ? '' : `${issuer}${first.directive?.cue ?? ''}：`;
  return `${who}${first.label.length > 20 ? first.label.split(/[，；,;]/u)[0]! : first.label}`;
}
