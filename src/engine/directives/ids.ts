import { outlineId, outlineStep } from '../analysis';
import { toTheEnd } from '../steps';
import type { Made } from './made';
import { sharedEnds } from './shared-ends';

/** Nodes side by side that have their ids, and those with the same step. */
interface Level { readonly nodes: readonly Made[]; readonly steps: Map<string, Made[]> }

/** Fewer nodes are looked through each time; of so many long levels it is remembered what they were. */
const LONG = 32, MOST_LEVELS = 16;

/**
 * Gives every node an id made of the path of kinds, ordinals and labels; equal siblings are told apart by a counter. What has its id already
 * keeps it.
 */
export class Ids {
  readonly #levels = new Map<string, Level>();

  *assign(nodes: readonly Made[], path = ''): Generator<void, void> {
    const known = this.#levels.get(path);
    this.#levels.delete(path);
    const steps = nodes.length < LONG ? undefined : known && this.#exchange(known, nodes, path) || bySteps(nodes);
    if (!steps) return this.#count(nodes, path);
    for (const same of steps.changed) {
      same.forEach((node, i) => this.#name(node, path, i + 1));
      yield;
    }
    this.#levels.set(path, { nodes, steps: steps.all });
    if (this.#levels.size > MOST_LEVELS) this.#levels.delete(this.#levels.keys().next().value!);
  }

  #count(nodes: readonly Made[], path: string): void {
    const counts = new Map<string, number>();
    for (const node of nodes) {
      const step = stepOf(node), count = (counts.get(step) ?? 0) + 1;
      counts.set(step, count);
      this.#name(node, path, count);
    }
  }

  /** A level as it is now, and the nodes that may have other names. Nothing, if the nodes were elsewhere meanwhile. */
  #exchange({ nodes: before, steps: all }: Level, nodes: readonly Made[], path: string): Steps | undefined {
    const { front, back } = sharedEnds(before, nodes), first = nodes[0], last = nodes.at(-1), changed = new Set<Made[]>();
    if (first && front > 0 && first.id !== path + stepOf(first) || last && back > 0 && !last.id.startsWith(path + stepOf(last))) return undefined;
    const old = before.slice(front, before.length - back), now = nodes.slice(front, nodes.length - back);
    for (const node of without(old, now)) changed.add(take(all, node));
    for (const node of without(now, old)) changed.add(put(all, node));
    for (const same of changed) same.sort((a, b) => a.span.start - b.span.start);
    return { all, changed };
  }

  #name(node: Made, path: string, count: number): void {
    const id = outlineId(path + stepOf(node), count);
    if (node.id === id) return;
    node.id = id;
    if (node.children.length > 0) toTheEnd(this.assign(node.children, id));
  }
}

/** The nodes of a level by their steps, each list in text order, and those lists whose names are to be looked at. */
interface Steps { readonly all: Map<string, Made[]>; readonly changed: Iterable<Made[]> }

function bySteps(nodes: readonly Made[]): Steps {
  const all = new Map<string, Made[]>();
  for (const node of nodes) put(all, node);
  return { all, changed: all.values() };
}

/** Those of some nodes that are not among others. */
function without(nodes: readonly Made[], others: readonly Made[]): Made[] {
  const among = new Set(others);
  return nodes.filter((node) => !among.has(node));
}

/** Takes a node from those with the same step, and gives these back. */
function take(all: Map<string, Made[]>, node: Made): Made[] {
  const step = stepOf(node), same = all.get(step) ?? [];
  same.splice(same.indexOf(node), 1);
  if (same.length === 0) all.delete(step);
  return same;
}

/** Puts a node to those with the same step, and gives these back. */
function put(all: Map<string, Made[]>, node: Made): Made[] {
  const step = stepOf(node), same = all.get(step) ?? [];
  all.set(step, same);
  same.push(node);
  return same;
}

const stepOf = (node: Made): string => node.own ??= outlineStep(node);
