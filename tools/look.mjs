// Takes pictures of a text in a real window: npm run look -- FILE [OUT_FOLDER] [--locale zh-cn] [--theme "Dark Modern"] [--hover WORD] [--command TITLE]
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Workbench } from './workbench.mjs';

const { values, positionals: [file = 'samples/inspection.txt', out = 'test-results/look'] } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string' }, theme: { type: 'string' }, hover: { type: 'string' }, command: { type: 'string' } },
});
const window = await Workbench.open({
  folder: path.dirname(path.resolve(file)),
  ...(values.locale && { locale: values.locale }), ...(values.theme && { settings: { 'workbench.colorTheme': values.theme } }),
});
try {
  const shoot = async (name) => {
    const picture = path.resolve(out, `${name}.png`);
    await window.screenshot(picture);
    console.log(picture);
  };
  await window.openFile(path.basename(file));
  await window.page.locator('.activitybar .action-label[aria-label^="Report Lens"], .activitybar .action-label[aria-label^="报告"]').first().click({ timeout: 5000 })
    .catch(() => console.error('no Report Lens icon in the activity bar'));
  await window.page.waitForTimeout(6000);
  await shoot('window');
  if (values.hover) {
    await window.hover(values.hover, /./);
    await window.page.waitForTimeout(300);
    await shoot('hover');
  }
  if (values.command) {
    await window.command(values.command);
    await window.page.waitForTimeout(1500);
    await shoot('command');
  }
} finally {
  await window.close();
}
