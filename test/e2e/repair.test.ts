import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from '../../tools/workbench.mjs';
import { picture, samples } from './pictures';

describe('a damaged report', () => {
  let window: Workbench, folder: string;
  const file = (): string => path.join(folder, 'damaged.txt');
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-repair-'));
    fs.copyFileSync(path.join(samples, 'inspection-damaged.txt'), file());
    fs.writeFileSync(path.join(folder, 'gbk.txt'), iconv.encode(fs.readFileSync(path.join(samples, 'meeting.txt'), 'utf8'), 'gb18030'));
    window = await Workbench.open({ folder, settings: { 'files.autoSave': 'off' } });
    await window.openFile('damaged.txt');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
  });
  afterAll(async () => {
    await window.close();
    fs.rmSync(folder, { recursive: true });
  });

  test('has few problems, one for all readings in brackets', async () => {
    await window.command('Problems: Focus on Problems View');
    const rows = window.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: /readings in brackets in \d+ places/ }).first().waitFor();
    expect(await rows.count()).toBeLessThan(30);
    await picture(window, 'problems');
    await window.command('View: Hide Panel');
  });

  test('reads a damaged word out in the hover', async () => {
    const text = await window.hover('(jì)', /Reads/);
    expect(text).toContain('記');
    await picture(window, 'hover-damage');
    await window.restPointer();
    await window.page.keyboard.press('Escape');
  });

  test('offers repairs of the place, the kind and the whole text', async () => {
    const { x, y } = await window.wordAt('(jì)');
    await window.page.mouse.click(x, y);
    await window.page.keyboard.press('Control+Period');
    const actions = window.page.locator('.action-widget .monaco-list-row');
    await actions.filter({ hasText: /Repair all readings in brackets/ }).first().waitFor();
    await actions.filter({ hasText: /Repair the whole text/ }).first().waitFor();
    await picture(window, 'quick-fix');
    await window.page.keyboard.press('Escape');
  });

  test('is shown repaired beside itself, in simplified characters', async () => {
    await window.command('Report Lens: Show Repaired Text');
    await window.quickRows.filter({ hasText: 'Simplified' }).first().click();
    await expect.poll(() => window.page.locator('.editor-instance').last().innerText()).toContain('潜心研发');
    await picture(window, 'repaired-beside');
    await window.command('View: Close Editor');
  });

  test('is repaired in one step after a preview, and one undo takes it back', async () => {
    await window.command('Report Lens: Repair Text');
    await window.page.locator('.monaco-diff-editor .modified .view-line', { hasText: '潛心研發' }).first().waitFor();
    await window.page.locator('.monaco-diff-editor .char-delete, .monaco-diff-editor .line-delete').first().waitFor();
    await picture(window, 'repair-preview');
    await window.command('Notifications: Show Notifications');
    await window.page.locator('.notifications-center .monaco-button', { hasText: /^Repair$/ }).click();
    const dirty = window.page.locator('.tab.active.dirty', { hasText: 'damaged.txt' });
    await dirty.waitFor();
    await window.command('File: Save');
    await expect.poll(() => fs.readFileSync(file(), 'utf8')).not.toMatch(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/u);
    await window.page.locator('.editor-instance .view-line').first().click();
    await window.page.keyboard.press('Control+Z');
    await window.command('File: Save');
    await expect.poll(() => fs.readFileSync(file(), 'utf8')).toBe(fs.readFileSync(path.join(samples, 'inspection-damaged.txt'), 'utf8'));
  });

  test('in another encoding is noticed, and reopened rightly with one click', async () => {
    await window.openFile('gbk.txt');
    await expect.poll(() => window.notifications(), { timeout: 20_000 }).toContainEqual(expect.stringContaining('seems to be in GB 18030'));
    await window.command('Notifications: Show Notifications');
    await picture(window, 'encoding');
    await window.page.locator('.notifications-center .monaco-button', { hasText: 'Reopen as GB 18030' }).click();
    await expect.poll(() => window.page.locator('.editor-instance').first().innerText()).toContain('沈望川');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
  });
});
