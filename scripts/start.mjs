// npm start [-- FILE_OR_FOLDER] [--server] [--port N] [--locale zh-cn]
// Builds, prints the outline, and opens the text with the extension in a real VS Code: on the desktop where there is a display and
// a VS Code can be had, otherwise in the VS Code server of tools/vscode-server, whose address it prints; Ctrl+C ends that.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNative, ensureVSCode, hasCommand, run } from './setup.mjs';

const root = path.resolve(import.meta.dirname, '..');
const profile = path.join(root, '.vscode-test/start');
const extensions = path.join(profile, 'extensions');

function fail(message) {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { server: { type: 'boolean', default: false }, port: { type: 'string', default: '0' }, locale: { type: 'string' } },
    });
  } catch (error) {
    return fail(`${error.message}\nusage: npm start [-- FILE_OR_FOLDER] [--server] [--port N] [--locale zh-cn]`);
  }
}

/** A text to show in the terminal: the file, or the first text of the folder. */
function textOf(target) {
  if (!fs.statSync(target).isDirectory()) return target;
  const name = fs.readdirSync(target).sort().find((entry) => /\.(txt|report)$/.test(entry));
  return name && path.join(target, name);
}

function printOutline(file) {
  if (!file) return;
  console.log(`\n${path.relative(process.cwd(), file) || file}\n`);
  spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'analyze', file, '--format', 'tree'], { stdio: 'inherit' });
  console.log();
}

/** Desktop VS Code, from PATH or downloaded; undefined where there is no display or none can be had. */
async function findDesktop() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display) return undefined;
  if (hasCommand('code')) return 'code';
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ cachePath: path.join(root, '.vscode-test') });
  } catch (error) {
    console.log(`No desktop VS Code could be had (${error.message}); the VS Code server takes its place.`);
    return undefined;
  }
}

function openDesktop(executable, target, locale) {
  const folder = fs.statSync(target).isDirectory() ? [target] : [path.dirname(target), target];
  spawn(executable, [
    '--new-window', '--wait', '--skip-welcome', `--extensionDevelopmentPath=${root}`, `--user-data-dir=${profile}`, `--extensions-dir=${extensions}`,
    ...(locale ? ['--locale', locale] : []), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...folder,
  ], { stdio: 'inherit' }).on('exit', (code) => { process.exitCode = code ?? 0; });
}

/** Installs this working copy as an extension of the server's own profile, by a link: no package has to be made. */
function linkExtension() {
  const { name, publisher, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = `${publisher}.${name}-${version}`;
  const location = path.join(extensions, folder);
  fs.rmSync(extensions, { recursive: true, force: true });
  fs.mkdirSync(extensions, { recursive: true });
  fs.symlinkSync(root, location, 'junction');
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location: { $mid: 1, path: location, scheme: 'file' }, relativeLocation: folder, metadata: {} };
  fs.writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]));
}

async function openServer(target, port, locale) {
  if (!ensureVSCode()) fail('The VS Code server could not be installed.');
  linkExtension();
  const { startServer, workbenchUrl, remoteUri } = await import('../tools/vscode-web.mjs');
  const token = randomBytes(16).toString('hex'); // other users of this machine must not get in
  const server = await startServer({
    dataDir: path.join(profile, 'server'), extensionsDir: extensions, driver: false, port, token, settings: { 'editor.wordWrap': 'on' },
    ...(locale && { locale }), onServerGone: (code) => fail(`The VS Code server ended with code ${code}.`),
  });
  const isFolder = fs.statSync(target).isDirectory();
  const url = workbenchUrl(server.port, isFolder ? target : path.dirname(target), isFolder ? [] : [['openFile', remoteUri(server.port, target)]], token);
  console.log(`VS Code with Report Lens is running. Open this address in a browser of this machine:\n\n  ${url}\n\nCtrl+C ends it.`);
  const end = async () => {
    await server.stop();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

const { values, positionals } = readArguments();
const target = path.resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? path.join(root, 'samples/inspection.txt'));
if (!fs.existsSync(target)) fail(`there is no ${target}`);
const port = Number(values.port);
const locale = values.locale ?? (/^zh_(CN|SG)/.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh-cn' : undefined);

ensureNative(); // without it another segmenter stands in; the status item says so
if (!run(process.execPath, ['scripts/build.mjs'])) fail('The extension could not be built.');
printOutline(textOf(target));
const desktop = values.server ? undefined : await findDesktop();
if (desktop) openDesktop(desktop, target, locale);
else await openServer(target, port, locale);
