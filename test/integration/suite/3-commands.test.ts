import * as assert from 'node:assert/strict';
import { suite, suiteTeardown, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, find, hoverText, open, openText, pause, symbols, until } from './support';

const command = (name: string): Thenable<unknown> => vscode.commands.executeCommand(`reportLens.${name}`);
const cursor = (): vscode.Position | undefined => vscode.window.activeTextEditor?.selection.active;

suite('what the commands do', () => {
  suiteSetup(closeAll);
  suiteTeardown(closeAll);

  test('Next and Previous Directive step through the text and round its ends', async () => {
    const document = await open('inspection.txt');
    await symbols(document);
    const start = find(document, '提出具体要求');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(start.start, start.start);
    const heading = find(document, '科技创新要再加力');
    await until('the first directive', async () => {
      await command('nextDirective');
      return cursor()?.line === heading.start.line && cursor()!.character >= heading.start.character - 2;
    });
    const first = cursor()!;
    await command('nextDirective');
    assert.ok(cursor()!.isAfter(first));
    await command('previousDirective');
    assert.deepEqual(cursor(), first);
  });

  test('Copy Outline puts Markdown on the clipboard', async () => {
    await symbols(await open('notice.txt'));
    await vscode.env.clipboard.writeText('');
    await command('copyOutline');
    const text = await until('the clipboard', () => vscode.env.clipboard.readText());
    assert.match(text, /^\s*- .*重点任务/m);
    assert.match(text, /^\s+- .*规范登记备案/m);
  });

  test('Not a Report takes everything away, Treat This File as a Report brings it back, and both are remembered', async () => {
    // VS Code keeps the symbols of an unchanged document; it asks for hovers anew each time.
    const document = await open('meeting.txt');
    const hover = (of: vscode.TextDocument): Promise<string> => hoverText(of, find(of, '沈望川'));
    await until('a hover', () => hover(document));
    await command('notReport');
    await until('no hover', async () => await hover(document) === '');
    await closeAll();
    const again = await open('meeting.txt');
    await pause(500);
    assert.equal(await hover(again), '');
    await command('treatAsReport');
    await until('a hover again', () => hover(again));
  });

  test('a text that is no report can be treated as one', async () => {
    const document = await open('shopping.txt');
    await command('treatAsReport');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '一、总体要求\n各单位要落实责任。\n二、重点任务\n要加强检查。\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok((await symbols(document)).some(({ name }) => name.includes('总体要求')));
    await command('notReport');
    assert.equal(await hoverText(document, find(document, '各单位')), '');
  });

  test('Frequent Words shows the words of the report in a table', async () => {
    await symbols(await open('inspection.txt'));
    await command('frequentWords');
    const table = vscode.window.activeTextEditor?.document;
    assert.equal(table?.languageId, 'markdown');
    assert.match(table.getText(), /^\| (?:Count|次数) \|/u);
    assert.ok(table.getText().split('\n').filter((line) => /^\| \d+ \|/u.test(line)).length > 5);
  });

  test('Export Directives… of an unsaved report opens the ledger beside it', async () => {
    const source = await openText((await open('inspection.txt')).getText());
    await symbols(source);
    await pause(300);
    const exported = command('exportDirectives');
    const ledger = await until('the ledger', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'); // Markdown is the first format
      const document = vscode.window.activeTextEditor?.document;
      return document?.languageId === 'markdown' ? document : undefined;
    });
    await exported;
    const rows = ledger.getText().split('\n').filter((line) => line.startsWith('|'));
    assert.ok(rows.length > 5, ledger.getText());
    assert.ok(rows.some((row) => row.includes('科技创新要再加力') && row.includes('沈望川')), ledger.getText());
  });
});
