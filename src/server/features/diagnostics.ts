import * as l10n from '@vscode/l10n';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { Defect } from '../../engine/analysis';
import type { OutlineView } from '../report-view';
import { byKind, isUncertain, repairables, type Repairable } from './damage';
import { damageName, defectText, relatedText } from './defect-text';

/** Places that a group lists. */
const MOST_RELATED = 4;
/** Single problems shown at most: a file with more has another trouble. */
const MOST_SINGLE = 100;
/** Longest stretch that is quoted. */
const MOST_QUOTED = 20;

/**
 * The problems of a report. Damage that is read through is one problem a kind, at its first place, with further places behind it: a page
 * with 570 readings in brackets has one trouble and not 570. What is uncertain, and slips of the writer, stand at their own places, since a
 * person has to decide about each. Nothing is more than an information: the report is read all the same.
 * @param slips those that the entities tell
 */
export function diagnosticsOf(view: OutlineView, slips: readonly Defect[] = []): Diagnostic[] {
  const certain = repairables(view).filter((d) => !isUncertain(d));
  const groups = [...byKind(certain).values()].map((defects) => groupOf(view, defects));
  const single = [...view.analysis.defects.filter((d) => isUncertain(d) || d.repair === undefined), ...slips].slice(0, MOST_SINGLE);
  return [...groups, ...single.map((d) => singleOf(view, d))];
}

function singleOf(view: OutlineView, defect: Defect): Diagnostic {
  const related = defect.related?.map((r) => ({ location: { uri: view.uri, range: view.range(r) }, message: relatedText(defect) }));
  return { ...diagnostic(view, defect, defectText(defect)), ...(related && { relatedInformation: related }) };
}

function groupOf(view: OutlineView, defects: readonly Repairable[]): Diagnostic {
  const [first] = defects as [Repairable], name = damageName(first.kind);
  const message = defects.length === 1 ? l10n.t('Damaged text: {0}. It is read as repaired.', name) : l10n.t('Damaged text: {0} in {1} places. They are read as repaired.', name, defects.length);
  const related = defects.slice(1, 1 + MOST_RELATED).map((d) => ({ location: { uri: view.uri, range: view.range(d) }, message: quoted(view, d) }));
  return { ...diagnostic(view, first, message), ...(related.length > 0 && { relatedInformation: related }) };
}

/** The damaged characters and how they are read. */
function quoted(view: OutlineView, { start, end }: Defect): string {
  const stretch = { start: Math.max(0, start - 1), end: Math.min(view.given.length, end) };
  return l10n.t('{0} reads {1}', view.given.slice(stretch.start, Math.min(stretch.end, stretch.start + MOST_QUOTED)), view.excerpt(stretch, MOST_QUOTED));
}

function diagnostic(view: OutlineView, defect: Defect, message: string): Diagnostic {
  return { range: view.range(defect), severity: DiagnosticSeverity.Information, source: 'Report Lens', code: defect.code, message };
}
