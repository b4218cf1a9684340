import type { Defect, OutlineNode, ReportAnalysis } from './analysis';
import { readConsistency } from './consistency';
import { DirectivesReader } from './directives';
import { EntitiesReader } from './entities';
import { outlineWith, readOutline, readOutlineInSteps, type Outline, type OutlineAnalysis } from './outline';
import { unpackOutline } from './packed-outline';
import { entitiesInGiven, entityToGiven, slipsToGiven, type ReportEntities } from './report-entities';
import type { EngineResources } from './resources';
import type { SideOutline } from './side-reader';
import { toTheEnd } from './steps';
import { StructureReader } from './structure';
import { readText, readTextInSteps, type LongString, type SourceText } from './text';

/** Milliseconds that an outline another thread has begun is waited for, at least and for each UTF-16 code unit: many times what it takes. */
const MOST_WAIT_MS = { anOutline: 1_000, aUnit: 0.02 };

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
  /** The same reading with other nodes, which are made of its own. */
  withNodes(rename: (nodes: readonly OutlineNode[]) => readonly OutlineNode[]): Reading;
}

/** Makes an engine of what the host could load. */
export function createEngine(resources: EngineResources = {}): Engine {
  return {
    outline: (given) => { const text = readText(given); return { ...readOutline(text), repairedText: text.repaired.toString() }; },
    analyze: (given) => {
      const text = readText(given), reader = new EntitiesReader(resources), side = toTheEnd(reader.begin(text));
      // another thread would have to repair a damaged text once more; so its outline is read here while that one reads sentences
      const begun = text.isSound ? side?.beginOutline(given) : undefined, own = begun ? undefined : readOutline(text), found = reader.read(text), entities = found.all().map((e) => entityToGiven(e, text));
      const slips = slipsToGiven(toTheEnd(readConsistency(text, found, reader.places)), text), outline = own ?? takeOutline(begun, given) ?? readOutline(text);
      return { ...outline, repairedText: text.repaired.toString(), entities, defects: withSlips(outline.defects, slips) };
    },
  };
}

/** The outline that another thread has begun to read; nothing where it has not, or never answers. */
function takeOutline(begun: SideOutline | undefined, given: string): Outline | undefined {
  const packed = begun?.claim() === false ? begun.take(MOST_WAIT_MS.anOutline + given.length * MOST_WAIT_MS.aUnit) : undefined;
  return packed && unpackOutline(packed, given);
}

/** Reads any string up to its outline. Never throws. */
export function readReport(given: string | LongString): Reading { return toTheEnd(readReportInSteps(given)); }

/**
 * The same in steps, so that a host can do something else in between.
 * @param begin what else can begin once the text is repaired and cut into paragraphs
 */
export function* readReportInSteps(given: string | LongString, begin?: (text: SourceText) => void): Generator<void, Reading> {
  const text = yield* readTextInSteps(given);
  yield;
  begin?.(text);
  return yield* readingOf(text, new StructureReader(), new DirectivesReader());
}

function* readingOf(text: SourceText, structures: StructureReader, directives: DirectivesReader): Generator<void, Reading> {
  const outline = yield* readOutlineInSteps(text, structures, directives);
  return new ReadingOfText(text, outline, structures, directives);
}

/** A class for the reason given at `EntitiesOfVersion`. */
class ReadingOfText implements Reading {
  readonly #structures: StructureReader;
  readonly #directives: DirectivesReader;

  constructor(readonly text: SourceText, readonly outline: OutlineAnalysis, structures: StructureReader, directives: DirectivesReader) {
    this.#structures = structures;
    this.#directives = directives;
  }

  entities(reader: EntitiesReader): ReportEntities { return toTheEnd(this.entitiesInSteps(reader)); }

  *entitiesInSteps(reader: EntitiesReader): Generator<void, ReportEntities> {
    const { text } = this;
    yield* reader.readAhead(text);
    const found = reader.read(text);
    return yield* entitiesInGiven(text, found, () => readConsistency(text, found, reader.places));
  }

  edited(given: string | LongString): Reading { return toTheEnd(readingOf(readText(given, this.text), this.#structures, this.#directives)); }

  withNodes(rename: (nodes: readonly OutlineNode[]) => readonly OutlineNode[]): Reading {
    return new ReadingOfText(this.text, outlineWith(this.outline, rename(this.outline.outline)), this.#structures, this.#directives);
  }
}

/** The defects of an outline with the slips that the entities tell, in text order. */
export function withSlips(defects: Defect[], slips: readonly Defect[]): Defect[] {
  return slips.length === 0 ? defects : [...defects, ...slips].sort((x, y) => x.start - y.start);
}
