import * as vscode from 'vscode';
import { DICTIONARY_FILE, EMPTY_DICTIONARY } from '../../dictionary/format';
import type { DictionaryEntry } from '../../protocol';
import { debounce } from '../shared/schedule';

/** Whose dictionary a file is. */
export type DictionaryOwner = 'workspace' | 'user';

/** A dictionary file, also where it does not exist yet. */
export interface DictionaryFile { uri: vscode.Uri; owner: DictionaryOwner }

/** Pause in typing in a dictionary after which it is read again (milliseconds). */
const READ_AFTER = 150;

/**
 * The dictionaries of the workspace's folders and the user's own, read whenever they change, also while they are edited. What is wrong in a
 * file is shown as its diagnostics. Files are data and nothing else, so those of an untrusted workspace are read as well.
 */
export class Dictionaries implements vscode.Disposable {
  readonly #storage: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('report-lens.dictionary');
  readonly #changed = new vscode.EventEmitter<readonly DictionaryEntry[]>();
  readonly #read = debounce(() => void this.#readAll(), READ_AFTER);
  readonly #subscriptions: { dispose(): unknown }[];
  #watchers: vscode.Disposable[] = [];
  #isWatching = false;
  #turn = 0;

  /** Fires with the entries of all dictionaries, those of the workspace first. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#storage = context.globalStorageUri;
    this.#log = log;
    const touched = ({ uri }: vscode.TextDocument): void => { if (uri.path.endsWith(DICTIONARY_FILE) && this.files.some((file) => file.uri.toString() === uri.toString())) this.#read(); };
    this.#subscriptions = [
      this.#diagnostics, this.#changed, this.#read,
      vscode.workspace.onDidChangeTextDocument(({ document }) => touched(document)),
      vscode.workspace.onDidOpenTextDocument(touched),
      vscode.workspace.onDidCloseTextDocument(touched),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.start()),
    ];
  }

  /** Where dictionaries are, those of the workspace first. */
  get files(): DictionaryFile[] {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }): DictionaryFile => ({ uri: vscode.Uri.joinPath(uri, '.vscode', DICTIONARY_FILE), owner: 'workspace' }));
    return [...folders, { uri: vscode.Uri.joinPath(this.#storage, DICTIONARY_FILE), owner: 'user' }];
  }

  /** Reads the dictionaries. Where there are none yet their places are watched from the first report on and not before: that is a good part of what starting costs. */
  start(): void {
    if (this.#isWatching) this.#watch();
    void this.#readAll();
  }

  /** There is a report: from now on the dictionaries are read whenever they change, also those that are still to come. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.start();
  }

  #watch(): void {
    vscode.Disposable.from(...this.#watchers).dispose();
    this.#watchers = this.files.map(({ uri }) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), DICTIONARY_FILE));
      for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) event(() => this.#read());
      return watcher;
    });
  }

  /** The document of a dictionary file, which is made where there is none. */
  async open({ uri }: DictionaryFile): Promise<vscode.TextDocument> {
    if (await textOf(uri) === undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(EMPTY_DICTIONARY));
    return await vscode.workspace.openTextDocument(uri);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#watchers).dispose();
  }

  async #readAll(): Promise<void> {
    const turn = ++this.#turn, entries: DictionaryEntry[] = [];
    for (const { uri, owner } of this.files) {
      const text = await textOf(uri);
      if (turn !== this.#turn) return;
      // begins to read anew: so that nothing that changed before it was watched is missed
      if (text !== undefined && !this.#isWatching) return this.watch();
      if (text === undefined) this.#diagnostics.delete(uri);
      else entries.push(...await this.#readFile(uri, owner, text));
    }
    if (turn === this.#turn) this.#changed.fire(entries);
  }

  async #readFile(uri: vscode.Uri, owner: DictionaryOwner, text: string): Promise<DictionaryEntry[]> {
    const { isInSchema, parseDictionary, problemText } = await import('./jsonc');
    const { entries, problems } = parseDictionary(text, owner), at = positionsIn(text);
    // VS Code's own support of JSON says of an open file what the schema says
    const shown = openDocument(uri) && vscode.extensions.getExtension('vscode.json-language-features') ? problems.filter((problem) => !isInSchema(problem)) : problems;
    this.#diagnostics.set(uri, shown.map((problem) => {
      const diagnostic = new vscode.Diagnostic(new vscode.Range(at(problem.start), at(problem.end)), problemText(problem, vscode.l10n.t), vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Report Lens';
      diagnostic.code = problem.code;
      return diagnostic;
    }));
    this.#log.info(`dictionary ${uri.toString(true)}: ${entries.length} entries, ${problems.length} problems`);
    return entries;
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** The text as it is being edited, or the file's; `undefined` where there is none. A deleted file's document may stay open for a while. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const document = openDocument(uri);
  if (document?.isDirty) return document.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** Position of an offset in a text that may not be open. */
function positionsIn(text: string): (offset: number) => vscode.Position {
  return (offset) => {
    const before = text.slice(0, offset), line = before.split('\n').length - 1;
    return new vscode.Position(line, offset - (before.lastIndexOf('\n') + 1));
  };
}
