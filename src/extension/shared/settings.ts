import * as vscode from 'vscode';
import type { EntityType } from '../../engine/analysis';

/** The extension's settings below `reportLens.`, as package.json declares them. */
export interface Settings {
  'outline.followCursor': boolean;
  'entities.decorations': boolean;
  'entities.layers': EntityType[];
  'overviewRuler.directives': boolean;
}

const values = new Map<string, unknown>();
let watch: vscode.Disposable | undefined;

/** The value of a setting. Read once until it changes: it is asked for at every key. */
export function setting<K extends keyof Settings>(name: K): Settings[K] {
  watch ??= vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('reportLens')) values.clear(); });
  if (!values.has(name)) values.set(name, vscode.workspace.getConfiguration('reportLens').get(name));
  return values.get(name) as Settings[K];
}

/** Changes a setting where the user set it: in the workspace if it is set there, for the user otherwise. */
export async function setSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('reportLens');
  const inWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
  await configuration.update(name, value, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
  values.clear();
}

/** Runs `react` when one of the settings changes. */
export function onSettings(names: readonly (keyof Settings)[], react: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (!names.some((name) => event.affectsConfiguration(`reportLens.${name}`))) return;
    values.clear();
    react();
  });
}
