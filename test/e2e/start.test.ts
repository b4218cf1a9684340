import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { openBrowser } from '../../tools/vscode-web.mjs';

const root = path.resolve(import.meta.dirname, '../..');

test('npm start prints the outline and an address that shows the report', { timeout: 180_000 }, async () => {
  const started = spawn(process.execPath, [path.join(root, 'scripts/start.mjs'), '--server', 'samples/notice.txt'], { cwd: root, env: { ...process.env, INIT_CWD: root, LANG: 'C.UTF-8' } });
  let output = '';
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /^ +(http:\/\/127\.0\.0\.1:\S+)\s/m.exec(output);
      if (found?.[1]) resolve(found[1]);
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.on('exit', (code) => { reject(new Error(`npm start ended with code ${code ?? 'none'}:\n${output}`)); });
  });
  const url = await address;
  const browser = await openBrowser();
  try {
    expect(output).toContain('规范登记备案');
    const strangers = await fetch(new URL(url).origin);
    expect(strangers.status, 'without the token nobody gets in').toBe(403);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(url);
    await page.locator('.tab.active', { hasText: 'notice.txt' }).waitFor({ timeout: 60_000 });
    await page.locator('.activitybar .action-label[aria-label^="Report Lens"]').click();
    await page.locator('.part.sidebar .monaco-list-row', { hasText: '规范登记备案' }).first().waitFor({ timeout: 30_000 });
    await page.screenshot({ path: path.join(root, 'test-results/start.png') });
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => { started.removeAllListeners('exit').on('exit', resolve); });
    started.kill('SIGINT');
    expect(await ended).toBe(0);
  }
});
