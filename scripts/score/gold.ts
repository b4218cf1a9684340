import type { EntityType, NodeKind, OutlineNode, ReportAnalysis } from '../../src/engine/analysis';

/** `NAME.gold.json`: what a person found in `NAME.txt`. Offsets are UTF-16 code units into the text without byte-order mark. */
export interface Gold {
  /** in text order; `level` counts from 1 */
  outline: { start: number; level: number; kind: NodeKind; label: string; issuer?: string; addressee?: string }[];
  /** missing where only the outline was annotated */
  entities?: { start: number; end: number; type: EntityType; name: string }[];
}

/** A node reduced to what is scored. */
export interface ScoredNode {
  /** offset of the first character that counts */
  start: number;
  kind: NodeKind;
  label: string;
  /** place of the parent in the list, -1 for a root */
  parent: number;
  issuer?: string | undefined;
  addressee?: string | undefined;
  rule?: string;
}

/** A mention reduced to what is scored. */
export interface ScoredMention {
  start: number;
  end: number;
  type: EntityType;
  /** mentions with the same one stand for the same thing */
  entity: string;
  rule?: string;
}

/** Kinds that make the outline; all others only lead a reader to the text and are looked through. */
const KINDS = new Set<NodeKind>(['title', 'section', 'directive', 'measure', 'item']);

/** White space and opening marks before a node count for neither side. */
const LEADING = /[\s“"‘'「『（(【]*/uy;

function firstCharacter(text: string, start: number): number {
  LEADING.lastIndex = start;
  return start + (LEADING.exec(text)?.[0].length ?? 0);
}

/** The nodes of a gold file; a parent is the nearest node before of a smaller level. */
export function goldNodes(gold: Gold, text: string): ScoredNode[] {
  const path: { level: number; place: number }[] = [];
  return gold.outline.map((node, place) => {
    while (path.length > 0 && path[path.length - 1]!.level >= node.level) path.pop();
    const parent = path[path.length - 1]?.place ?? -1;
    path.push({ level: node.level, place });
    return { start: firstCharacter(text, node.start), kind: node.kind, label: node.label, parent, issuer: node.issuer, addressee: node.addressee };
  });
}

/** The nodes of an analysis in text order, without the kinds that only group. */
export function analysedNodes(analysis: ReportAnalysis, text: string): ScoredNode[] {
  const found: ScoredNode[] = [];
  const visit = (nodes: readonly OutlineNode[], parent: number): void => {
    for (const node of nodes) {
      let here = parent;
      if (KINDS.has(node.kind)) {
        here = found.push({
          start: firstCharacter(text, node.span.start), kind: node.kind, label: node.label, parent,
          issuer: node.directive?.issuer, addressee: node.directive?.addressee, rule: node.rule,
        }) - 1;
      }
      visit(node.children, here);
    }
  };
  visit(analysis.outline, -1);
  return found;
}

/** The mentions of a gold file. */
export function goldMentions(gold: Gold): ScoredMention[] | undefined {
  return gold.entities?.map(({ start, end, type, name }) => ({ start, end, type, entity: `${type} ${name}` }));
}

/** The mentions of an analysis. */
export function analysedMentions(analysis: ReportAnalysis): ScoredMention[] {
  return analysis.entities.flatMap((e) => e.mentions.map((m) => ({ start: m.start, end: m.end, type: e.type, entity: e.id, rule: m.rule })));
}
