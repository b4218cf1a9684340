import type { Directive, EntityType, OutlineNode, Span } from '../../engine/analysis';
import { directiveRows, issuerName, outlineToMarkdown, squash, toCsv, toJson, toMarkdown } from '../../ledger';
import type { DirectiveItem, EntitiesResult, ExportFormat, MentionsResult, OutlineItem, OutlineResult, Range } from '../../protocol';
import type { EntityView, OutlineView } from '../report-view';
import { ruleText } from '../rule-text';
import { repairables } from './damage';
import { ledgerWords } from '../../wording';
import { decodeURIComponentSafely } from './workspace-symbols';

/** Longest excerpt of a node, as the protocol has it. */
const MOST_EXCERPT = 200;

/** reportLens/outline */
export function outlineResult(view: OutlineView): OutlineResult {
  const { isReport, confidence, genre, outline } = view.analysis;
  const directiveCount = [...view.nodes()].filter((n) => n.kind === 'directive').length;
  return { version: view.version, isReport, confidence, genre, directiveCount, repairCount: repairables(view).length, outline: outline.map((n) => outlineItem(view, n)) };
}

function outlineItem(view: OutlineView, node: OutlineNode): OutlineItem {
  return {
    id: node.id, kind: node.kind, label: node.label,
    ...(node.marker !== undefined && { marker: node.marker }), ...(node.ordinal !== undefined && { ordinal: node.ordinal }),
    range: view.range(node.span), labelRange: view.range(node.labelSpan), excerpt: view.excerpt(node.span, MOST_EXCERPT),
    ...(node.directive && { directive: directiveItem(view, node.directive) }),
    rule: node.rule, ruleText: ruleText(node.rule), children: node.children.map((c) => outlineItem(view, c)),
  };
}

function directiveItem(view: OutlineView, d: Directive): DirectiveItem {
  const range = (span: Span): Range => view.range(span);
  return {
    force: d.force, targets: (d.targets ?? []).map((t) => ({ text: t.text, range: range(t.span) })),
    ...(d.issuer && { issuer: issuerName(d.issuer, ledgerWords()) }), ...(d.issuerSpan && { issuerRange: range(d.issuerSpan) }),
    ...(d.addressee && { addressee: d.addressee }), ...(d.addresseeSpan && { addresseeRange: range(d.addresseeSpan) }),
    ...(d.cue && { cue: d.cue }), ...(d.cueSpan && { cueRange: range(d.cueSpan) }),
    ...(d.deadline && { deadline: d.deadline }), ...(d.deadlineSpan && { deadlineRange: range(d.deadlineSpan) }),
  };
}

/** reportLens/entities */
export function entitiesResult(view: EntityView): EntitiesResult {
  const entities = view.entities.map(({ id, type, name, mentions }) =>
    ({ id, type, name, mentions: mentions.map((m) => ({ range: view.range(m), text: m.text })) }));
  return { version: view.version, entities };
}

/** reportLens/mentions */
export function mentionsResult(view: EntityView, ranges: readonly Range[]): MentionsResult {
  const mentions: Partial<Record<EntityType, Range[]>> = {}, seen = new Set<unknown>();
  for (const range of ranges) {
    const span = { start: view.document.offsetAt(range.start), end: view.document.offsetAt(range.end) };
    for (const { mention, entity } of view.mentionsIn(span)) {
      if (!seen.has(mention)) (mentions[entity.type] ??= []).push(view.range(mention));
      seen.add(mention);
    }
  }
  return { version: view.version, mentions };
}

/** reportLens/exportDirectives: the ledger of the document's directives. */
export function exportDirectives(view: OutlineView, format: ExportFormat): string {
  const file = decodeURIComponentSafely(view.uri.slice(view.uri.lastIndexOf('/') + 1));
  const rows = directiveRows(view.analysis.outline, file, (offset) => view.document.positionAt(offset));
  switch (format) {
    case 'markdown': return toMarkdown(rows, ledgerWords());
    case 'csv': return toCsv(rows, ledgerWords());
    case 'json': return toJson(rows);
  }
}

/** reportLens/outlineMarkdown */
export function outlineMarkdown(view: OutlineView): string {
  return outlineToMarkdown(view.analysis.outline, ledgerWords());
}

/** reportLens/readText */
export function readText(view: OutlineView, range: Range): string {
  const { text, document } = view;
  return squash(text.repaired.slice(text.toRepaired(document.offsetAt(range.start)), text.toRepaired(document.offsetAt(range.end))));
}
