import * as assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, find, hoverText, open, openText, symbols, until } from './support';

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
const dictionary = (): vscode.Uri => vscode.Uri.joinPath(folder(), '.vscode', 'report-lens.dictionary.jsonc');
const write = (content: string): Thenable<void> => vscode.workspace.fs.writeFile(dictionary(), new TextEncoder().encode(content));
const problems = (): string[] => vscode.languages.getDiagnostics(dictionary()).map(({ message }) => message);

suite('a dictionary of the workspace', () => {
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    document = await open('inspection.txt');
    await symbols(document);
  });
  suiteTeardown(closeAll);

  test('is read when it appears, and the hover shows its note as text', async () => {
    await write('{ "entries": [ // ours\n { "type": "term", "name": "红色管家", "aliases": ["便民服务站"], "note": "<img src=x> [x](command:workbench.action.quit)" } ] }');
    const text = await until('the note', async () => { const hover = await hoverText(document, find(document, '便民服务站')); return hover.includes('红色管家') ? hover : undefined; });
    assert.ok(text.includes('In the dictionary of this workspace'), text);
    assert.ok(text.includes('\\<img src=x\\> \\[x\\]'), text);
    assert.deepEqual(problems(), []);
  });

  test('is read again when it changes, and its mistakes are told in it', async () => {
    await write('{ "entries": [ { "type": "trem", "name": "红色管家" }, { "type": "place", "name": "便民服务站" } ] }');
    await until('a problem', () => problems().some((message) => message.includes('The type must be one of')));
    const text = await until('a place', async () => { const hover = await hoverText(document, find(document, '便民服务站')); return hover.includes('place') ? hover : undefined; });
    assert.ok(!text.includes('红色管家'), text);
  });

  test('takes effect while it is being edited', async () => {
    const file = await vscode.workspace.openTextDocument(dictionary()), edit = new vscode.WorkspaceEdit();
    const at = file.getText().indexOf('place');
    edit.replace(file.uri, new vscode.Range(file.positionAt(at), file.positionAt(at + 5)), 'organization');
    await vscode.workspace.applyEdit(edit);
    await until('an organization', async () => (await hoverText(document, find(document, '便民服务站'))).includes('organization'));
    await file.save();
  });

  test('completes names, in reports only', async () => {
    const complete = async (of: vscode.TextDocument): Promise<string[]> => {
      const edit = new vscode.WorkspaceEdit(), at = of.positionAt(of.getText().length);
      edit.insert(of.uri, at, '\n会后，便民');
      await vscode.workspace.applyEdit(edit);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', of.uri, of.positionAt(of.getText().length));
      return list.items.filter(({ detail }) => detail !== undefined).map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.deepEqual(await complete(document), ['便民服务站']);
    assert.deepEqual(await complete(await open('shopping.txt')), []);
  });

  test('that is gone is forgotten', async () => {
    const report = await open('notice.txt');
    await symbols(report);
    await vscode.workspace.fs.delete(dictionary());
    await until('no dictionary', async () => !(await hoverText(document, find(document, '便民服务站'))).includes('dictionary'));
    assert.deepEqual(problems(), []);
  });
});

/** A file system of nothing but one report, as a remote or an archive would give it. */
class OneFile implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  constructor(readonly content: Uint8Array) {}
  watch(): vscode.Disposable { return new vscode.Disposable(() => undefined); }
  stat(): vscode.FileStat { return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.content.length }; }
  readFile(): Uint8Array { return this.content; }
  readDirectory(): [string, vscode.FileType][] { return []; }
  createDirectory(): void { throw vscode.FileSystemError.NoPermissions(); }
  writeFile(): void { throw vscode.FileSystemError.NoPermissions(); }
  delete(): void { throw vscode.FileSystemError.NoPermissions(); }
  rename(): void { throw vscode.FileSystemError.NoPermissions(); }
}

suite('reports that are no files', () => {
  suiteTeardown(closeAll);

  test('an unsaved report has outline, hovers and references', async () => {
    const document = await openText((await open('inspection.txt')).getText());
    assert.equal(document.uri.scheme, 'untitled');
    await symbols(document);
    assert.match(await until('hover', () => hoverText(document, find(document, '沈望川'))), /市委书记/);
    const references = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, find(document, '沈望川').start);
    assert.ok(references.length > 5);
  });

  test('a report of a read-only virtual file system has them too, and is exported into a new document', async () => {
    const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder(), 'inspection.txt'));
    const registration = vscode.workspace.registerFileSystemProvider('onefile', new OneFile(content), { isReadonly: true });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('onefile:/far/inspection.txt'));
    await vscode.window.showTextDocument(document);
    await symbols(document);
    assert.match(await until('hover', () => hoverText(document, find(document, '沈望川'))), /市委书记/);
    const exported = vscode.commands.executeCommand('reportLens.exportDirectives');
    const ledger = await until('the ledger', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.languageId === 'markdown' ? vscode.window.activeTextEditor.document : undefined;
    });
    await exported;
    assert.ok(ledger.isUntitled && ledger.getText().includes('科技创新要再加力'));
    registration.dispose();
  });
});

suite('slips', () => {
  suiteTeardown(closeAll);

  test('are problems that point at the other place, go with a quick fix, and stay while somebody types', async () => {
    const document = await openText('陈立言在云岭县调研防汛工作\n\n5月12日，县委书记陈立言到云岭县调研防汛工作。\n\n陈立言强调，要做好防汛工作。陈立岩要求，要压实防汛责任，加强值班值守。会议定于2021年9月7日（星期五）召开。\n');
    const slips = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri).filter(({ code }) => typeof code === 'string' && code.startsWith('consistency.'));
    const of = (count: number): Promise<vscode.Diagnostic[]> => until(`slips: ${count}`, () => { const found = slips(); return found.length === count ? found : undefined; });
    const shown = await of(2);
    assert.deepEqual(shown.map(({ severity, range }) => [severity, document.getText(range)]), [[vscode.DiagnosticSeverity.Information, '陈立岩'], [vscode.DiagnosticSeverity.Information, '星期五']]);
    assert.deepEqual(shown[0]!.relatedInformation?.map(({ location }) => document.getText(location.range)), ['陈立言']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, shown[0]!.range);
    const fix = actions.find(({ title }) => title === 'Change “陈立岩” to “陈立言”');
    assert.ok(fix?.edit && await vscode.workspace.applyEdit(fix.edit));
    const [rest, ...more] = await of(1);
    assert.deepEqual([more, document.getText(rest!.range)], [[], '星期五']);
  });
});

suite('layers', () => {
  const setting = (name: string): unknown => vscode.workspace.getConfiguration('reportLens').get(name);
  suiteTeardown(async () => {
    await vscode.workspace.getConfiguration('reportLens').update('entities.decorations', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  test('Toggle Entity Decorations switches them off and on', async () => {
    await symbols(await open('inspection.txt'));
    await vscode.commands.executeCommand('reportLens.toggleDecorations');
    assert.equal(setting('entities.decorations'), false);
    await vscode.commands.executeCommand('reportLens.toggleDecorations');
    assert.equal(setting('entities.decorations'), true);
  });
});
