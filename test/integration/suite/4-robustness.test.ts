import * as assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { askSymbols, closeAll, find, flat, hoverText, open, openText, serverProcesses, symbols, until } from './support';

/** The extension still works after whatever went before. */
async function stillWorks(): Promise<void> {
  const document = await open('inspection.txt');
  assert.ok(flat(await symbols(document)).some(({ name }) => name.includes('科技创新要再加力')));
}

suite('texts that break programs', () => {
  teardown(closeAll);

  test('an empty file, also when treated as a report', async () => {
    const document = await open('empty.txt');
    await vscode.commands.executeCommand('reportLens.treatAsReport');
    assert.deepEqual(await askSymbols(document), []);
    await vscode.commands.executeCommand('reportLens.notReport');
    await stillWorks();
  });

  test('five megabytes', async () => {
    const document = await open('five-megabytes.txt');
    assert.equal(flat(await symbols(document, 55)).length, 1000); // all that the editor itself is given of so many
  });

  test('one line of 300,000 characters', async () => {
    const document = await open('long-line.txt');
    assert.equal(document.lineCount, 1);
    await vscode.commands.executeCommand('reportLens.treatAsReport');
    await until('an answer', async () => (await askSymbols(document)).length >= 0);
    await stillWorks();
  });

  test('a binary file', async () => {
    const opened = await open('binary.txt').then(() => '', (error: unknown) => String(error));
    assert.ok(opened === '' || /binary/i.test(opened), opened); // VS Code itself may refuse it
    if (opened === '') await vscode.commands.executeCommand('reportLens.treatAsReport');
    await stillWorks();
  });

  test('lone surrogates', async () => {
    const text = (await open('inspection.txt')).getText();
    const document = await openText(`\uD800${text.replaceAll('，', '，\uDC00').replaceAll('。', '\uD83D。')}`);
    await vscode.commands.executeCommand('reportLens.treatAsReport');
    await symbols(document);
    await hoverText(document, find(document, '沈望川'));
    await stillWorks();
  });
});

/** A report whose outline is there, and the process of the server that made it. */
async function read(): Promise<{ document: vscode.TextDocument; pid: number }> {
  const document = await open('inspection.txt');
  await symbols(document);
  const [pid] = serverProcesses();
  assert.ok(pid);
  return { document, pid };
}

/** Another server is there than the one of this process, and tells the outline. */
async function comesBack(document: vscode.TextDocument, pid: number): Promise<void> {
  const successor = await until('another server', () => serverProcesses().find((other) => other !== pid));
  assert.notEqual(successor, pid);
  assert.ok(flat(await symbols(document)).some(({ name }) => name.includes('科技创新要再加力')));
}

suite('a server that dies', () => {
  teardown(closeAll);

  test('comes back with the outline and the hovers', async () => {
    const { document, pid } = await read();
    process.kill(pid, 'SIGKILL');
    await comesBack(document, pid);
    assert.match(await until('hover', () => hoverText(document, find(document, '沈望川'))), /市委书记/);
  });

  test('comes back when much was sent to it before its end was noticed', async () => {
    const { document, pid } = await read();
    process.kill(pid, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500); // it is gone, and this process has not heard of it
    await Promise.all([1, 2, 3, 4].map(() => vscode.commands.executeCommand('reportLens.copyOutline')));
    await comesBack(document, pid);
  });

  test('Restart Language Server starts a new one', async () => {
    const { document, pid } = await read();
    await vscode.commands.executeCommand('reportLens.restartServer');
    await until('another server', () => serverProcesses().length === 1 && serverProcesses()[0] !== pid);
    assert.ok((await symbols(document)).length > 0);
  });
});
