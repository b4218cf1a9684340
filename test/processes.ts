import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';

/** Process ids of the language servers below the process `root`. */
export function languageServers(root: number | undefined): number[] {
  const table = processes();
  const below = new Set([root]);
  for (let size = 0; size < below.size;) {
    size = below.size;
    for (const { pid, parent } of table) if (below.has(parent)) below.add(pid);
  }
  return table.filter(({ pid, command }) => below.has(pid) && /dist[\\/]server\.js/.test(command)).map(({ pid }) => pid);
}

interface Process { pid: number; parent: number; command: string }

function processes(): Process[] {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n').flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
  }
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const parent = /^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      return [{ pid: Number(name), parent: Number(parent), command: fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch {
      return []; // gone in the meantime
    }
  });
}
