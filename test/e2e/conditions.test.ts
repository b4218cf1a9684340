import { afterEach, describe, expect, test } from 'vitest';
import { Workbench } from '../../tools/workbench.mjs';
import { picture, samples } from './pictures';

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
});
