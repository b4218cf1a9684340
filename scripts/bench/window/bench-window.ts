import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { within } from '../clock';
import type { Measured } from './host-measure';

type Workbench = InstanceType<typeof import('../../../tools/workbench.mjs')['Workbench']>;
/** Answers of the extension host by command. */
interface Answers { activate: Measured; idle: Measured; open: number; 'open-measured': Measured; edit: Measured; 'close-all': null; revert: null; memory: { heap: number; resident: number }; servers: number[] }

const LIMIT_MS = 150_000;

/** A real VS Code window with the extension, and a hand in its extension host. */
export class BenchWindow {
  readonly folder: string;
  readonly #window: Workbench;
  #host: Socket | undefined;
  #answers: AsyncIterator<string> | undefined;

  private constructor(folder: string, window: Workbench) {
    this.folder = folder;
    this.#window = window;
  }

  /** Opens a window on a folder with these files: names and contents. No editor is open, and no view of the extension, so that it is not active yet. */
  static async open(root: string, files: Readonly<Record<string, string>>): Promise<BenchWindow> {
    const { Workbench } = await import(pathToFileURL(path.join(root, 'tools/workbench.mjs')).href) as typeof import('../../../tools/workbench.mjs');
    const folder = mkdtempSync(path.join(tmpdir(), 'report-lens-bench-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    const server = createServer(), joined = new Promise<Socket>((resolve) => { server.once('connection', resolve); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const env = { BENCH_ROOT: root.replaceAll('\\', '/'), BENCH_PORT: String((server.address() as AddressInfo).port) };
    const window = await Workbench.open({ folder, tests: path.join(root, 'out/bench/host.js'), env });
    const bench = new BenchWindow(folder, window);
    process.once('exit', bench.#end);
    try {
      bench.#join(await within(LIMIT_MS, 'the extension host', joined));
      return bench;
    } catch (error) {
      await bench.close();
      throw error;
    } finally {
      server.close();
    }
  }

  /** Lets the extension host do something. */
  async ask<C extends keyof Answers>(command: C, ...args: string[]): Promise<Answers[C]> {
    this.#host?.write(`${JSON.stringify({ command, args })}\n`);
    const { value } = await within(LIMIT_MS, command, this.#answers!.next()) as { value: string }, { result, error } = JSON.parse(value) as { result: Answers[C]; error?: string };
    if (error !== undefined) throw new Error(`${command}: ${error}`);
    return result;
  }

  /** Shows the tree of the outline. */
  async showTree(): Promise<void> {
    await this.#window.showContainer('Report Lens');
  }

  /** Opens a file and tells after how many milliseconds it was seen, its outline, and its first mention underlined. */
  async show(name: string, marks: Marks): Promise<Seen> {
    const seen = this.#window.page.evaluate(whenSeen, { name, ...marks, limit: LIMIT_MS }), from = await this.ask('open', path.join(this.folder, name)), { text, outline, entities } = await seen;
    return { text: text - from, outline: outline - from, entities: entities - from };
  }

  async close(): Promise<void> {
    process.off('exit', this.#end);
    this.#host?.end();
    await this.#window.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #join(host: Socket): void {
    this.#host = host;
    this.#answers = createInterface({ input: host })[Symbol.asyncIterator]();
  }

  /** A benchmark that is ended in the middle leaves no VS Code behind, whose server has a process group of its own. */
  readonly #end = (): void => {
    const { vscode } = this.#window;
    if (vscode.pid !== undefined) process.kill(-vscode.pid, 'SIGKILL');
    for (const folder of [String(vscode.dataDir), this.folder]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** What a text is known by: how it begins, and a row of its outline. */
export interface Marks { start: string; row: string }
/** When the text itself, its outline and its first mention were seen, in milliseconds. */
export interface Seen { text: number; outline: number; entities: number }

/** The names of the page, which are not those of Node. */
interface Page { document: { querySelector: (selector: string) => Element | null; querySelectorAll: (selector: string) => Iterable<Element> }; requestAnimationFrame: (callback: () => void) => void }
interface Element { textContent: string }

/** Runs in the page: looks at every frame; answers with times since 1970. */
function whenSeen({ name, start, row, limit }: Marks & { name: string; limit: number }): Promise<Seen> {
  const { document, requestAnimationFrame } = globalThis as unknown as Page, MENTION = '.monaco-editor .view-overlays [class*="ced-"], .monaco-editor .view-line [class*="ced-"]';
  return new Promise((resolve, reject) => {
    const end = performance.now() + limit, seen: Seen = { text: 0, outline: 0, entities: 0 }, now = (): number => performance.timeOrigin + performance.now();
    const has = (selector: string, text: string): boolean => [...document.querySelectorAll(selector)].some(({ textContent }) => textContent.replaceAll('\u00a0', ' ').includes(text));
    const look = (): void => {
      if (seen.text === 0 && has('.tab.active', name) && has('.monaco-editor .view-line', start)) seen.text = now();
      if (seen.text > 0 && seen.outline === 0 && has('.part.sidebar .pane .monaco-list-row', row)) seen.outline = now();
      if (seen.text > 0 && seen.entities === 0 && document.querySelector(MENTION)) seen.entities = now();
      if (seen.outline > 0 && seen.entities > 0) resolve(seen);
      else if (performance.now() > end) reject(new Error(`${name}: seen are ${JSON.stringify(seen)}`));
      else requestAnimationFrame(look);
    };
    look();
  });
}
