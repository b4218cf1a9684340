import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from '../../tools/workbench.mjs';
import { picture, samples } from './pictures';

/** On a busy machine. The notification centre may draw a notification twice then (its model holds no two equal ones): its buttons are taken by `first`. */
const SLOW = { timeout: 20_000 };

describe('a damaged report', () => {
  let window: Workbench, folder: string;
  const file = (): string => path.join(folder, 'damaged.txt');
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-repair-'));
    fs.copyFileSync(path.join(samples, 'inspection-damaged.txt'), file());
    fs.writeFileSync(path.join(folder, 'gbk.txt'), iconv.encode(fs.readFileSync(path.join(samples, 'meeting.txt'), 'utf8'), 'gb18030'));
    fs.writeFileSync(path.join(folder, 'unclear.txt'), fs.readFileSync(path.join(samples, 'meeting.txt'), 'utf8').replace('会议指出', '\u00a0\u00a0\u00a0\u00a0会议审议了有关工\uFFFD，会议指出'));
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
    const actions = await window.quickFixes(/Repair all readings in brackets/);
    await actions.filter({ hasText: /Repair the whole text/ }).first().waitFor();
    await picture(window, 'quick-fix');
    await window.page.keyboard.press('Escape');
  });

  test('is shown repaired beside itself, in simplified characters', async () => {
    await window.command('Report Lens: Show Repaired Text');
    await window.quickRows.filter({ hasText: 'Simplified' }).first().click();
    await expect.poll(() => window.page.locator('.editor-instance').last().innerText(), SLOW).toContain('潜心研发');
    await picture(window, 'repaired-beside');
    await window.command('View: Close Editor');
  });

  test('is shown in traditional characters with full-width marks', async () => {
    await window.command('Report Lens: Show Repaired Text');
    await window.quickRows.filter({ hasText: 'Traditional' }).first().click();
    await expect.poll(() => window.page.locator('.editor-instance').last().innerText(), SLOW).toMatch(/潛心研發[^]*，/u);
    await picture(window, 'repaired-traditional');
    await window.command('View: Close Editor');
  });

  test('is compared with its repaired text in the diff editor', async () => {
    await window.command('Report Lens: Compare with Repaired Text');
    await window.page.locator('.monaco-diff-editor .modified .view-line', { hasText: '潛心研發' }).first().waitFor();
    await picture(window, 'compare');
    await window.command('View: Close Editor');
  });

  test('is repaired in one step after a preview, and one undo takes it back', async () => {
    await window.command('Report Lens: Repair Text');
    await window.page.locator('.monaco-diff-editor .modified .view-line', { hasText: '潛心研發' }).first().waitFor();
    await window.page.locator('.monaco-diff-editor .char-delete, .monaco-diff-editor .line-delete').first().waitFor();
    await window.command('Notifications: Show Notifications');
    const agree = window.page.locator('.notifications-center .monaco-button', { hasText: /^Repair$/ }).first();
    await agree.waitFor();
    await picture(window, 'repair-preview');
    await agree.click();
    const dirty = window.page.locator('.tab.active.dirty', { hasText: 'damaged.txt' });
    await dirty.waitFor();
    await window.command('File: Save');
    await expect.poll(() => fs.readFileSync(file(), 'utf8'), SLOW).not.toMatch(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/u);
    await window.page.locator('.editor-instance .view-line').first().click();
    await window.page.keyboard.press('Control+Z');
    await window.command('File: Save');
    await expect.poll(() => fs.readFileSync(file(), 'utf8'), SLOW).toBe(fs.readFileSync(path.join(samples, 'inspection-damaged.txt'), 'utf8'));
  });

  test('offers what is uncertain with its candidates, at its own place', async () => {
    await window.openFile('unclear.txt');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
    await window.command('Problems: Focus on Problems View');
    const rows = window.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: /A character is lost; one of: .*作/ }).first().waitFor();
    await rows.filter({ hasText: /odd spaces/ }).first().waitFor();
    await picture(window, 'problems-unclear');
    await window.command('View: Hide Panel');
    const text = await window.hover('\uFFFD', /one of/);
    expect(text).toContain('作');
    await picture(window, 'hover-unclear');
    await window.restPointer();
    await window.page.keyboard.press('Escape');
    const { x, y } = await window.wordAt('\uFFFD');
    await window.page.mouse.click(x, y);
    await window.quickFixes(/Repair to “作”/);
    await picture(window, 'quick-fix-unclear');
    await window.page.keyboard.press('Escape');
  });

  test('in another encoding is noticed, and reopened rightly with one click', async () => {
    await window.openFile('gbk.txt');
    await expect.poll(() => window.notifications(), { timeout: 20_000 }).toContainEqual(expect.stringContaining('seems to be in GB 18030'));
    await window.command('Notifications: Show Notifications');
    await picture(window, 'encoding');
    await window.page.locator('.notifications-center .monaco-button', { hasText: 'Reopen as GB 18030' }).first().click();
    await expect.poll(() => window.page.locator('.editor-instance').first().innerText(), SLOW).toContain('沈望川');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
  });
});

describe('a report in UTF-8 that is opened as GB 18030', () => {
  let window: Workbench, folder: string;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-reverse-'));
    fs.copyFileSync(path.join(samples, 'meeting.txt'), path.join(folder, 'utf8.txt'));
    window = await Workbench.open({ folder, settings: { 'files.encoding': 'gb18030', 'files.autoSave': 'off' } });
  });
  afterAll(async () => {
    await window.close();
    fs.rmSync(folder, { recursive: true });
  });

  test('is noticed, and reopened rightly with one click', async () => {
    await window.openFile('utf8.txt');
    await expect.poll(() => window.notifications(), { timeout: 20_000 }).toContainEqual(expect.stringContaining('seems to be in UTF-8'));
    await window.command('Notifications: Show Notifications');
    await picture(window, 'encoding-reverse');
    await window.page.locator('.notifications-center .monaco-button', { hasText: 'Reopen as UTF-8' }).first().click();
    await expect.poll(() => window.page.locator('.editor-instance').first().innerText(), SLOW).toContain('会议');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
  });
});
