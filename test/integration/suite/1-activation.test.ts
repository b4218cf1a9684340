import * as assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { askSymbols, closeAll, open, openText, pause, serverProcesses, symbols, until } from './support';

const ID = 'report-lens.report-lens';
const extension = (): vscode.Extension<unknown> => {
  const found = vscode.extensions.getExtension(ID);
  assert.ok(found, 'the extension is there');
  return found;
};

suite('activation', () => {
  suiteTeardown(closeAll);

  test('a text that is no report starts no server and gets no symbols', async () => {
    for (const name of ['shopping.txt', 'log.txt', 'empty.txt']) {
      const document = await open(name);
      await until('activation', () => extension().isActive);
      await pause(500);
      assert.deepEqual(await askSymbols(document), [], name);
    }
    assert.deepEqual(serverProcesses(), []);
  });

  test('a .txt report starts one server', async () => {
    await symbols(await open('inspection.txt'));
    await symbols(await open('meeting.txt'));
    assert.equal(serverProcesses().length, 1);
  });

  test('another language is left alone', async () => {
    const document = await openText((await open('inspection.txt')).getText(), 'markdown');
    await pause(500);
    assert.deepEqual((await askSymbols(document)).filter(({ name }) => name.includes('沈望川')), []);
  });

  test('the language "report" is a report without a test', async () => {
    const document = await openText('一、总体要求\n坚持安全第一。\n二、重点任务\n各单位要按时完成整改。\n', 'report');
    assert.ok((await symbols(document)).length > 0);
  });
});

suite('commands', () => {
  test('every contributed command is registered', async () => {
    const { contributes } = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.ok(contributes.commands.length >= 12, 'the everyday commands are contributed');
    assert.deepEqual(contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)), []);
  });
});
