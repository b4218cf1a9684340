import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from '../../tools/workbench.mjs';
import { picture, samples } from './pictures';

/** An invented report in a real place, with names that no program can know. */
const REPORT = `本报讯 2026年5月12日，市委书记沈望川来到余杭区，调研云上青禾平台建设和防汛备汛工作，对做好下一步工作提出要求。
5月9日，启岳精密机械集团投产500万片石墨双极板生产线。余杭区要落实《国务院办公厅关于促进养老服务发展的意见》（国办发〔2024〕11号），今年投入约3.5亿元。
沈望川强调，余杭区委要贯彻新发展理念，加快建设云上青禾。启岳精密要在6月底前完成检修。
沈望川要求，一是压实责任。要落实专人值守。二是备足物资。要建立储备清单。
`;

const DICTIONARY = '.vscode/report-lens.dictionary.jsonc';

describe('hovers and the dictionary', () => {
  let window: Workbench, folder: string;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-knowledge-'));
    fs.writeFileSync(path.join(folder, 'report.txt'), REPORT);
    window = await Workbench.open({ folder });
    await window.openFile('report.txt');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
  });
  afterAll(async () => {
    await window.close();
    fs.rmSync(folder, { recursive: true });
  });

  test.each<[picture: string, word: string, expected: RegExp, more: string[]]>([
    ['person', '沈望川', /person/, ['市委书记 (杭州市)', 'Issued', 'This is the first mention', 'Found by']],
    ['position', '市委书记', /position/, ['Held by 沈望川']],
    ['organization', '余杭区委', /organization/, ['Must carry out']],
    ['place', '余杭区', /place/, ['浙江省 › 杭州市 › 余杭区 · 330110', 'mentions']],
    ['time', '5月9日', /time/, ['2026-05-09, the year taken from the other dates of the text']],
    ['quantity', '500万片', /quantity/, ['5,000,000 片']],
    ['document', '养老服务', /document/, ['国办发〔2024〕11号', 'Issued by 国务院办公厅 · 2024']],
    ['term', '新发展理念', /policy term/, ['Namely: ', 'Glossary']],
  ])('a %s tells what is known of it', async (kind, word, expected, more) => {
    const text = await window.hover(word, expected);
    for (const each of more) expect(text).toContain(each);
    await window.page.waitForTimeout(300); // it fades in
    await picture(window, `hover-${kind}`);
    await window.restPointer();
    await window.page.keyboard.press('Escape'); // it would cover the next word
  });

  test('“Add to Dictionary…” takes the selection, and the name is known at once', async () => {
    await select('云上青禾');
    await window.command('Report Lens: Add to Dictionary');
    await window.quickRows.filter({ hasText: 'Policy Terms' }).first().click();
    await answer('Canonical name', '云上青禾政务平台');
    await answer('Other wordings', '云上青禾、青禾云');
    await answer('A note', '2024年上线，<b>见</b> [说明](command:workbench.action.quit)');
    await window.quickRows.filter({ hasText: 'Dictionary of this workspace' }).first().click();
    await expect.poll(() => fs.existsSync(path.join(folder, DICTIONARY)) && fs.readFileSync(path.join(folder, DICTIONARY), 'utf8')).toContain('"name": "云上青禾政务平台"');
    let text = '';
    await expect.poll(async () => {
      await window.page.keyboard.press('Escape');
      await window.restPointer();
      return (text = await window.hover('云上青禾', /./));
    }, { timeout: 30_000 }).toContain('云上青禾政务平台');
    for (const each of ['policy term', '2024年上线，<b>见</b> [说明](command:workbench.action.quit)', 'In the dictionary of this workspace', '2 mentions', 'the dictionary']) expect(text).toContain(each);
    expect(await window.page.locator('.monaco-hover a[data-href^="command:"]').count()).toBe(0);
    await picture(window, 'dictionary');
    await window.restPointer();
  });

  test('an entry of one’s own dictionary is known too', async () => {
    await select('启岳精密');
    await window.command('Report Lens: Add to Dictionary');
    await window.quickRows.filter({ hasText: 'Organizations' }).first().click();
    await answer('Canonical name', '启岳精密机械集团');
    await answer('Other wordings', '启岳精密');
    await answer('A note', '');
    await window.quickRows.filter({ hasText: 'Own dictionary' }).first().click();
    await expect.poll(async () => {
      await window.page.keyboard.press('Escape');
      await window.restPointer();
      return await window.hover('启岳精密', /./, 1);
    }, { timeout: 30_000 }).toMatch(/启岳精密机械集团 · organization[^]*In your own dictionary[^]*2 mentions/u);
    await window.restPointer();
  });

  test('mistakes in a dictionary are shown in it', async () => {
    const file = path.join(folder, DICTIONARY), before = fs.readFileSync(file, 'utf8');
    await window.command('Report Lens: Open Dictionary');
    await window.quickRows.filter({ hasText: 'Dictionary of this workspace' }).first().click();
    await window.page.locator('.tab.active', { hasText: 'report-lens.dictionary.jsonc' }).waitFor();
    await window.page.locator('.view-line', { hasText: '云上青禾政务平台' }).first().waitFor();
    fs.writeFileSync(file, before.replace('"青禾云"', '"青禾云", "青禾云", "青"').replace('"term"', '"trem"'));
    await window.command('Problems: Focus on Problems View');
    const problem = (text: string) => window.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
    await problem('is in this dictionary already').waitFor();
    await problem('Value is not accepted').waitFor(); // said by VS Code after the schema
    await picture(window, 'dictionary-problems');
    fs.writeFileSync(file, before);
    await expect.poll(() => window.page.locator('.markers-panel .monaco-list-row').count()).toBe(0);
    await window.command('View: Hide Panel');
    await window.page.locator('.tab', { hasText: 'report.txt' }).click();
  });

  test('names are completed while writing, by characters and by pinyin', async () => {
    const row = window.page.locator('.suggest-widget .monaco-list-row', { hasText: '启岳精密机械集团' }).first();
    await window.page.locator('.editor-instance .view-line').first().click();
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.insertText('会后，启岳');
    await window.page.keyboard.press('Control+Space');
    await row.waitFor();
    await picture(window, 'completion');
    await row.click();
    await window.page.locator('.view-line', { hasText: '会后，启岳精密机械集团' }).waitFor();
    await window.page.keyboard.type('请swc');
    await window.page.locator('.suggest-widget .monaco-list-row', { hasText: '沈望川' }).first().click();
    await window.page.locator('.view-line', { hasText: '会后，启岳精密机械集团请沈望川' }).waitFor();
    await window.command('File: Revert File');
  });

  /** Selects the first occurrence of a word, through the find widget. */
  async function select(word: string): Promise<void> {
    await window.page.keyboard.press('Control+Home');
    await window.page.keyboard.press('Control+f');
    await window.page.keyboard.insertText(word);
    await expect.poll(() => window.cursor()).toContain(`(${word.length} selected)`);
    await window.page.keyboard.press('Escape');
    await expect.poll(() => window.cursor()).toContain(`(${word.length} selected)`);
  }

  /** Fills the input box whose prompt begins so, and goes on. */
  async function answer(prompt: string, value: string): Promise<void> {
    await window.page.locator('.quick-input-widget .quick-input-message', { hasText: prompt }).waitFor();
    if (prompt === 'Canonical name') await picture(window, 'add-to-dictionary');
    await window.page.locator('.quick-input-widget input[type=text]').fill(value);
    await window.page.keyboard.press('Enter');
  }
});

