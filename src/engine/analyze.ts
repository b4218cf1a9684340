import type { Defect, Directive, OutlineNode, ReportAnalysis, Span } from './analysis';
import { readConsistency } from './consistency';
import { DirectivesReader } from './directives';
import { EntitiesReader } from './entities';
import { entitiesInGiven, entityToGiven, slipsToGiven, type ReportEntities } from './report-entities';
import type { EngineResources } from './resources';
import { toTheEnd } from './steps';
import { StructureReader, type Structure } from './structure';
import { readText, readTextInSteps, type LongString, type SourceText } from './text';

/** The part of an analysis that needs no dictionary: there at once. */
export type OutlineAnalysis = Omit<ReportAnalysis, 'entities' | 'outline' | 'repairedText'> & { readonly outline: readonly OutlineNode[] };

export interface Engine {
  /** The whole analysis of any string. Never throws. */
  analyze(text: string): ReportAnalysis;
  /** Everything but the entities, needing no resource. */
  outline(text: string): Omit<ReportAnalysis, 'entities'>;
}

/** A text that was read up to its outline, from where the entities can be read later without reading the text again. */
export interface Reading {
  readonly text: SourceText;
  /** spans are in given offsets; where nothing is damaged the nodes move with the text when it is read again after an edit */
  readonly outline: OutlineAnalysis;
  /** The entities, found by a reader that has read nothing but older versions of this text. */
  entities(reader: EntitiesReader): ReportEntities;
  /** The same in steps. */
  entitiesInSteps(reader: EntitiesReader): Generator<void, ReportEntities>;
  /** Reads the text after an edit, which takes over all of this reading: it must not be used any more. What the edit does not touch is not read again. */
  edited(given: string | LongString): Reading;
}

/** Makes an engine of what the host could load. */
export function createEngine(resources: EngineResources = {}): Engine {
  return {
    outline: (given) => plain(readReport(given)),
    analyze: (given) => {
      const reader = new EntitiesReader(resources), reading = toTheEnd(readReportInSteps(given, (text) => reader.begin(text))), { text } = reading, found = reader.read(text), outline = plain(reading);
      return { ...outline, entities: found.all().map((e) => entityToGiven(e, text)), defects: withSlips(outline.defects, slipsToGiven(toTheEnd(readConsistency(text, found, reader.places)), text)) };
    },
  };
}

/** Reads any string up to its outline. Never throws. */
export function readReport(given: string | LongString): Reading { return toTheEnd(readReportInSteps(given)); }

/**
 * The same in steps, so that a host can do something else in between.
 * @param begin what else can begin once the text is repaired and cut into paragraphs, in steps
 */
export function* readReportInSteps(given: string | LongString, begin?: (text: SourceText) => Generator<void, void>): Generator<void, Reading> {
  const text = yield* readTextInSteps(given);
  if (begin) yield* begin(text);
  return yield* readingOf(text, new StructureReader(), new DirectivesReader());
}

function* readingOf(text: SourceText, structures: StructureReader, directives: DirectivesReader): Generator<void, Reading> {
  const structure = yield* structures.readInSteps(text), outline = outlineOf(text, structure, yield* directives.readInSteps(text, structure));
  const entitiesInSteps = function* (reader: EntitiesReader): Generator<void, ReportEntities> {
    yield* reader.readAhead(text);
    const found = reader.read(text);
    return yield* entitiesInGiven(text, found, () => readConsistency(text, found, reader.places));
  };
  return {
    text, outline, entitiesInSteps,
    entities: (reader) => toTheEnd(entitiesInSteps(reader)),
    edited: (given) => toTheEnd(readingOf(readText(given, text), structures, directives)),
  };
}

/** The defects of an outline with the slips that the entities tell, in text order. */
export function withSlips(defects: Defect[], slips: readonly Defect[]): Defect[] {
  return slips.length === 0 ? defects : [...defects, ...slips].sort((x, y) => x.start - y.start);
}

function outlineOf(text: SourceText, structure: Structure, nodes: readonly OutlineNode[]): OutlineAnalysis {
  const slips = structure.defects.map((d) => ({ ...d, ...text.toGiven({ start: d.start, end: d.end }) })), defects: Defect[] = [...text.defects, ...slips].sort((x, y) => x.start - y.start);
  return {
    schema: 1, get isReport() { return structure.detection.isReport; }, get confidence() { return structure.detection.confidence; }, genre: structure.genre,
    outline: text.isSound ? nodes : nodes.map((n) => nodeToGiven(n, text)), defects,
  };
}

/** An outline that stays as it is: with spans of its own. */
const plain = ({ text, outline }: Reading): Omit<ReportAnalysis, 'entities'> => ({ ...outline, outline: text.isSound ? outline.outline.map((n) => nodeToGiven(n, text)) : [...outline.outline], repairedText: text.repaired.toString() });

/** The one place where spans go from the repaired view back to the text as given. */
function nodeToGiven(node: OutlineNode, text: SourceText): OutlineNode {
  const to = (s: Span): Span => text.toGiven(s), { id, kind, label, marker, ordinal, rule, directive } = node;
  return {
    id, kind, label, ...(marker !== undefined && { marker }), ...(ordinal !== undefined && { ordinal }), span: to(node.span), labelSpan: to(node.labelSpan), ...(directive && { directive: directiveToGiven(directive, to) }),
    rule, children: node.children.map((c) => nodeToGiven(c, text)),
  };
}

function directiveToGiven(d: Directive, to: (span: Span) => Span): Directive {
  return {
    ...d,
    ...(d.issuerSpan && { issuerSpan: to(d.issuerSpan) }), ...(d.addresseeSpan && { addresseeSpan: to(d.addresseeSpan) }),
    ...(d.cueSpan && { cueSpan: to(d.cueSpan) }), ...(d.deadlineSpan && { deadlineSpan: to(d.deadlineSpan) }),
    ...(d.targets && { targets: d.targets.map((t) => ({ text: t.text, span: to(t.span) })) }),
  };
}
