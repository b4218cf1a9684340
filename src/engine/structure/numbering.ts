import type { Defect } from '../analysis';
import { inSteps } from '../steps';
import type { StructureNode } from './node';
import { HAN_NUMERAL } from './numerals';
import type { Siblings } from './siblings';

const NUMBERED = /marker\.(?:chapter|clause|article|topic|ordinal|yishi|yiyao|han|han-paren|arabic|arabic-paren|circled)$/u;
/** A jump over more numbers than this is an extract or a reference, not a slip. */
const GAP_MAX = 3;

/** A slip of numbering without its place. */
interface Slip { readonly node: StructureNode; readonly code: string; readonly message: string; readonly proposal: string | undefined }

/** A node that has a number, or numbers below it. */
interface Counted {
  readonly node: StructureNode;
  /** its own rule, if it has a number, and the rules of all numbers in it and below it: each is a bit */
  readonly rule: number;
  readonly rules: number;
  readonly below: Numbers | undefined;
}

/** What the numbers of nodes side by side tell, whatever stands before them. */
interface Numbers {
  readonly stamp: number;
  /** by node, nothing for one without numbers */
  readonly counted: readonly (Counted | undefined)[];
  readonly rules: number;
  readonly slips: readonly Slip[];
  /** points that go on after the number of the node above them, unless the last point of their own rule did; none of that rule stands before them here */
  readonly doubtful: readonly Slip[];
}

/** Finds slips of numbering, version after version: only what is new in the tree is looked at. */
export class Numbering {
  readonly #numbers = new WeakMap<Siblings, Numbers>();

  /**
   * Slips of numbering, in repaired offsets: a number left out, used twice or out of order, a number in another family's clothes, a line
   * 「一是」 without 「二是」. A family that starts at one again under a new heading, or runs on across headings, is no slip. In steps.
   */
  *defects(roots: Siblings): Generator<void, Defect[]> {
    const { nodes, stamp, front, back } = roots, before = this.#numbers.get(roots)?.stamp, isNext = before === stamp - 1;
    if (before !== stamp) yield* inSteps(isNext ? nodes.slice(front, nodes.length - back) : nodes, (node) => { this.#count(node); });
    const { slips, doubtful } = this.#read(roots, undefined);
    return [...slips, ...doubtful].map(defect).sort((a, b) => a.start - b.start);
  }

  #read(siblings: Siblings, parent: StructureNode | undefined): Numbers {
    const known = this.#numbers.get(siblings), { nodes, stamp, front, back } = siblings;
    if (known?.stamp === stamp) return known;
    const count = (node: StructureNode): Counted | undefined => this.#count(node), isNext = known?.stamp === stamp - 1;
    const counted = isNext ? known.counted.slice(0, front).concat(nodes.slice(front, nodes.length - back).map(count), known.counted.slice(known.counted.length - back)) : nodes.map(count);
    const numbers = { stamp, counted, ...read(counted, parent) };
    this.#numbers.set(siblings, numbers);
    return numbers;
  }

  #count(node: StructureNode): Counted | undefined {
    const below = node.children.length > 0 ? this.#read(node.below, node) : undefined, rule = node.ordinal === undefined ? 0 : numberedRule(node.rule), rules = rule | (below?.rules ?? 0);
    return rules === 0 ? undefined : { node, rule, rules, below: below?.rules === 0 ? undefined : below };
  }
}