/** An invented notice with a slip of each kind. */
const SLIPS = `云岭县召开防汛工作会议

2021年9月7日（星期五），云岭县召开防汛工作会议。县委书记陈立言出席并讲话，副县长周海成主持会议。

陈立言强调，各级各部门要坚持人民至上、生命至上，全力做好防汛工作。陈立岩要求，要压实防汛责任，加强值班值守。

县长周海成介绍了在江苏省杭州市考察的情况。副县长周海成要求各部门备足物资，加强巡查。
`;

describe('slips', () => {
  test('are problems that show the other place, and a quick fix puts them right', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-slips-'));
    fs.writeFileSync(path.join(folder, 'report.txt'), SLIPS);
    const window = await Workbench.open({ folder, settings: { 'files.autoSave': 'off' } }), rows = window.page.locator('.markers-panel .monaco-list-row');
    await window.openFile('report.txt');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
    await window.command('Problems: Focus on Problems View');
    for (const each of ['“陈立岩” is written “陈立言” elsewhere in this text', '周海成 is “县长” here', '“杭州市” is not in “江苏省” but in 浙江省', 'is “星期二”, not “星期五”']) await rows.filter({ hasText: each }).first().waitFor();
    await picture(window, 'slips');
    const { x, y } = await window.wordAt('陈立岩');
    await window.page.mouse.click(x, y);
    await (await window.quickFixes(/Change “陈立岩” to “陈立言”/)).filter({ hasText: 'Change “陈立岩” to “陈立言”' }).first().click();
    await expect.poll(() => rows.filter({ hasText: '“陈立岩” is written' }).count()).toBe(0);
    await window.close();
    fs.rmSync(folder, { recursive: true });
  });
});

