import * as vscode from 'vscode';
import type { EntityType } from '../../engine/analysis';

/** The extension's settings below `reportLens.`, as package.json declares them. */
export interface Settings {
  'outline.followCursor': boolean;
  'entities.decorations': boolean;
  'entities.layers': EntityType[];
  'overviewRuler.directives': boolean;
}

/** The value of a setting. */
export function setting<K extends keyof Settings>(name: K): Settings[K] {
  return vscode.workspace.getConfiguration('reportLens').get<Settings[K]>(name)!;
}

/** Changes a setting where the user set it: in the workspace if it is set there, for the user otherwise. */
export async function setSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('reportLens');
  const inWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
  await configuration.update(name, value, inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global);
}

/** Runs `react` when one of the settings changes. */
export function onSettings(names: readonly (keyof Settings)[], react: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`reportLens.${name}`))) react();
  });
}
