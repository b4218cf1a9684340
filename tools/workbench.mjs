// A VS Code window for tests and screenshots: what a person does in it, as methods.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch } from './vscode-web.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** How often keys are pressed for something that should open, and how many milliseconds it has each time. */
const PRESSES = { times: 3, ms: 5000 };

/**
 * @typedef {object} WindowOptions
 * @property {string} folder folder (or workspace file) to open
 * @property {string} [locale] language of the extension's texts, e.g. `zh-cn`
 * @property {Record<string, unknown>} [settings] user settings
 * @property {Record<string, string>} [env] environment of the extension host
 * @property {string} [tests] a test runner for the extension host
 * @property {{ width: number, height: number }} [viewport]
 */

/** Runs of text in the editor come in pieces; this finds `word` in one of them and returns the middle of its box. */
/* global document, NodeFilter */
const boxOfWord = ({ word, nth }) => {
  const lines = document.querySelectorAll('.monaco-editor .view-line');
  for (const line of [...lines].sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes = [];
    for (let n = walker.nextNode(); n; n = walker.nextNode()) nodes.push(n);
    const text = nodes.map((n) => n.data).join('');
    const at = (offset) => {
      for (const node of nodes) { if (offset < node.length) return [node, offset]; offset -= node.length; }
      return [nodes.at(-1), nodes.at(-1).length];
    };
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      if (nth-- > 0) continue;
      const range = document.createRange();
      range.setStart(...at(start));
      const [last, offset] = at(start + word.length - 1);
      range.setEnd(last, offset + 1);
      const box = range.getClientRects()[0];
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }
  return null;
};

export class Workbench {
  /** @param {Awaited<ReturnType<typeof launch>>} vscode */
  constructor(vscode) {
    this.vscode = vscode;
    /** @type {import('playwright-core').Page} */
    this.page = vscode.page;
    this.page.setDefaultTimeout(30_000);
  }

