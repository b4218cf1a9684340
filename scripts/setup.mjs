// What tests and `npm start` need beyond node_modules, and how to get it. Each function may be called again at no cost.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const serverPackage = path.join(root, 'tools/vscode-server');

/** @typedef {{ commands: string[], font?: string, packages: string[], usedBy: string }} Need  any one of `commands` on PATH satisfies it */
/** @type {Record<string, Need>} */
export const NEEDS = {
  cxx: { commands: ['g++', 'c++', 'clang++'], packages: ['g++'], usedBy: 'compiling nodejieba' },
  make: { commands: ['make'], packages: ['make'], usedBy: 'compiling nodejieba' },
  python: { commands: ['python3'], packages: ['python3'], usedBy: 'compiling nodejieba' },
  chromium: { commands: [process.env.CHROMIUM ?? 'chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium'], usedBy: 'the integration and end-to-end tests' },
  fonts: { commands: [], font: 'cjk|han|song|hei|yahei|pingfang', packages: ['fonts-noto-cjk', 'fontconfig'], usedBy: 'the pictures of the end-to-end tests' },
  neovim: { commands: ['nvim'], packages: ['neovim'], usedBy: 'the Neovim check' },
};

/** Runs a command with its output shown; true when it ends well. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

/** True where one of `names` (or a path) can be run. */
export function hasCommand(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.some((name) => (path.isAbsolute(name) ? fs.existsSync(name) : folders.some((folder) => fs.existsSync(path.join(folder, name)))));
}

function hasFont(pattern) {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return list.status === 0 && new RegExp(pattern, 'i').test(list.stdout);
}

const isMet = (need) => (need.font ? hasFont(need.font) : hasCommand(...need.commands));

function isDebianRoot() {
  const release = '/etc/os-release';
  return process.getuid?.() === 0 && fs.existsSync(release) && /^ID=debian$/m.test(fs.readFileSync(release, 'utf8'));
}

/**
 * Makes sure of the named needs: as root on Debian through apt, elsewhere by saying what is missing and for what.
 * @param {(keyof typeof NEEDS)[]} names
 * @returns the names that are still missing
 */
export function ensureSystem(names) {
  const missing = () => names.filter((name) => !isMet(NEEDS[name]));
  const before = missing();
  if (before.length > 0 && isDebianRoot()) {
    const packages = before.flatMap((name) => NEEDS[name].packages);
    console.log(`installing ${packages.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-q'], { env });
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  }
  const after = before.length > 0 ? missing() : before;
  for (const name of after) console.error(`missing: ${NEEDS[name].packages.join(', ')} (needed by ${NEEDS[name].usedBy})`);
  return after;
}

/** Compiles nodejieba when its binary is not there; npm runs no install scripts in this project (see .npmrc). */
export function ensureNative() {
  if (fs.existsSync(path.join(root, 'node_modules/nodejieba/build/Release/nodejieba.node'))) return true;
  ensureSystem(['cxx', 'make', 'python']);
  return run(process.execPath, ['scripts/build-native.mjs']);
}

/** Installs the VS Code server of tools/vscode-server when it is missing or its lockfile has changed. */
export function ensureVSCode() {
  const lock = path.join(serverPackage, 'package-lock.json');
  const installed = path.join(serverPackage, 'node_modules/.installed-lock.json');
  const same = fs.existsSync(installed) && fs.readFileSync(installed).equals(fs.readFileSync(lock));
  if (!same) {
    console.log('installing the VS Code server (once, about 250 MB)');
    // npm's own settings for this project must not leak into the other one
    const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_(config_(local_)?prefix|package_|lifecycle_)/.test(key)));
    if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: serverPackage, env, shell: process.platform === 'win32' })) return false;
    fs.copyFileSync(lock, installed);
  }
  return run(process.execPath, [path.join(serverPackage, 'link.mjs')]);
}