describe('hovers in Chinese', () => {
  test('of all types speak Chinese', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-knowledge-'));
    fs.writeFileSync(path.join(folder, 'report.txt'), REPORT);
    const window = await Workbench.open({ folder, locale: 'zh-cn' });
    await window.openFile('report.txt');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
    const words: [word: string, expected: RegExp][] = [
      ['沈望川', /人物[^]*市委书记（杭州市）[^]*此处为首次出现/], ['市委书记', /职务[^]*任职者：沈望川/], ['余杭区委', /机构[^]*须落实/], ['余杭区', /地点[^]*330110/],
      ['5月9日', /时间[^]*年份据文中其他日期推定/], ['500万片', /数量[^]*5,000,000 片/], ['养老服务', /文件[^]*文号：[^]*发文机关：/], ['新发展理念', /政策用语[^]*具体为：/],
    ];
    for (const [word, expected] of words) {
      expect(await window.hover(word, expected)).not.toMatch(/mention|Found by|Issued|first/);
      if (word === '新发展理念') await picture(window, 'hover-chinese');
      await window.restPointer();
      await window.page.keyboard.press('Escape');
    }
    await window.close();
    fs.rmSync(folder, { recursive: true });
  });
});

describe('everyday commands', () => {
  let window: Workbench;
  beforeAll(async () => {
    window = await Workbench.open({ folder: samples });
    await window.openFile('inspection.txt');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
  });
  afterAll(() => window.close());

  const underlined = () => window.page.locator('.monaco-editor .view-overlays [class*="ced-"], .monaco-editor .view-line [class*="ced-"]').count();

  test('Go to Entity… finds by pinyin initials, shows the place on the way, and Escape returns', async () => {
    await window.page.keyboard.press('Control+Home');
    await window.command('Report Lens: Go to Entity');
    await window.quickRows.filter({ hasText: '沈望川' }).first().waitFor();
    await window.page.locator('.quick-input-widget input[type=text]').fill('tlqrm');
    await window.quickRows.filter({ hasText: '汀澜区人民医院' }).first().waitFor();
    await picture(window, 'go-to-entity');
    await window.page.keyboard.press('Escape');
    await expect.poll(() => window.cursor()).toBe('Ln 1, Col 1');
    await window.command('Report Lens: Go to Entity');
    await window.quickRows.filter({ hasText: '沈望川' }).first().waitFor();
    await window.choose('tlqrm', '汀澜区人民医院');
    await expect.poll(() => window.cursor()).toMatch(/^Ln 4, Col /);
  });

  test('Choose Entity Layers… takes a type away and brings it back', async () => {
    await expect.poll(underlined).toBeGreaterThan(10);
    const ok = window.page.locator('.quick-input-widget .quick-input-action .monaco-button, .quick-input-widget .monaco-button', { hasText: 'OK' }).first();
    for (const change of ['less', 'more']) {
      const before = await underlined();
      await window.command('Report Lens: Choose Entity Layers');
      await window.quickRows.filter({ hasText: 'Persons' }).first().click();
      await picture(window, `layers-${change}`);
      await ok.click();
      if (change === 'less') await expect.poll(underlined).toBeLessThan(before - 5); else await expect.poll(underlined).toBeGreaterThan(before + 5);
    }
  });

  test('Toggle Entity Decorations takes them all away and brings them back', async () => {
    await window.command('Report Lens: Toggle Entity Decorations');
    await expect.poll(underlined).toBe(0);
    await window.command('Report Lens: Toggle Entity Decorations');
    await expect.poll(underlined).toBeGreaterThan(10);
  });

  test('Copy Outline says that it has copied', async () => {
    await window.command('Report Lens: Copy Outline');
    await window.page.locator('.statusbar-item', { hasText: 'Outline copied as Markdown' }).waitFor();
  });
});
