import { expect } from 'vitest';
import { ENTITY_TYPES, type OutlineNode, type ReportAnalysis, type Span } from '../../src/engine/analysis';

const GENRES = new Set(['inspection', 'meeting', 'speech', 'workreport', 'notice', 'other']);
const FORCES = new Set(['must', 'should', 'mustNot', 'may']);

/** Every node of an outline, parents before children. */
export function allNodes(outline: readonly OutlineNode[]): OutlineNode[] {
  const all: OutlineNode[] = [], waiting = [...outline].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    all.push(node);
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i]!);
  }
  return all;
}

/** What is wrong with an analysis of `text` by the contract of analysis.ts, one line each; empty where all is well. */
export function violations(text: string, analysis: ReportAnalysis): string[] {
  return [...headViolations(analysis), ...outlineViolations(text, analysis), ...entityViolations(text, analysis), ...defectViolations(text, analysis)].slice(0, 10);
}

/** Fails with the violations, if there are any. */
export function expectContract(text: string, analysis: ReportAnalysis): void {
  expect(violations(text, analysis)).toEqual([]);
}

function* headViolations(analysis: ReportAnalysis): Generator<string> {
  if (!GENRES.has(analysis.genre)) yield `genre ${analysis.genre}`;
  if (!(analysis.confidence >= 0 && analysis.confidence <= 1)) yield `confidence ${analysis.confidence}`;
  if (analysis.repairedText === '' && analysis.outline.length + analysis.entities.length > 0) yield 'finds in an empty text';
}

function* outlineViolations(text: string, { outline }: ReportAnalysis): Generator<string> {
  const ids = new Set<string>();
  yield* orderViolations(outline, { start: 0, end: text.length }, 'root');
  for (const node of allNodes(outline)) {
    const name = `${node.kind} ${node.id}`;
    if (ids.has(node.id)) yield `${name}: id twice`;
    ids.add(node.id);
    if (node.rule === '') yield `${name}: no rule`;
    if (node.marker === '') yield `${name}: empty marker`;
    if (!inside(node.labelSpan, node.span)) yield `${name}: label outside of the node`;
    if ((node.kind === 'directive') !== (node.directive !== undefined)) yield `${name}: directive facts ${node.directive ? 'on another kind' : 'missing'}`;
    yield* orderViolations(node.children, node.span, name);
    yield* directiveViolations(text, node, name);
  }
}

function* orderViolations(siblings: readonly OutlineNode[], parent: Span, name: string): Generator<string> {
  let end = parent.start;
  for (const node of siblings) {
    if (!inside(node.span, parent)) yield `${name}: ${node.kind} ${show(node.span)} outside of its parent ${show(parent)}`;
    if (node.span.start < end) yield `${name}: ${node.kind} ${show(node.span)} begins before its elder sibling ends at ${end}`;
    end = Math.max(end, node.span.end);
  }
}

function* directiveViolations(text: string, { directive }: OutlineNode, name: string): Generator<string> {
  if (!directive) return;
  if (!FORCES.has(directive.force)) yield `${name}: force ${directive.force}`;
  const parts: [string, string | undefined, Span | undefined][] = [
    ['addressee', directive.addressee, directive.addresseeSpan], ['cue', directive.cue, directive.cueSpan], ['deadline', directive.deadline, directive.deadlineSpan],
    ...(directive.targets ?? []).map((t): [string, string, Span] => ['target', t.text, t.span]),
  ];
  for (const [part, written, span] of parts) {
    if (written === '') yield `${name}: empty ${part}`;
    if (span && !inside(span, { start: 0, end: text.length })) yield `${name}: ${part} ${show(span)} outside of the text`;
  }
  if (directive.issuerSpan && !inside(directive.issuerSpan, { start: 0, end: text.length })) yield `${name}: issuer outside of the text`;
}

function* entityViolations(text: string, { entities, repairedText }: ReportAnalysis): Generator<string> {
  const ids = new Set<string>(), whole = { start: 0, end: text.length };
  for (const entity of entities) {
    if (ids.has(entity.id)) yield `${entity.id}: id twice`;
    ids.add(entity.id);
    if (!ENTITY_TYPES.includes(entity.type)) yield `${entity.id}: type ${entity.type}`;
    if (entity.name === '' || entity.mentions.length === 0) yield `${entity.id}: nameless or without mentions`;
    for (const mention of entity.mentions) {
      if (!inside(mention, whole) || mention.start === mention.end) yield `${entity.type} ${mention.text}: span ${show(mention)}`;
      if (mention.rule === '') yield `${entity.type} ${mention.text}: no rule`;
      if (repairedText === text && text.slice(mention.start, mention.end) !== mention.text) yield `${entity.type} ${mention.text}: is written otherwise`;
    }
  }
  const mentions = entities.flatMap((e) => e.mentions).sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [i, mention] of mentions.entries()) {
    const before = mentions[i - 1];
    if (before && before.end > mention.start) yield `mentions overlap: ${before.text} ${show(before)}, ${mention.text} ${show(mention)}`;
  }
}

function* defectViolations(text: string, { defects }: ReportAnalysis): Generator<string> {
  let start = 0;
  for (const defect of defects) {
    if (!inside(defect, { start: 0, end: text.length })) yield `${defect.code}: ${show(defect)} outside of the text`;
    if (defect.related?.some((r) => !inside(r, { start: 0, end: text.length }))) yield `${defect.code}: points outside of the text`;
    if (defect.start < start) yield `${defect.code}: out of order`;
    if (defect.message === '' || defect.code === '') yield `${defect.kind}: says nothing`;
    start = defect.start;
  }
}

const inside = (inner: Span, outer: Span): boolean =>
  Number.isInteger(inner.start) && Number.isInteger(inner.end) && outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
const show = ({ start, end }: Span): string => `${start}-${end}`;
