import type { OutlineModel } from './model';
import { labelOf, type OutlineNode } from './node';

/** The texts of a node that a filter looks into. */
export function searchedTexts({ head }: OutlineNode): string[] {
  const { issuer, addressee } = head.directive ?? {};
  return [labelOf(head), issuer, addressee].filter((text) => text !== undefined);
}

/** The nodes that contain `text` themselves, and those shown because something below them does. */
export interface FilteredOutline { matching: ReadonlySet<OutlineNode>; shown: ReadonlySet<OutlineNode> }

/** Filters an outline by text, issuer or addressee; case does not matter. What is below a matching node stays reachable. */
export function filterOutline(model: OutlineModel, text: string): FilteredOutline {
  const wanted = text.trim().toLowerCase();
  const matching = new Set<OutlineNode>(), shown = new Set<OutlineNode>();
  for (const node of model.nodes()) {
    if (node.parent && matching.has(node.parent) && shown.has(node.parent)) shown.add(node);
    if (!searchedTexts(node).some((candidate) => candidate.toLowerCase().includes(wanted))) continue;
    matching.add(node);
    for (let up: OutlineNode | undefined = node; up && !(shown.has(up) && up !== node); up = up.parent) shown.add(up);
  }
  return { matching, shown };
}

/** Where `text` stands in `label`, for the tree's highlights. */
export function highlightsIn(label: string, text: string): [number, number][] {
  const wanted = text.trim().toLowerCase(), found: [number, number][] = [];
  if (wanted === '') return found;
  const lower = label.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) found.push([at, at + wanted.length]);
  return found;
}
