import type { Defect, DefectKind } from '../../engine/analysis';
import type { OutlineView } from '../report-view';

const SLIPS: ReadonlySet<DefectKind> = new Set(['numbering', 'spelling', 'title', 'place', 'weekday']);

/** Is it a slip of the writer, and no damage of the file? */
export const isSlip = ({ kind }: Defect): boolean => SLIPS.has(kind);

/** A defect whose repair is certain. */
export interface Repairable extends Defect { repair: string }

/** Defects that can be repaired, in text order. */
export function repairables(view: OutlineView): Repairable[] {
  return view.analysis.defects.filter((d): d is Repairable => d.repair !== undefined);
}

/** Defects that touch a span; one at its very end counts, as the cursor stands there. */
export function defectsAt(view: OutlineView, start: number, end: number): Defect[] {
  return view.defects.filter((d) => d.start <= end && d.end >= start);
}

/** Defects with a certain repair, by kind, in the order of their first place. */
export function byKind(defects: readonly Repairable[]): Map<DefectKind, Repairable[]> {
  const kinds = new Map<DefectKind, Repairable[]>();
  for (const defect of defects) {
    const known = kinds.get(defect.kind);
    if (known) known.push(defect); else kinds.set(defect.kind, [defect]);
  }
  return kinds;
}

/** Whether a place can be read in several ways. */
export function isUncertain(defect: Defect): boolean {
  return (defect.candidates?.length ?? 0) > 1;
}
