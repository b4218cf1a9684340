// Starts the VS Code server (tools/vscode-server) and, where asked, opens its workbench in headless Chromium.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const serverPackage = path.join(here, 'vscode-server');
export const serverMain = path.join(serverPackage, 'node_modules/code-server/lib/vscode/out/server-main.js');

/** The server needs Node 24: npm scripts have it first on PATH, a bare `node` may be older. */
export const node24 = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : path.resolve(here, '../node_modules/.bin/node');

/** Without a marketplace address the workbench asks for none. */
export const serverEnv = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
delete serverEnv.NODE_OPTIONS;

/** What VS Code itself says on every start and no test cares about. */
const NOISE = new RegExp(`^(${[
  'Resolv(ing|ed) connection token', 'Creating a socket', 'Updating additional builtin', 'Ignoring fetching additional', 'No search provider registered',
  'Timed out waiting for authentication provider', 'Aborted onWillSave', 'No extension gallery service', 'Canceled: Canceled',
  '\\[(reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate|ChatModelSelection|DefaultAccount|chat-stt)',
].join('|')})`);

/** Path of the first of `names` found on PATH. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

/** The Chromium to drive: CHROMIUM, or the one installed. */
export const findChromium = () => process.env.CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome');

const readJson = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {});
const writeJson = (file, value) => fs.writeFileSync(file, JSON.stringify(value, null, 2));

/** Arguments of node for the server; writes its settings and, for `locale`, a language pack without a word in it: that makes VS Code hand out the extension's own translations. */
export function serverArgs({ dataDir, extensionsDir, settings = {}, locale }) {
  const data = path.join(dataDir, 'data');
  fs.mkdirSync(path.join(data, 'User'), { recursive: true });
  if (extensionsDir) fs.mkdirSync(extensionsDir, { recursive: true });
  // This build keeps user settings beside the server; <user-data-dir>/User/settings.json, where desktop VS Code has them, wins.
  writeJson(path.join(data, 'User/settings.json'), {
    ...readJson(path.join(here, 'vscode-settings.json')), ...readJson(path.join(dataDir, '../User/settings.json')), ...settings,
  });
  if (locale) {
    const translations = path.join(data, 'empty.i18n.json');
    writeJson(translations, { '': [], version: '1.0.0', contents: {} });
    writeJson(path.join(data, 'languagepacks.json'), {
      [locale]: { hash: 'test', label: locale, extensions: [{ extensionIdentifier: { id: 'test.languagepack' }, version: '0.0.1' }], translations: { vscode: translations } },
    });
  }
  return [
    serverMain, '--accept-server-license-terms', '--server-data-dir', dataDir, '--builtin-extensions-dir', path.join(serverPackage, 'builtin'),
    ...(locale ? ['--locale', locale] : []), ...(extensionsDir ? ['--extensions-dir', extensionsDir] : []),
  ];
}

/**
 * Starts the server on 127.0.0.1.
 * `driver` allows development and test extensions (and silences notification toasts); without it only installed ones run.
 * With a `token` only who knows it gets in.
 * @returns port, process id, `hostExited` (a promise of the extension host's exit code and signal) and `stop`
 */
export async function startServer({ env = {}, driver = true, port = 0, token, onServerGone, ...options }) {
  const args = serverArgs(options);
  const logFile = path.join(options.dataDir, 'server.log');
  const log = fs.createWriteStream(logFile);
  const server = spawn(node24, [
    ...args, '--host', '127.0.0.1', '--port', String(port), ...(token ? ['--connection-token', token] : ['--without-connection-token']), ...(driver ? ['--enable-smoke-test-driver'] : []),
    '--disable-workspace-trust', '--disable-telemetry', '--telemetry-level', 'off', '--disable-experiments',
  ], { env: { ...serverEnv, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }); // its own process group: all it starts dies with it

  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    const gone = new Promise((resolve) => server.on('exit', resolve));
    signalGroup(server.pid, 'SIGTERM');
    await Promise.race([gone, sleep(1500)]);
    signalGroup(server.pid, 'SIGKILL');
  };
  let hostExit;
  const hostExited = new Promise((resolve) => { hostExit = resolve; });
  const listening = await new Promise((resolve, reject) => {
    let tail = '';
    server.stdout.on('data', (chunk) => {
      log.write(chunk);
      tail = (tail + chunk).slice(-8192);
      const started = /Extension host agent listening on (\d+)/.exec(tail);
      if (started) resolve(Number(started[1]));
      const ended = /> Extension Host Process exited with code: (\S+), signal: (\S+)\./.exec(tail);
      if (ended) hostExit({ code: ended[1] === '0' ? 0 : Number(ended[1]) || 1, signal: ended[2] });
    });
    server.stderr.on('data', (chunk) => log.write(chunk));
    server.on('exit', (code) => {
      if (stopped) return;
      reject(new Error(`VS Code server ended with code ${code}, see ${logFile}`));
      onServerGone?.(code);
    });
  });
  return { port: listening, pid: server.pid, hostExited, stop, log };
}

const sleep = (ms, value) => new Promise((resolve) => { setTimeout(resolve, ms, value); });

function signalGroup(pid, signal) {
  try { process.kill(-pid, signal); } catch { /* already gone */ }
}

/** Address of the workbench with a folder (or workspace file) and a payload of `[key, value]` pairs, as VS Code's web client reads them. */
export function workbenchUrl(port, folder, payload = [], token = undefined) {
  const query = new URLSearchParams({ payload: JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]) });
  if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(folder));
  else query.set('ew', 'true');
  if (token) query.set('tkn', token);
  return `http://127.0.0.1:${port}/?${query}`; // 127.0.0.1 is a secure context, which webviews need
}

/** A file of the server's machine as the workbench names it. */
export const remoteUri = (port, file) => `vscode-remote://127.0.0.1:${port}${encodeURI(path.resolve(file))}`;

/** Headless Chromium for pages of this machine. */
export const openBrowser = () => chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/**
 * The server and its workbench in a headless browser.
 * `dev` lists development extensions, `tests` names a test runner for the extension host; `onExit` gets its exit code.
 * @returns playwright's page and browser, and `close`
 */
export async function launch({ folder, dev = [], tests, payload = [], viewport = { width: 1400, height: 900 }, onLog, onExit, ...options }) {
  const server = await startServer(options);
  let browser;
  const close = async () => {
    await Promise.race([browser?.close().catch(() => {}), sleep(3000)]);
    await server.stop();
  };
  try {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport });
    await page.exposeFunction('codeAutomationLog', (type, values) => {
      const texts = (values ?? []).map((v) => (typeof v === 'object' ? JSON.stringify(v) : v));
      server.log.write(`[workbench ${type}] ${texts.join(' ')}\n`);
      if (!NOISE.test(String(texts[0]))) onLog?.(type, texts);
    });
    await page.exposeFunction('codeAutomationExit', async (code) => {
      // The workbench reports 0 when the extension host crashed (a native module can do that): ask the server as well.
      const host = await Promise.race([server.hostExited, sleep(5000, { code: 72, signal: 'none seen' })]);
      onExit?.(code || host.code, host);
    });
    await page.goto(workbenchUrl(server.port, folder, [
      ...payload,
      ...dev.map((d) => ['extensionDevelopmentPath', remoteUri(server.port, d)]),
      ...(tests ? [['extensionTestsPath', remoteUri(server.port, tests)]] : []),
    ]));
    return { page, browser, close, port: server.port, pid: server.pid, dataDir: options.dataDir };
  } catch (error) {
    await close();
    throw error;
  }
}
