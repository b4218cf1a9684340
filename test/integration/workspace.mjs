// The folder the integration tests open: the samples, and texts that break programs.
import fs from 'node:fs';
import path from 'node:path';

const samples = path.resolve(import.meta.dirname, '../../samples');

/** Writes the folder and returns it. */
export function makeWorkspace(folder) {
  fs.mkdirSync(folder, { recursive: true });
  fs.cpSync(samples, folder, { recursive: true });
  const inspection = fs.readFileSync(path.join(samples, 'inspection.txt'), 'utf8');
  const write = (name, content) => fs.writeFileSync(path.join(folder, name), content);
  write('crlf.txt', inspection.replaceAll('\n', '\r\n'));
  write('bom.txt', `\uFEFF${inspection}`);
  write('empty.txt', '');
  write('shopping.txt', '牛奶两盒\n鸡蛋一打\n给小李打电话,问周末的安排\n');
  write('log.txt', Array.from({ length: 200 }, (_, i) => `2026-03-0${1 + i % 9} 12:00:00 INFO worker ${i} finished in ${i * 3} ms`).join('\n'));
  write('five-megabytes.txt', inspection.repeat(Math.ceil(5 * 1024 * 1024 / Buffer.byteLength(inspection))));
  const line = inspection.replaceAll('\n', '');
  write('long-line.txt', line.repeat(Math.ceil(300_000 / line.length)).slice(0, 300_000));
  write('binary.txt', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 151 + 13) % 256)));
  return folder;
}
