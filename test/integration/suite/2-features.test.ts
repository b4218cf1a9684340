import * as assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, find, flat, hoverText, open, symbols, until } from './support';

/** The same expectations for the sample, its CRLF copy and its copy with a byte-order mark. */
for (const name of ['inspection.txt', 'crlf.txt', 'bom.txt']) {
  suite(`features on ${name}`, () => {
    let document: vscode.TextDocument;

    suiteSetup(async () => {
      document = await open(name);
      await symbols(document);
    });
    suiteTeardown(closeAll);

    test('document symbols have the sections, and the directives inside one paragraph', async () => {
      const all = flat(await symbols(document));
      for (const words of ['潜心研发', '医校协作', '科技创新要再加力', '产业升级要再提速']) {
        assert.ok(all.some((symbol) => symbol.name.includes(words)), `${words} in ${all.map((symbol) => symbol.name).join(' | ')}`);
      }
      for (const { range, selectionRange, children } of all) {
        assert.ok(range.contains(selectionRange));
        for (const child of children) assert.ok(range.contains(child.range));
      }
      const directive = all.find((symbol) => symbol.name.includes('科技创新要再加力'));
      const heading = find(document, '科技创新要再加力');
      assert.ok(directive, 'the directive is there');
      assert.ok(directive.selectionRange.contains(heading), 'it begins inside the line, not at its start');
      assert.ok(directive.range.start.character > 0);
    });

    test('hover tells of a person', async () => {
      const text = await until('hover', () => hoverText(document, find(document, '沈望川')));
      assert.match(text, /沈望川/);
      assert.match(text, /市委书记/);
    });

    test('references, definition and highlights of a person agree', async () => {
      const second = find(document, '沈望川', 2).start;
      const references = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, second);
      assert.ok(references.length > 5, `${references.length} references`);
      for (const { range } of references) assert.equal(document.getText(range), '沈望川');
      const [definition] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, second);
      assert.ok(definition);
      assert.deepEqual('range' in definition ? definition.range : definition.targetSelectionRange, find(document, '沈望川'));
      const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, second);
      assert.equal(highlights.length, references.length);
    });

    test('an edit moves the outline along', async () => {
      const before = flat(await symbols(document)).find((symbol) => symbol.name.includes('潜心研发'))?.selectionRange.start.line;
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(1).range.start, '本段为新增。\n');
      await vscode.workspace.applyEdit(edit);
      const found = await until('the new line in the symbols', async () => flat(await symbols(document)).find((symbol) => symbol.name.includes('潜心研发') && symbol.selectionRange.start.line === (before ?? 0) + 1));
      assert.ok(document.getText(found.selectionRange).includes('潜心研发'));
    });
  });
}

suite('features on the notice', () => {
  let document: vscode.TextDocument;
  suiteSetup(async () => {
    document = await open('notice.txt');
    await symbols(document);
  });
  suiteTeardown(closeAll);

  test('symbols nest 一、 over （一） over 1.', async () => {
    const roots = flat(await symbols(document));
    const tasks = roots.find((symbol) => symbol.name.includes('重点任务'));
    const filing = tasks && flat(tasks.children).find((symbol) => symbol.name.includes('规范登记备案'));
    assert.ok(filing && flat(filing.children).some((symbol) => symbol.name.includes('严格准入条件')));
  });

  test('sections fold', async () => {
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const line = find(document, '二、重点任务').start.line;
    assert.ok(folds.some(({ start, end }) => start === line && end > line + 4), JSON.stringify(folds));
  });

  test('the selection grows from a clause to the whole text', async () => {
    const place = find(document, '市消防救援支队').start;
    const [chain] = await vscode.commands.executeCommand<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [place]);
    const texts: string[] = [];
    for (let step = chain; step; step = step.parent) texts.push(document.getText(step.range));
    assert.ok(texts.length >= 3, texts.join('\n--\n'));
    assert.ok(texts.some((text) => /^市消防救援支队负责消防安全检查[；。]?$/.test(text)), texts.join('\n--\n'));
    assert.ok(texts.some((text) => text.includes('（二）落实安全责任') && text.includes('2.落实部门监管责任')), 'the section');
    texts.forEach((text, i) => { assert.ok(i === 0 || text.length >= texts[i - 1]!.length); });
  });

  test('workspace symbols search all open reports', async () => {
    await symbols(await open('speech.txt'));
    const ask = (query: string): Thenable<vscode.SymbolInformation[]> => vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    const inNotice = await until('a symbol of the notice', async () => (await ask('规范登记备案')).filter(({ location }) => location.uri.path.endsWith('notice.txt')));
    assert.ok(inNotice[0]?.name.includes('规范登记备案'));
    await until('a symbol of the speech', async () => (await ask('乡村特色产业')).filter(({ location }) => location.uri.path.endsWith('speech.txt')));
  });
});

suite('features on the damaged sample', () => {
  suiteTeardown(closeAll);

  test('the outline is that of the undamaged text', async () => {
    const clean = flat(await symbols(await open('inspection.txt')));
    const damaged = await open('inspection-damaged.txt');
    const all = flat(await symbols(damaged));
    const directives = (list: vscode.DocumentSymbol[]): number => list.filter(({ name }) => /要再|要更|要/.test(name)).length;
    assert.ok(Math.abs(all.length - clean.length) <= 2, `${all.length} symbols, ${clean.length} in the undamaged text`);
    assert.ok(directives(all) > 0);
    assert.ok(!all.some(({ name }) => /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)/.test(name)), 'no reading is left in a label');
  });

  test('hover works on a damaged name', async () => {
    const document = await open('inspection-damaged.txt');
    await symbols(document);
    const text = await until('hover', () => hoverText(document, find(document, '沈望川')));
    assert.match(text, /沈望川/);
  });
});
