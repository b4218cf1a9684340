import * as vscode from 'vscode';
import { addToDictionary, openDictionary } from '../dictionary/commands';
import { compareRepaired, repairText, showRepaired } from '../repair/commands';
import type { OutlineNode } from '../outline/node';
import type { Stretch } from '../../protocol';
import { chooseLayers, copyOutline, openSample, overrule, showFrequentWords, toggleDecorations } from './everyday';
import { exportDirectives } from './export';
import { goToDirective, goToEntity, revealEntity, revealNode, revealRange, stepDirective } from './go-to';
import { showMenu } from './menu';
import type { Surfaces } from './surfaces';

/** Registers every command of the extension. */
export function registerCommands(surfaces: Surfaces): vscode.Disposable {
  const { log, outline, reports } = surfaces;
  const register = (name: string, run: (...args: never[]) => unknown): vscode.Disposable => vscode.commands.registerCommand(`reportLens.${name}`, run);
  return vscode.Disposable.from(
    register('goToDirective', () => goToDirective(surfaces)),
    register('goToEntity', () => goToEntity(surfaces)),
    register('nextDirective', () => stepDirective(surfaces, 1)),
    register('previousDirective', () => stepDirective(surfaces, -1)),
    register('toggleDecorations', toggleDecorations),
    register('chooseLayers', chooseLayers),
    register('copyOutline', () => copyOutline(surfaces)),
    register('exportDirectives', () => exportDirectives(surfaces)),
    register('frequentWords', () => showFrequentWords(surfaces)),
    register('addToDictionary', () => addToDictionary(surfaces)),
    register('openDictionary', () => openDictionary(surfaces)),
    register('repairText', () => repairText(surfaces)),
    register('compareRepaired', () => compareRepaired(surfaces)),
    register('showRepaired', () => showRepaired(surfaces)),
    register('treatAsReport', () => overrule(surfaces, true)),
    register('notReport', () => overrule(surfaces, false)),
    register('openSample', () => openSample(surfaces)),
    register('restartServer', () => reports.restart()),
    register('showLog', () => log.show()),
    register('showMenu', () => showMenu(surfaces)),
    register('filterOutline', () => outline.filter()),
    register('clearOutlineFilter', () => outline.setFilter('')),
    register('followCursor', () => outline.setFollow(true)),
    register('stopFollowingCursor', () => outline.setFollow(false)),
    register('revealNode', (uri: string, node: OutlineNode) => revealNode(surfaces, uri, node)),
    register('revealEntity', (uri: string, id: string) => revealEntity(surfaces, uri, id)),
    register('revealRange', (uri: string, range: Stretch) => revealRange(surfaces, uri, range)),
  );
}
