import type { Defect, Entity, OutlineNode, ReportAnalysis, Span } from './analysis';
import { readDirectives } from './directives';
import { readEntities } from './entities';
import type { EngineResources } from './resources';
import { readStructure, type Structure } from './structure';
import { readText, type SourceText } from './text';

/** The part of an analysis that needs no dictionary: there at once. */
export type OutlineAnalysis = Omit<ReportAnalysis, 'entities'>;

export interface Engine {
  /** The whole analysis of any string. Never throws. */
  analyze(text: string): ReportAnalysis;
  /** Everything but the entities, needing no resource. */
  outline(text: string): OutlineAnalysis;
}

/** A text that was read up to its outline, from where the entities can be read later without reading the text again. */
export interface Reading {
  readonly text: SourceText;
  readonly outline: OutlineAnalysis;
  entities(resources: EngineResources): Entity[];
}

/** Makes an engine of what the host could load. */
export function createEngine(resources: EngineResources = {}): Engine {
  return {
    outline: (given) => readReport(given).outline,
    analyze: (given) => { const reading = readReport(given); return { ...reading.outline, entities: reading.entities(resources) }; },
  };
}

/**
 * Reads any string up to its outline. Never throws.
 * @param before the reading of an older version of the text: what an edit does not touch is not read again
 */
export function readReport(given: string, before?: Reading): Reading {
  const text = readText(given, before?.text), structure = readStructure(text);
  return {
    text, outline: outlineOf(text, structure),
    entities: (resources) => readEntities(text, structure, resources).map((e) => entityToGiven(e, text)),
  };
}

function outlineOf(text: SourceText, structure: Structure): OutlineAnalysis {
  const outline = readDirectives(text, structure).map((n) => nodeToGiven(n, text));
  const defects: Defect[] = [...text.defects, ...structure.defects.map((d) => ({ ...d, ...text.toGiven({ start: d.start, end: d.end }) }))].sort((x, y) => x.start - y.start);
  return { schema: 1, isReport: structure.isReport, confidence: structure.confidence, genre: structure.genre, outline, defects, repairedText: text.repaired };
}

/** The one place where spans go from the repaired view back to the text as given. */
function nodeToGiven(node: OutlineNode, text: SourceText): OutlineNode {
  const to = (s: Span): Span => text.toGiven(s);
  const mapped: OutlineNode = { ...node, span: to(node.span), labelSpan: to(node.labelSpan), children: node.children.map((c) => nodeToGiven(c, text)) };
  if (node.directive) {
    const d = node.directive;
    mapped.directive = {
      ...d,
      ...(d.issuerSpan && { issuerSpan: to(d.issuerSpan) }), ...(d.addresseeSpan && { addresseeSpan: to(d.addresseeSpan) }),
      ...(d.cueSpan && { cueSpan: to(d.cueSpan) }), ...(d.deadlineSpan && { deadlineSpan: to(d.deadlineSpan) }),
      ...(d.targets && { targets: d.targets.map((t) => ({ text: t.text, span: to(t.span) })) }),
    };
  }
  return mapped;
}

function entityToGiven(entity: Entity, text: SourceText): Entity {
  return { ...entity, mentions: entity.mentions.map((m) => ({ ...m, ...text.toGiven(m) })) };
}
