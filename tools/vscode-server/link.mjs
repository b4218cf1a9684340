// After `npm ci`: lets VS Code's files find their modules, and picks the built-in extensions the tests need.
import fs from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const vscode = path.join(here, 'node_modules/code-server/lib/vscode');
const builtin = path.join(here, 'builtin');
const BUILT_IN = [
  'theme-defaults', 'theme-modern-icons', 'json', 'markdown-basics', 'references-view', 'search-result',
  // The workbench knows these by name and would look for browser bundles of them that are not shipped.
  'merge-conflict', 'npm', 'json-language-features', 'extension-editing', 'configuration-editing', 'emmet', 'git-base',
  'github-authentication', 'typescript-language-features',
];

function relink(target, at) {
  fs.rmSync(at, { force: true, recursive: true });
  fs.symlinkSync(target, at);
}

relink('../../..', path.join(vscode, 'node_modules'));
fs.rmSync(builtin, { recursive: true, force: true });
fs.mkdirSync(builtin);
for (const name of BUILT_IN) relink(path.relative(builtin, path.join(vscode, 'extensions', name)), path.join(builtin, name));
