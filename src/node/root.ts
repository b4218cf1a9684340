import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the installed program: the nearest one above this file that holds a `package.json`. From `dist` that is one step up. */
export function programRoot(): string {
  for (let at = __dirname; at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at;
  }
  return dirname(__dirname);
}
