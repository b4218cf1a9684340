import * as vscode from 'vscode';
import { ENTITY_TYPES, type EntityType } from '../../engine/analysis';
import type { Reports } from '../client/reports';
import type { Surfaces } from '../commands/surfaces';
import { TYPE_ICONS, typeName } from '../shared/entity-types';
import type { Dictionaries, DictionaryFile } from './files';

interface Found { text: string; type?: EntityType; name?: string }

/** "Add to Dictionary…": asks what the selection is and writes it into a dictionary. Escape at any step leaves everything as it was. */
export async function addToDictionary({ active, reports, dictionaries }: Surfaces): Promise<void> {
  const { editor, uri } = active;
  if (!editor || uri === undefined) return;
  const found = await selected(editor, reports, uri);
  const type = await askType(found);
  if (!type) return;
  const name = await askName(found);
  if (name === undefined) return;
  const aliases = await askAliases(found, name);
  if (aliases === undefined) return;
  const note = await ask(4, vscode.l10n.t('A note for the hover; may stay empty'), '');
  if (note === undefined) return;
  const file = await askFile(dictionaries, 5);
  if (!file) return;
  await write(dictionaries, file, { type, name, aliases, ...(note !== '' && { note }) });
}

/** "Open Dictionary…": the file, to be edited by hand. */
export async function openDictionary({ dictionaries }: Surfaces): Promise<void> {
  const file = await askFile(dictionaries);
  if (file) await show(dictionaries, file);
}

/** What is selected, or the mention at the cursor, with what the recognizer takes it for. */
async function selected({ selection, document }: vscode.TextEditor, reports: Reports, uri: string): Promise<Found> {
  const { start, end } = selection, mention = await reports.entityAt(uri, { start, end });
  if (mention) return mention;
  const read = await reports.readText(uri, { start, end });
  return { text: read ?? document.getText(selection).replace(/\s+/gu, ' ').trim() };
}

const STEPS = 5;

function titleOf(step: number): string {
  return vscode.l10n.t('Add to Dictionary ({0}/{1})', step, STEPS);
}

async function askType({ type: known }: Found): Promise<EntityType | undefined> {
  const order = known ? [known, ...ENTITY_TYPES.filter((type) => type !== known)] : ENTITY_TYPES;
  const items = order.map((type) => ({ label: `$(${TYPE_ICONS[type]}) ${typeName(type, vscode.l10n.t)}`, type, ...(type === known && { description: vscode.l10n.t('as found') }) }));
  return (await vscode.window.showQuickPick(items, { title: titleOf(1), placeHolder: vscode.l10n.t('What kind of entity is it?') }))?.type;
}

function askName({ text, name }: Found): Promise<string | undefined> {
  return ask(2, vscode.l10n.t('Canonical name, under which all wordings are one entity'), name ?? text, (value) => (
    value.trim().length < 2 ? vscode.l10n.t('A name has at least two characters.') : undefined));
}

async function askAliases({ text }: Found, name: string): Promise<string[] | undefined> {
  const given = await ask(3, vscode.l10n.t('Other wordings, parted by 、 or a comma; may stay empty'), text === name ? '' : text);
  return given?.split(/[、，,;；]/u).map((alias) => alias.trim()).filter((alias) => alias !== '' && alias !== name);
}

async function ask(step: number, prompt: string, value: string, validateInput?: (value: string) => string | undefined): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ title: titleOf(step), prompt, value, ignoreFocusOut: true, ...(validateInput && { validateInput }) }))?.trim();
}

/** Which dictionary; without a workspace there is only the user's. */
async function askFile({ files }: Dictionaries, step?: number): Promise<DictionaryFile | undefined> {
  if (files.length === 1) return files[0];
  const items = files.map((file) => ({
    label: file.owner === 'user' ? `$(account) ${vscode.l10n.t('Own dictionary, for all workspaces')}` : `$(folder) ${vscode.l10n.t('Dictionary of this workspace')}`,
    description: file.owner === 'user' ? '' : vscode.workspace.asRelativePath(file.uri), file,
  }));
  return (await vscode.window.showQuickPick(items, { title: step === undefined ? vscode.l10n.t('Open Dictionary') : titleOf(step), placeHolder: vscode.l10n.t('Which dictionary?') }))?.file;
}

async function write(dictionaries: Dictionaries, file: DictionaryFile, entry: { type: EntityType; name: string; aliases: string[]; note?: string }): Promise<void> {
  try {
    const document = await dictionaries.open(file), { addEntry } = await import('./jsonc');
    const text = addEntry(document.getText(), entry);
    if (text === undefined) return await tellBroken(dictionaries, file);
    const edit = new vscode.WorkspaceEdit(), whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    edit.replace(document.uri, whole, text);
    if (!await vscode.workspace.applyEdit(edit) || !await document.save()) throw new Error(document.uri.toString(true));
    vscode.window.setStatusBarMessage(vscode.l10n.t('“{0}” is in the dictionary', entry.name), 3000);
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The dictionary could not be written: {0}', error instanceof Error ? error.message : String(error)));
  }
}

async function tellBroken(dictionaries: Dictionaries, file: DictionaryFile): Promise<void> {
  const open = vscode.l10n.t('Open Dictionary');
  if (await vscode.window.showErrorMessage(vscode.l10n.t('The dictionary has errors and was not changed.'), open) === open) await show(dictionaries, file);
}

async function show(dictionaries: Dictionaries, file: DictionaryFile): Promise<void> {
  try {
    await vscode.window.showTextDocument(await dictionaries.open(file), { preview: false });
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The dictionary could not be written: {0}', error instanceof Error ? error.message : String(error)));
  }
}
