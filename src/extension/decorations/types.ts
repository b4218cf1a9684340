import * as vscode from 'vscode';
import type { EntityType } from '../../engine/analysis';
import { TYPE_COLORS } from '../shared/entity-types';

/** Underline of each type: form and strength tell the types apart without their colour. */
const FORMS: Record<Exclude<EntityType, 'TERM'>, { style: string; width: string }> = {
  PER: { style: 'solid', width: '0 0 2px 0' },
  POS: { style: 'solid', width: '0 0 1px 0' },
  ORG: { style: 'double', width: '0 0 3px 0' },
  LOC: { style: 'dashed', width: '0 0 2px 0' },
  TIME: { style: 'dotted', width: '0 0 1px 0' },
  NUM: { style: 'dotted', width: '0 0 2px 0' },
  DOC: { style: 'dashed', width: '0 0 1px 0' },
};

/** Makes the decoration type of an entity type. Called once for each. */
export function createDecorationType(type: EntityType): vscode.TextEditorDecorationType {
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
  // borders have no wavy form; a text decoration has one, and takes the theme's colour by its variable
  if (type === 'TERM') return vscode.window.createTextEditorDecorationType({ rangeBehavior, textDecoration: `underline 1px wavy ${variableOf(TYPE_COLORS.TERM)}` });
  const { style, width } = FORMS[type];
  return vscode.window.createTextEditorDecorationType({ rangeBehavior, borderStyle: style, borderWidth: width, borderColor: new vscode.ThemeColor(TYPE_COLORS[type]) });
}

function variableOf(color: string): string {
  return `var(--vscode-${color.replaceAll('.', '-')}, currentcolor)`;
}

/** Makes the decoration type of a directive: nothing but a mark in the overview ruler. */
export function createRulerType(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    overviewRulerColor: new vscode.ThemeColor('reportLens.directive.ruler'), overviewRulerLane: vscode.OverviewRulerLane.Left,
  });
}
