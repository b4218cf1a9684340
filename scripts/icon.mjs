// Draws media/icon.png from media/icon.svg with the Chromium that the tests use. Run it after the drawing was changed.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const size = 256;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: size, height: size } });
await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync('media/icon.svg', 'utf8')}`);
await page.screenshot({ path: 'media/icon.png', omitBackground: true });
await browser.close();
