import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from '../../tools/workbench.mjs';
import { picture, samples } from './pictures';

const OUTLINE = 'Outline', ENTITIES = 'Entities';

describe('a report in a window', () => {
  let window: Workbench;
  beforeAll(async () => {
    window = await Workbench.open({ folder: samples });
    await window.openFile('inspection.txt');
    await window.showContainer('Report Lens');
    await window.widenSideBar(430);
  });
  afterAll(() => window.close());

  const outlineRow = (text: string) => window.rows(OUTLINE).filter({ hasText: text }).first();

  test('the outline shows sections, and the directives inside one paragraph', async () => {
    await outlineRow('潜心研发').waitFor();
    await outlineRow('科技创新要再加力').waitFor();
    expect(await outlineRow('科技创新要再加力').innerText()).toContain('沈望川');
    await outlineRow('民生保障要再加码').waitFor();
    await window.rows(ENTITIES).filter({ hasText: 'Persons' }).first().waitFor();
    await picture(window, 'outline');
  });

  test('the status item counts the directives', async () => {
    const item = window.page.locator('.statusbar-item', { hasText: '报告' });
    expect(await item.innerText()).toMatch(/报告 · \d+ directives/);
  });

  test('a click on a directive goes to its heading inside the line', async () => {
    await outlineRow('产业升级要再提速').click();
    await expect.poll(() => window.cursor()).toMatch(/^Ln 7, Col 1\d\d/);
  });

  test('the outline follows the cursor', async () => {
    const { x, y } = await window.wordAt('医校协作');
    await window.page.mouse.click(x, y);
    await expect.poll(() => window.cursor()).toMatch(/^Ln 4, /);
    await window.rows(OUTLINE).and(window.page.locator('.selected')).filter({ hasText: '医校协作' }).waitFor();
  });

  test('mentions are underlined in the text', async () => {
    const decorations = window.page.locator('.monaco-editor .view-overlays [class*="ced-"], .monaco-editor .view-line [class*="ced-"]');
    await expect.poll(() => decorations.count()).toBeGreaterThan(10);
  });

  test('a person’s hover tells who that is', async () => {
    const text = await window.hover('沈望川', /person/);
    expect(text).toContain('沈望川');
    expect(text).toMatch(/\d+ mentions/);
    await picture(window, 'hover');
  });

  test('the entities are grouped by type and lead to their mentions', async () => {
    await window.page.keyboard.press('Escape');
    const persons = window.rows(ENTITIES).filter({ hasText: 'Persons' }).first();
    await persons.click();
    const person = window.rows(ENTITIES).filter({ hasText: '苏景澄' }).first();
    await person.waitFor();
    await picture(window, 'entities');
    await person.click();
    await expect.poll(() => window.cursor()).toMatch(/^Ln 4, Col [4-9]\d/);
  });

  test('the palette has the commands, and Go to Directive… finds by pinyin initials', async () => {
    await window.page.keyboard.press('F1');
    await window.page.locator('.quick-input-widget input[type=text]').fill('>Report Lens');
    await window.quickRows.filter({ hasText: 'Go to Directive' }).first().waitFor();
    await picture(window, 'palette');
    await window.quickRows.filter({ hasText: 'Go to Directive' }).first().click();
    await window.quickRows.filter({ hasText: '产业升级' }).first().waitFor();
    await window.page.locator('.quick-input-widget input[type=text]').fill('csgx');
    await window.quickRows.filter({ hasText: '城市更新要再提质' }).first().waitFor();
    await picture(window, 'go-to-directive');
    await window.quickRows.filter({ hasText: '城市更新要再提质' }).first().click();
    await expect.poll(() => window.cursor()).toMatch(/^Ln 7, Col [12]\d\d/);
  });

  test('the status item opens the everyday commands', async () => {
    await window.page.locator('.statusbar-item', { hasText: '报告' }).click();
    await window.quickRows.filter({ hasText: 'Export Directives' }).first().waitFor();
    await picture(window, 'status');
    await window.page.keyboard.press('Escape');
  });

  test('a text that is no report shows an empty view with a way on', async () => {
    await window.command('File: New Untitled Text File');
    await window.page.locator('.part.sidebar .welcome-view-content:visible', { hasText: 'Open a Chinese official report' }).first().waitFor();
    expect(await window.page.locator('.statusbar-item:visible', { hasText: '报告' }).count()).toBe(0);
    await picture(window, 'empty');
  });

  test.each(['Dark Modern', 'Dark High Contrast', 'Light High Contrast'])('everything is drawn in the theme %s', async (theme) => {
    await window.openFile('notice.txt');
    await window.theme(theme);
    await outlineRow('重点任务').waitFor();
    await picture(window, theme === 'Dark Modern' ? 'dark' : theme.toLowerCase().replaceAll(' ', '-'));
  });
});

describe('the damaged report', () => {
  let window: Workbench;
  beforeAll(async () => {
    window = await Workbench.open({ folder: samples });
    await window.openFile('inspection-damaged.txt');
    await window.showContainer('Report Lens');
  });
  afterAll(() => window.close());

  test('has its outline in readable characters', async () => {
    await window.rows(OUTLINE).filter({ hasText: '产业升级要再提速' }).or(window.rows(OUTLINE).filter({ hasText: '產業升級要再提速' })).first().waitFor();
    const labels = await window.rows(OUTLINE).allInnerTexts();
    await window.rows(ENTITIES).first().waitFor();
    expect(labels.filter((label) => /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)/.test(label))).toEqual([]);
    await picture(window, 'damaged');
  });

  test('hovers over a damaged stretch', async () => {
    expect(await window.hover('沈望川', /person/)).toContain('沈望川');
  });
});