function read(counted: readonly (Counted | undefined)[], parent: StructureNode | undefined): Omit<Numbers, 'stamp' | 'counted'> {
  const slips: Slip[] = [], doubtful: Slip[] = [], before = new Map<number, StructureNode>();
  let alone: StructureNode | undefined, ones = 0, rules = 0;
  counted.forEach((one, i) => {
    if (!one) return;
    const { node, rule, below } = one;
    rules |= one.rules;
    if (rule !== 0) {
      const previous = before.get(rule), slip = previous ? slipAfter(node, previous) : undefined, mixed = previous || !parent ? undefined : mixedWith(node, parent), last = mixed && lastBefore(counted, i, rule);
      if (slip) slips.push(slip);
      if (mixed && last === undefined) doubtful.push(mixed); else if (mixed && last !== node.ordinal! - 1) slips.push(mixed);
      before.set(rule, node);
      if (node.rule === 'marker.yishi') { alone = node; ones++; }
    }
    if (!below) return;
    for (const slip of below.slips) slips.push(slip);
    for (const slip of below.doubtful) {
      const own = numberedRule(slip.node.rule), last = own === rule ? node.ordinal : lastBefore(counted, i, own);
      if (last === undefined) doubtful.push(slip); else if (last !== slip.node.ordinal! - 1) slips.push(slip);
    }
  });
  if (alone && ones === 1 && alone.ordinal === 1) slips.push({ node: alone, code: 'numbering.lone', message: `“${alone.marker ?? ''}” has no second point`, proposal: undefined });
  return { rules, slips, doubtful };
}

/** The last ordinal of a rule in the nodes before one of them, and below those. */
function lastBefore(counted: readonly (Counted | undefined)[], i: number, rule: number): number | undefined {
  for (let k = i - 1; k >= 0; k--) {
    const one = counted[k];
    if (!one || (one.rules & rule) === 0) continue;
    return one.below && (one.below.rules & rule) !== 0 ? lastBefore(one.below.counted, one.below.counted.length, rule) : one.node.ordinal;
  }
  return undefined;
}

const numberedRules = new Map<string, number>();
let bits = 0;

/** A bit for each rule that makes nodes with numbers that follow each other, of which there are two dozen; 0 for other rules. */
function numberedRule(rule: string): number {
  let known = numberedRules.get(rule);
  if (known === undefined) numberedRules.set(rule, known = NUMBERED.test(rule) ? 1 << bits++ : 0);
  return known;
}

/** The first point of its rule on its level goes on after the number of the node above, which is of another rule. */
function mixedWith(node: StructureNode, parent: StructureNode): Slip | undefined {
  const have = node.ordinal!;
  if (have <= 1 || parent.ordinal !== have - 1 || parent.rule === node.rule || numberedRule(parent.rule) === 0) return undefined;
  return { node, code: 'numbering.mixed', message: `“${node.marker ?? ''}” goes on after “${parent.marker ?? ''}” in another style`, proposal: undefined };
}

/** A point that does not go on after the last one of its rule on its level. */
function slipAfter(node: StructureNode, before: StructureNode): Slip | undefined {
  const have = node.ordinal!, marker = node.marker ?? '', expected = before.ordinal! + 1;
  if (have === expected || have === 1 || have - expected > GAP_MAX) return undefined;
  const proposal = markerFor(marker, expected), slip = (code: string, message: string): Slip => ({ node, code, message, proposal });
  if (have === before.ordinal) return slip('numbering.duplicate', `“${marker}” is used twice`);
  return have > expected ? slip('numbering.gap', `“${marker}” follows “${before.marker ?? ''}”: a number is missing`) : slip('numbering.disorder', `“${marker}” stands after “${before.marker ?? ''}”`);
}

function defect({ node, code, message, proposal }: Slip): Defect {
  const marker = node.marker ?? '', { start } = node.span;
  return { start, end: start + marker.length, kind: 'numbering', code, message, args: { marker, ...(proposal !== undefined && { expected: proposal }) }, ...(proposal !== undefined && { candidates: [proposal] }) };
}

/** The marker as it would read with another number. */
function markerFor(marker: string, ordinal: number): string | undefined {
  if (/\d/u.test(marker)) return marker.replace(/\d+/u, String(ordinal));
  if (/[①-⑳]/u.test(marker)) return ordinal <= 20 ? String.fromCharCode(0x245f + ordinal) : undefined;
  const han = new RegExp(`[${HAN_NUMERAL}]+`, 'u');
  return han.test(marker) && ordinal < 100 ? marker.replace(han, hanOf(ordinal)) : undefined;
}

/** 1…99 in Chinese numerals. */
function hanOf(n: number): string {
  const digits = '零一二三四五六七八九', tens = Math.floor(n / 10), unit = n % 10;
  return (tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]!}十`) + (unit === 0 ? '' : digits[unit]!);
}
