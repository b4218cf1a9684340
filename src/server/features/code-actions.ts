import * as l10n from '@vscode/l10n';
import { CodeActionKind, type CodeAction, type CodeActionParams, type TextEdit } from 'vscode-languageserver/node';
import type { Defect } from '../../engine/analysis';
import type { OutlineView } from '../report-view';
import { byKind, defectsAt, isSlip, repairables } from './damage';
import { damageName } from './defect-text';

/** The kind of the action that repairs everything that is certain; it can be run on saving. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.reportLens`;
/** Longest replacement that a title quotes. */
const MOST_QUOTED = 24;

/** textDocument/codeAction: repairs at a place, of a kind, of everything. Each is one edit, so one step to undo. */
export function* codeActions(view: OutlineView, { range, context }: CodeActionParams): Generator<void, CodeAction[]> {
  yield* view.defectsInSteps();
  const all = repairables(view), wanted = (kind: string): boolean => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const here = defectsAt(view, view.document.offsetAt(range.start), view.document.offsetAt(range.end));
    actions.push(...here.slice(0, 8).flatMap((d) => ofDefect(view, d)));
    actions.push(...everywhere(view, here));
    for (const [kind, same] of byKind(all)) {
      if (same.length > 1 && here.some((d) => d.kind === kind)) actions.push(action(view, l10n.t('Repair all {0}: {1} places', damageName(kind), same.length), CodeActionKind.QuickFix, same.map((d) => edit(view, d, d.repair))));
    }
    if (here.some((d) => d.repair !== undefined) && all.length > 1) actions.push(everything(view, CodeActionKind.QuickFix));
  }
  if (context.only !== undefined && wanted(FIX_ALL) && all.length > 0) actions.push(everything(view, FIX_ALL));
  return actions;
}

/** Edits that repair everything that is certain. */
export function repairEdits(view: OutlineView): TextEdit[] {
  return repairables(view).map((d) => edit(view, d, d.repair));
}

function everything(view: OutlineView, kind: string): CodeAction {
  const edits = repairEdits(view);
  return action(view, l10n.t('Repair the whole text: {0} places', edits.length), kind, edits);
}

function ofDefect(view: OutlineView, defect: Defect): CodeAction[] {
  const { repair, candidates = [] } = defect, choices = candidates.length > 0 ? candidates : repair === undefined ? [] : [repair];
  return choices.map((choice, i) => ({
    ...action(view, titleOf(view, defect, choice), CodeActionKind.QuickFix, [edit(view, defect, choice)]),
    ...(i === 0 && choice === repair && { isPreferred: true }),
  }));
}

/** Changes all places of a name that is spelt otherwise elsewhere. */
function everywhere(view: OutlineView, here: readonly Defect[]): CodeAction[] {
  const slip = here.find((d) => d.kind === 'spelling' && d.candidates), [right] = slip?.candidates ?? [], written = slip?.args?.['written'];
  const same = right === undefined ? [] : view.defects.filter((d) => d.kind === 'spelling' && d.args?.['written'] === written && d.candidates?.[0] === right);
  return same.length > 1 ? [action(view, l10n.t('Change “{0}” to “{1}” in {2} places', written!, right!, same.length), CodeActionKind.QuickFix, same.map((d) => edit(view, d, right!)))] : [];
}

function titleOf(view: OutlineView, defect: Defect, choice: string): string {
  const { start, end } = defect, given = view.given.slice(start, Math.min(end, start + MOST_QUOTED));
  if (isSlip(defect)) return l10n.t('Change “{0}” to “{1}”', given, choice);
  if (choice === '') return l10n.t('Take out “{0}”', given);
  if (choice.trim() === '') return l10n.t('Repair the spaces');
  return start === end ? l10n.t('Insert “{0}”', choice) : l10n.t('Repair to “{0}”', choice.slice(0, MOST_QUOTED));
}

function action(view: OutlineView, title: string, kind: string, edits: TextEdit[]): CodeAction {
  return { title, kind, edit: { changes: { [view.uri]: edits } } };
}

const edit = (view: OutlineView, defect: Defect, newText: string): TextEdit => ({ range: view.range(defect), newText });
