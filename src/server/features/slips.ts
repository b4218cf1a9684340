import type { Defect, Span } from '../../engine/analysis';
import type { LongString } from '../../engine/text';
import { differenceOf, type Difference } from '../../engine/text/difference';
import type { EntityView, OutlineView } from '../report-view';

/**
 * The slips that were told last of each report. While somebody types they stay, moved along, until the entities of the new version are read; those
 * that an edit touches go at once. So a problem neither flickers nor stays where it was put right.
 */
export class ToldSlips {
  readonly #told = new Map<string, { readonly given: LongString; readonly slips: readonly Defect[] }>();

  /** The slips of a report whose entities are read. */
  read(view: EntityView): readonly Defect[] { return this.#remember(view, view.slips); }

  /** The slips told last, where they stand in a version whose entities are still to be read. */
  carriedTo(view: OutlineView): readonly Defect[] {
    const told = this.#told.get(view.uri);
    if (!told || told.slips.length === 0) return [];
    const difference = differenceOf(told.given, view.given);
    return this.#remember(view, told.slips.flatMap((slip) => moved(slip, difference) ?? []));
  }

  forget(uri: string): void { this.#told.delete(uri); }

  #remember({ uri, given }: OutlineView, slips: readonly Defect[]): readonly Defect[] {
    this.#told.set(uri, { given, slips });
    return slips;
  }
}

/** A slip after an edit; nothing where the edit touched it or what it points at. */
function moved(slip: Defect, difference: Difference): Defect | undefined {
  const span = movedSpan(slip, difference), related = slip.related?.map((r) => movedSpan(r, difference)), still = related?.filter((r) => r !== undefined);
  return span && still?.length === related?.length ? { ...slip, ...span, ...(still && { related: still }) } : undefined;
}

function movedSpan({ start, end }: Span, { start: from, before, after }: Difference): Span | undefined {
  if (end <= from) return { start, end };
  return start >= before ? { start: start + after - before, end: end + after - before } : undefined;
}