  /**
   * Opens a window with the extension of this working copy and a profile of its own.
   * @param {WindowOptions} options
   */
  static async open({ settings, ...options }) {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'report-lens-window-'));
    const window = new Workbench(await launch({ ...options, dataDir, dev: [root], settings: { 'workbench.reduceMotion': 'on', 'editor.wordWrap': 'on', 'editor.minimap.enabled': false, ...settings } }));
    await window.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor(); // keys pressed earlier are lost
    return window;
  }

  async close() {
    await this.vscode.close();
    fs.rmSync(this.vscode.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** Picks a row of the quick input opened by `key`. Clicks it: Enter right after typing races with the list's filter. */
  async pick(/** @type {string} */ key, /** @type {string} */ text, row = text.replace(/^>/, '')) {
    await this.page.keyboard.press(key);
    await this.choose(text, row);
  }

  /** Types into the open quick input and clicks a row. */
  async choose(/** @type {string} */ text, row = text) {
    await this.page.locator('.quick-input-widget input[type=text]').fill(text);
    await this.quickRows.filter({ hasText: row }).first().click();
  }

  /** Rows of the open quick input. */
  get quickRows() { return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row'); }

  /** Presses keys until something is there: pressed while the window is still busy, they may open too little, or nothing. */
  async pressFor(/** @type {() => Promise<unknown>} */ press, /** @type {import('playwright-core').Locator} */ wanted) {
    for (let left = PRESSES.times; left > 1; left--) {
      await press();
      if (await wanted.waitFor({ timeout: PRESSES.ms }).then(() => true, () => false)) return;
      await this.page.keyboard.press('Escape');
    }
    await press();
    await wanted.waitFor();
  }

  /** Runs a command by its title in the palette, which lists what can be run when it opens. */
  async command(/** @type {string} */ title) {
    const row = this.quickRows.filter({ hasText: title }).first();
    await this.pressFor(async () => {
      await this.page.keyboard.press('F1');
      await this.page.locator('.quick-input-widget input[type=text]').fill(`>${title}`);
    }, row);
    await row.click();
  }

  /** Opens the quick fixes where the cursor is, and waits for one; gives back the rows. */
  async quickFixes(/** @type {RegExp} */ one) {
    const rows = this.page.locator('.action-widget .monaco-list-row');
    await this.pressFor(() => this.page.keyboard.press('Control+Period'), rows.filter({ hasText: one }).first());
    return rows;
  }

  /** Opens a file of the folder and waits for its editor. */
  async openFile(/** @type {string} */ name) {
    await this.pick('Control+P', name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Shows a view container by the name of its icon in the activity bar. */
  async showContainer(/** @type {string} */ title) {
    const icon = this.page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${title}"])`);
    if (!(await icon.getAttribute('class'))?.includes('checked')) await icon.click();
    await this.page.locator('.part.sidebar .composite.title', { hasText: new RegExp(title, 'i') }).waitFor();
    await this.restPointer();
  }

  /** Moves the pointer to where it brings up no hover. */
  async restPointer() {
    const { width, height } = this.page.viewportSize() ?? { width: 1400, height: 900 };
    await this.page.mouse.move(width / 2, height - 60);
  }

  /** Drags the border of the side bar until that is `width` pixels wide. */
  async widenSideBar(/** @type {number} */ width) {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('no side bar is shown');
    const right = box.x + box.width, y = box.y + box.height / 2;
    await this.page.mouse.move(right, y);
    await this.page.mouse.down();
    await this.page.mouse.move(right + width - box.width, y, { steps: 5 });
    await this.page.mouse.up();
    await this.restPointer();
  }

  /** Rows of the view whose header starts with `title`. */
  rows(/** @type {string} */ title) {
    return this.page.locator(`.part.sidebar .pane:has(.pane-header[aria-label^="${title}"]) .monaco-list-row`);
  }

  /**
   * Middle of a word in the editor, in pixels. `nth` counts from 0 in reading order.
   * @returns {Promise<{ x: number, y: number }>}
   */
  async wordAt(/** @type {string} */ word, nth = 0) {
    const box = /** @type {{ x: number, y: number } | null} */ (await this.page.evaluate(boxOfWord, { word, nth }));
    if (!box) throw new Error(`「${word}」 is not on the screen`);
    return box;
  }

  /** Rests the pointer on a word, again if nothing comes up, and returns the text of the hover that has `expected` in it. */
  async hover(/** @type {string} */ word, /** @type {string | RegExp} */ expected, nth = 0) {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
    for (let tries = 1; ; tries++) {
      const { x, y } = await this.wordAt(word, nth);
      await this.page.mouse.move(x - 3, y);
      await this.page.mouse.move(x, y, { steps: 3 });
      try {
        await hover.waitFor({ timeout: 6000 });
        await hover.evaluate((element) => Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished))).catch(() => {}); // it fades in
        return await hover.innerText();
      } catch (error) {
        if (tries === 4) throw error;
        await this.restPointer();
      }
    }
  }

  /** The cursor, as the status bar tells it: `Ln 3, Col 12`, or with `(6 selected)`. */
  async cursor() { return (await this.page.locator('.statusbar-item', { hasText: /^Ln \d/ }).innerText()).trim(); }

  /** Texts of the notifications in the notification centre; the test driver shows no toasts. */
  async notifications() {
    await this.command('Notifications: Show Notifications');
    await this.page.locator('.notifications-center').waitFor();
    const texts = await this.page.locator('.notifications-center .notification-list-item-message').allInnerTexts();
    await this.page.keyboard.press('Escape');
    return texts;
  }

  /** Switches the colour theme by its name. */
  async theme(/** @type {string} */ name) {
    await this.command('Preferences: Color Theme');
    await this.choose(name);
    await this.page.waitForTimeout(300);
  }

  /** Writes a picture of the window. */
  async screenshot(/** @type {string} */ file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }
}
