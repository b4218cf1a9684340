import type { NodeStep, OutlineChange, OutlineHead, OutlineItem, OutlineResult, OutlineStep, Position } from '../../protocol';
import { afterSteps } from '../shared/list-steps';
import { labelOf, OutlineNode } from './node';
import { overviewOf } from './overview';

/** What an answer of the server changed in an outline. */
export interface OutlineUpdate {
  /** everything */
  whole: boolean;
  /** nodes whose children are others than before; `undefined` stands for the outline itself */
  levels: Set<OutlineNode | undefined>;
  /** nodes that look different than before */
  nodes: Set<OutlineNode>;
  /** directives came, went, or stand on other lines than the editor moved them to */
  directives: boolean;
}

/** The outline of one document, with the ways through it. Answers of the server change it in place: what they do not speak of stays the same. */
export class OutlineModel {
  #roots: readonly OutlineNode[] = [];
  #result: Omit<OutlineResult, 'outline' | 'change'> | undefined;
  #directives: readonly OutlineNode[] | undefined;
  #overviews = new Map<number, ReadonlySet<OutlineNode>>();

  get roots(): readonly OutlineNode[] { return this.#roots; }

  /** Version of the document that the outline is of. */
  get version(): number { return this.#result?.version ?? 0; }

  get directiveCount(): number { return this.#result?.directiveCount ?? 0; }

  /** Places of damage that can be repaired with certainty. */
  get repairCount(): number { return this.#result?.repairCount ?? 0; }

  /** What is to be told the server so that it sends only what is new. */
  get stamp(): number | undefined { return this.#result?.stamp; }

  /** Is the outline still incomplete? */
  get hasMore(): boolean { return this.#result?.more ?? false; }

  /** Takes an answer of the server over. */
  apply({ outline, change, ...result }: OutlineResult): OutlineUpdate {
    const update: OutlineUpdate = { whole: outline !== undefined, levels: new Set(), nodes: new Set(), directives: outline !== undefined };
    this.#result = result;
    if (outline) this.#begin(outline);
    else if (change) this.#change(change, update);
    if (update.whole || update.directives) this.#directives = undefined;
    if (update.whole || update.levels.size > 0 || update.nodes.size > 0) this.#overviews.clear();
    return update;
  }

  /** All nodes, each before its children. */
  *nodes(): Generator<OutlineNode> {
    const stack = [...this.#roots].reverse();
    for (let node = stack.pop(); node; node = stack.pop()) {
      yield node;
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
    }
  }

  /** All directives in text order. */
  directives(): readonly OutlineNode[] {
    return this.#directives ??= directivesIn(this.#roots).sort((a, b) => a.head.labelRange[0] - b.head.labelRange[0] || a.head.labelRange[1] - b.head.labelRange[1]);
  }

  /** The nodes that an overview of at most so many shows. */
  overview(most: number): ReadonlySet<OutlineNode> {
    let overview = this.#overviews.get(most);
    if (!overview) this.#overviews.set(most, overview = overviewOf(this.#roots, most));
    return overview;
  }

  /** The deepest node around a place. */
  at(position: Position): OutlineNode | undefined {
    let found: OutlineNode | undefined, level: readonly OutlineNode[] = this.#roots;
    for (;;) {
      const next = level[firstBehind(level, position) - 1];
      if (!next?.contains(position)) return found;
      found = next;
      level = next.children;
    }
  }

  #begin(outline: readonly OutlineItem[]): void {
    for (const root of this.#roots) root.isDropped = true;
    this.#roots = buildAll(outline, undefined);
    number(this.#roots);
  }

  #change({ shifts, steps }: OutlineChange, update: OutlineUpdate): void {
    for (const [line, by] of shifts) shift(this.#roots, line, by);
    if (steps.length > 0) this.#roots = changed(this.#roots, steps, undefined, update);
  }
}

/** The index of the first node that begins behind a place, of siblings, which stand one behind the other; their number where none does. By binary search. */
function firstBehind(level: readonly OutlineNode[], { line, character }: Position): number {
  let low = 0, high = level.length;
  while (low < high) {
    const middle = (low + high) >> 1, [startLine, startCharacter] = level[middle]!.head.range;
    if (startLine < line || startLine === line && startCharacter <= character) low = middle + 1; else high = middle;
  }
  return low;
}

function directivesIn(nodes: readonly OutlineNode[], found: OutlineNode[] = []): OutlineNode[] {
  for (const node of nodes) {
    if (node.isDirective) found.push(node);
    if (node.contents.directives > 0) directivesIn(node.children, found);
  }
  return found;
}

function buildAll(items: readonly OutlineItem[], parent: OutlineNode | undefined): OutlineNode[] {
  return items.map(({ children, ...head }) => {
    const node = new OutlineNode(head, parent);
    if (children) {
      node.children = buildAll(children, node);
      number(node.children);
      node.recount();
    }
    return node;
  });
}

/** Levels from this length on are numbered on where nodes come at their end: a long level comes in many answers. */
const LONG = 500;
/** How often each step to the path occurs in a long level. */
const counted = new WeakMap<readonly OutlineNode[], Map<string, number>>();

/** Tells apart siblings that add the same to the path, as the server does. Those before `from` are told apart already, and `seen` counts them. */
function number(level: readonly OutlineNode[], from = 0, seen = new Map<string, number>()): void {
  for (let i = from; i < level.length; i++) {
    const node = level[i]!, { step } = node;
    node.twin = (seen.get(step) ?? 0) + 1;
    seen.set(step, node.twin);
  }
  if (level.length >= LONG) counted.set(level, seen);
}

/** The same for a level that was another before. */
function numberAgain(level: readonly OutlineNode[], before: readonly OutlineNode[], isRenamed: boolean): void {
  const seen = counted.get(before);
  counted.delete(before);
  if (seen && !isRenamed && before.every((node, i) => node === level[i])) number(level, before.length, seen);
  else number(level);
}

/** Moves all lines from one on. What is below a node ends where it ends or before. */
function shift(nodes: readonly OutlineNode[], line: number, by: number): void {
  for (const { head: { range, labelRange }, children } of nodes) {
    if (range[2] < line && labelRange[2] < line) continue;
    if (range[0] >= line) range[0] += by;
    if (range[2] >= line) range[2] += by;
    if (labelRange[0] >= line) labelRange[0] += by;
    if (labelRange[2] >= line) labelRange[2] += by;
    shift(children, line, by);
  }
}

/** A level as it is after the steps. */
function changed(level: readonly OutlineNode[], steps: readonly OutlineStep[], parent: OutlineNode | undefined, update: OutlineUpdate): readonly OutlineNode[] {
  const renamed: OutlineNode[] = [];
  const change = (node: OutlineNode, { head, below }: NodeStep): void => {
    if (head && setHead(node, head, update)) renamed.push(node);
    if (below) node.children = changed(node.children, below, node, update);
    if (below && node.recount()) update.nodes.add(node);
  };
  const next = afterSteps<OutlineNode, OutlineItem, NodeStep>(level, steps, { add: (items) => added(items, parent, update), drop: (gone) => drop(gone, update), change });
  if (next !== level) update.levels.add(parent);
  if (next !== level || renamed.length > 0) numberAgain(next, level, renamed.length > 0);
  return next;
}

function drop(nodes: readonly OutlineNode[], update: OutlineUpdate): void {
  for (const node of nodes) {
    node.isDropped = true;
    if (holdsDirectives(node)) update.directives = true;
  }
}

function added(items: readonly OutlineItem[], parent: OutlineNode | undefined, update: OutlineUpdate): OutlineNode[] {
  const nodes = buildAll(items, parent);
  if (nodes.some(holdsDirectives)) update.directives = true;
  return nodes;
}

const holdsDirectives = (node: OutlineNode): boolean => node.isDirective || node.contents.directives > 0;

/** Gives a node another head; says whether its name changed with that. */
function setHead(node: OutlineNode, head: OutlineHead, update: OutlineUpdate): boolean {
  const { step, isDirective, head: before } = node;
  node.head = head;
  if (isDirective !== node.isDirective || isDirective && before.labelRange[0] !== head.labelRange[0]) update.directives = true;
  if (appearance(before) !== appearance(head)) update.nodes.add(node);
  return step !== node.step;
}

/** All that the tree shows of a node itself. */
function appearance(head: OutlineHead): string {
  const { kind, directive: d } = head;
  return JSON.stringify([kind, labelOf(head), d && [d.force, d.issuer, d.addressee, d.deadline, d.targets]]);
}
