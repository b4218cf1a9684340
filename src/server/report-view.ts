import type { Range } from 'vscode-languageserver/node';
import { withSlips, type Reading } from '../engine/analyze';
import type { OutlineAnalysis } from '../engine/outline';
import type { Defect, Entity, EntityType, OutlineNode, Span } from '../engine/analysis';
import type { MentionOf, ReportEntities } from '../engine/report-entities';
import { oneStep } from '../engine/steps';
import type { LongString, SourceText } from '../engine/text';
import { shorten } from '../ledger';
import type { PlacedText } from './report-document';

export type { MentionOf } from '../engine/report-entities';


/** A document at one version with what is known of it before the recognizer has read it. Offsets are those of the document. */
export class OutlineView {
  readonly version: number;
  readonly given: LongString;

  constructor(readonly document: PlacedText, readonly reading: Reading) {
    this.version = document.version;
    this.given = reading.text.given;
  }

  get uri(): string { return this.document.uri; }

  get text(): SourceText { return this.reading.text; }

  get analysis(): OutlineAnalysis { return this.reading.outline; }

  /** what is wrong with the text, as far as this view knows, in text order */
  get defects(): readonly Defect[] { return this.analysis.defects; }

  /** The same, read in steps. */
  defectsInSteps(): Generator<void, readonly Defect[]> { return oneStep(() => this.defects); }

  range(span: Span): Range {
    return { start: this.document.positionAt(span.start), end: this.document.positionAt(span.end) };
  }

  /** The repaired text of a span, in one line, at most `most` characters, cut after a sentence or clause where one ends in the second half. */
  excerpt(span: Span, most: number): string {
    const start = this.text.toRepaired(span.start), end = Math.min(this.text.toRepaired(span.end), start + 4 * most);
    return shorten(this.text.repaired.slice(start, end), most);
  }

  /** From the outermost node to the innermost that holds the offset. */
  pathAt(offset: number): OutlineNode[] {
    const path: OutlineNode[] = [];
    let level: readonly OutlineNode[] = this.analysis.outline;
    for (;;) {
      const node = level.find((n) => n.span.start <= offset && offset < n.span.end);
      if (!node) return path;
      path.push(node);
      level = node.children;
    }
  }

  /** Every node, in text order. */
  *nodes(): Generator<OutlineNode> {
    const stack = [...this.analysis.outline].reverse();
    for (let node = stack.pop(); node; node = stack.pop()) {
      yield node;
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
    }
  }
}

/** The same with the entities. */
export class EntityView extends OutlineView {
  constructor(document: PlacedText, reading: Reading, private readonly found: ReportEntities) { super(document, reading); }

  /** where the entities contradict each other, the calendar or the table of places; to be asked first while the view is that of the document as it is */
  get slips(): readonly Defect[] { return this.found.slips(); }

  /** The same, read in steps. */
  slipsInSteps(): Generator<void, readonly Defect[]> { return this.found.slipsInSteps(); }

  override get defects(): readonly Defect[] { return withSlips(this.analysis.defects, this.slips); }

  override *defectsInSteps(): Generator<void, readonly Defect[]> {
    yield* this.slipsInSteps();
    return this.defects;
  }

  /** by their first mention */
  get entities(): readonly Entity[] { return this.found.all(); }

  /** The same, gathered in steps. */
  entitiesInSteps(): Generator<void, readonly Entity[]> { return this.found.allInSteps(); }

  /** Makes in steps what mentions and, for some types, the facts of entities are told from. */
  prepareInSteps(types: readonly EntityType[] = []): Generator<void, void> { return this.found.prepareInSteps(types); }

  /** Mentions that share at least one character with the span, or touch it where it is empty. */
  mentionsIn(span: Span): MentionOf[] { return this.found.mentionsIn(span); }

  /** The smallest mention that holds the character after the offset. */
  mentionAt(offset: number): MentionOf | undefined {
    return this.mentionsIn({ start: offset, end: offset }).sort((a, b) => a.mention.end - a.mention.start - (b.mention.end - b.mention.start))[0];
  }

  /** The same for a cursor, which also means the word it stands behind. */
  mentionAtCursor(offset: number): MentionOf | undefined {
    return this.mentionAt(offset) ?? (offset > 0 ? this.mentionAt(offset - 1) : undefined);
  }
}
