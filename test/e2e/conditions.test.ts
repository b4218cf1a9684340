import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Workbench } from '../../tools/workbench.mjs';
import { picture, samples } from './pictures';
import { languageServers } from '../processes';

describe('under other conditions', () => {
  let window: Workbench;
  afterEach(() => window.close());

  test('in Chinese', async () => {
    window = await Workbench.open({ folder: samples, locale: 'zh-cn' });
    await window.openFile('inspection.txt');
    await window.showContainer('Report Lens');
    await window.rows('大纲').filter({ hasText: '科技创新要再加力' }).first().waitFor();
    await expect.poll(() => window.page.locator('.statusbar-item', { hasText: '报告' }).innerText()).toMatch(/报告 · \d+ ?[条项个]/);
    expect(await window.hover('沈望川', /人物|人名|人员/)).not.toMatch(/mentions|Found by|First:/);
    await picture(window, 'chinese');
  });

  test('without nodejieba everything works, and the status item says so', async () => {
    window = await Workbench.open({ folder: samples, env: { REPORT_LENS_NODEJIEBA: '/nowhere/nodejieba.node' } });
    await window.openFile('inspection.txt');
    await window.showContainer('Report Lens');
    await window.rows('Outline').filter({ hasText: '科技创新要再加力' }).first().waitFor();
    expect(await window.hover('沈望川', /person/)).toContain('沈望川');
    const item = window.page.locator('.statusbar-item', { hasText: '报告' });
    await item.locator('.codicon-warning').waitFor();
    expect(await item.locator('[aria-label*="nodejieba"]').or(item.and(window.page.locator('[aria-label*="nodejieba"]'))).count()).toBeGreaterThan(0);
    await picture(window, 'degraded');
  });

  test('a language server that is killed comes back, and the user is told once', async () => {
    window = await Workbench.open({ folder: samples });
    await window.openFile('inspection.txt');
    await window.showContainer('Report Lens');
    const row = window.rows('Outline').filter({ hasText: '科技创新要再加力' }).first();
    await row.waitFor();
    for (let times = 0; times < 3; times++) { // the second and the third end while they start
      const [pid] = languageServers(window.vscode.pid);
      process.kill(pid!, 'SIGKILL');
      await expect.poll(() => languageServers(window.vscode.pid).filter((other) => other !== pid), { timeout: 20_000, interval: 5 }).toHaveLength(1);
    }
    await row.waitFor();
    expect(await window.hover('沈望川', /person/)).toContain('沈望川');
    await expect.poll(() => window.page.locator('.monaco-editor .view-overlays [class*="ced-"], .monaco-editor .view-line [class*="ced-"]').count()).toBeGreaterThan(10);
    expect(await window.notifications()).toEqual([expect.stringContaining('ended unexpectedly')]);
    await picture(window, 'restarted');
  });

  test('Export Directives… writes a table that Excel opens', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-export-'));
    fs.copyFileSync(path.join(samples, 'inspection.txt'), path.join(folder, 'inspection.txt'));
    window = await Workbench.open({ folder });
    await window.openFile('inspection.txt');
    await window.page.locator('.statusbar-item', { hasText: /报告 · [1-9]/ }).waitFor();
    await window.command('Report Lens: Export Directives');
    await window.choose('CSV');
    await window.page.locator('.quick-input-widget .quick-input-title', { hasText: 'Export Directives' }).waitFor();
    await window.page.locator('.quick-input-widget .quick-input-action .monaco-button, .quick-input-widget .monaco-button', { hasText: 'OK' }).first().click();
    await window.page.locator('.tab.active', { hasText: 'inspection.directives.csv' }).waitFor();
    const ledger = fs.readFileSync(path.join(folder, 'inspection.directives.csv'), 'utf8');
    expect(ledger.startsWith('\uFEFF')).toBe(true);
    expect(ledger).toMatch(/科技创新要再加力.*沈望川/);
    expect(ledger).toContain('inspection.txt:7:');
    fs.rmSync(folder, { recursive: true });
  });
});
