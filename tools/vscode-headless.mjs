#!/usr/bin/env node
// Stands in for the desktop executable of VS Code (vscodeExecutablePath of @vscode/test-electron): same arguments, no window.
// Exit codes: that of the test run; 124 no result in VSCODE_HEADLESS_TIMEOUT seconds; 70 server gone; 71 page crashed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, node24, serverArgs, serverEnv } from './vscode-web.mjs';

/** Desktop arguments → options of `launch`, and the server's own command line (`cli`). */
function parse(argv) {
  const options = { dev: [], payload: [] }, open = [], cli = [];
  for (let i = 0; i < argv.length; i++) {
    if (!argv[i].startsWith('--')) { open.push(path.resolve(argv[i])); continue; }
    const [key, inline] = argv[i].slice(2).split(/=(.*)/s);
    const value = () => inline ?? argv[++i];
    switch (key) {
      case 'extensionDevelopmentPath': options.dev.push(value()); break;
      case 'extensionTestsPath': options.tests = value(); break;
      case 'user-data-dir': options.dataDir = path.resolve(value(), 'server'); break;
      case 'extensions-dir': options.extensionsDir = path.resolve(value()); break;
      case 'locale': options.locale = value(); break;
      case 'folder-uri': open.push(fileURLToPath(value())); break;
      case 'disable-extensions': options.payload.push(['disableExtensions', 'true']); break;
      case 'install-extension': case 'uninstall-extension': case 'locate-extension': cli.push(`--${key}`, value()); break;
      case 'list-extensions': case 'show-versions': case 'force': case 'version': cli.push(`--${key}`); break;
      default: // --no-sandbox, --disable-updates and the like mean something to Electron only
    }
  }
  if (!options.dataDir) {
    fs.mkdirSync('.vscode-test', { recursive: true });
    options.dataDir = fs.mkdtempSync(path.resolve('.vscode-test/run-'));
  }
  return { options: { ...options, folder: open[0] }, cli };
}

const { options, cli } = parse(process.argv.slice(2));
if (cli.length) process.exit(spawnSync(node24, [...serverArgs(options), ...cli], { stdio: 'inherit', env: serverEnv }).status ?? 1);

let vscode, ended = false;
async function end(code, why) {
  if (ended) return;
  ended = true;
  if (why) console.error(why);
  await vscode?.close();
  process.exit(code);
}
process.on('SIGINT', () => end(130));
process.on('SIGTERM', () => end(143));
const limit = Number(process.env.VSCODE_HEADLESS_TIMEOUT || 300);
setTimeout(async () => {
  await vscode?.page.screenshot({ path: path.join(options.dataDir, 'timeout.png') }).catch(() => {});
  await end(124, `no test result within ${limit} s, see ${options.dataDir}`);
}, limit * 1000).unref();

try {
  vscode = await launch({
    ...options,
    onLog: (type, texts) => (type === 'error' || type === 'warn' ? console.error : console.log)(...texts),
    onExit: (code, host) => end(code, host.code && host.signal !== 'null' ? `extension host ended with signal ${host.signal}` : undefined),
    onServerGone: (code) => end(70, `VS Code server ended with code ${code}, see ${options.dataDir}/server.log`),
  });
  vscode.page.on('crash', () => end(71, 'the workbench page crashed'));
} catch (error) {
  await end(70, error.stack);
}
