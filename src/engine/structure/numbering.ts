import type { Defect } from '../analysis';
import type { StructureNode } from './node';
import { HAN_NUMERAL } from './numerals';

const NUMBERED = /marker\.(?:chapter|clause|article|topic|ordinal|yishi|yiyao|han|han-paren|arabic|arabic-paren|circled)$/u;
/** A jump over more numbers than this is an extract or a reference, not a slip. */
const GAP_MAX = 3;

/**
 * Slips of numbering, in repaired offsets: a number left out, used twice or out of order, a number in another family's clothes, a line
 * 「一是」 without 「二是」. A family that starts at one again under a new heading, or runs on across headings, is no slip.
 */
export function numberingDefects(roots: readonly StructureNode[]): Defect[] {
  const out: Defect[] = [], last = new Map<string, number>();
  const visit = (nodes: readonly StructureNode[], parent: StructureNode | undefined): void => {
    let before: Map<string, StructureNode> | undefined, alone: StructureNode | undefined, ones = 0;
    for (const node of nodes) {
      if (node.ordinal !== undefined && isNumbered(node.rule)) {
        before ??= new Map();
        const slip = slipOf(node, before.get(node.rule), parent, last.get(node.rule));
        if (slip) out.push(slip);
        before.set(node.rule, node);
        last.set(node.rule, node.ordinal);
        if (node.rule === 'marker.yishi') { alone = node; ones++; }
      }
      if (node.children.length > 0) visit(node.children, node);
    }
    if (alone && ones === 1 && alone.ordinal === 1) out.push(defect(alone, 'numbering.lone', `“${alone.marker ?? ''}” has no second point`, undefined));
  };
  visit(roots, undefined);
  return out.sort((a, b) => a.start - b.start);
}

const numbered = new Map<string, boolean>();

/** Does a rule make nodes with numbers that follow each other? */
function isNumbered(rule: string): boolean {
  let known = numbered.get(rule);
  if (known === undefined) numbered.set(rule, known = NUMBERED.test(rule));
  return known;
}

function slipOf(node: StructureNode, before: StructureNode | undefined, parent: StructureNode | undefined, lastOfFamily: number | undefined): Defect | undefined {
  const have = node.ordinal!, marker = node.marker ?? '';
  if (!before) {
    const mixed = have > 1 && parent?.ordinal === have - 1 && parent.rule !== node.rule && lastOfFamily !== have - 1 && isNumbered(parent.rule);
    return mixed ? defect(node, 'numbering.mixed', `“${marker}” goes on after “${parent.marker ?? ''}” in another style`, undefined) : undefined;
  }
  const expected = before.ordinal! + 1;
  if (have === expected || have === 1 || have - expected > GAP_MAX) return undefined;
  const proposal = markerFor(marker, expected);
  if (have === before.ordinal) return defect(node, 'numbering.duplicate', `“${marker}” is used twice`, proposal);
  return have > expected
    ? defect(node, 'numbering.gap', `“${marker}” follows “${before.marker ?? ''}”: a number is missing`, proposal)
    : defect(node, 'numbering.disorder', `“${marker}” stands after “${before.marker ?? ''}”`, proposal);
}

function defect(node: StructureNode, code: string, message: string, proposal: string | undefined): Defect {
  const marker = node.marker ?? '', span = { start: node.span.start, end: node.span.start + marker.length };
  return { ...span, kind: 'numbering', code, message, args: { marker, ...(proposal !== undefined && { expected: proposal }) }, ...(proposal !== undefined && { candidates: [proposal] }) };
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
