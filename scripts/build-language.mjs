// Makes src/engine/text/repair/language-data.ts: how often characters follow one another, for choosing among possible repairs.
//
//   node scripts/build-language.mjs SENTENCES.txt…
//
// SENTENCES.txt holds simplified sentences of the genre, one a line (or JSON lines with a `text`); only counts of two and three
// characters seen several times are kept. The word frequencies of nodejieba's dictionary are added. The format is read by
// src/engine/text/repair/language.ts: numbers as little-endian base-128, in base64.
import { readFileSync, writeFileSync } from 'node:fs';

const DICTIONARY = 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8';
/** the dictionary counts some sixty million words, the sentences about a million characters */
const DICTIONARY_WEIGHT = 1 / 60;
const MIN_BIGRAM = 1.5, MIN_TRIGRAM = 3.5, MAX_CHARACTERS = 6000;
const BOUNDARY = '，', OTHER = 'a';

const one = new Map(), two = new Map(), three = new Map();
const add = (map, key, n) => map.set(key, (map.get(key) ?? 0) + n);
const classOf = (c) => (/\p{Script=Han}/u.test(c) && c.length === 1 ? c : /[\p{P}\p{Z}]/u.test(c) ? BOUNDARY : OTHER);

function count(characters, n, sentence) {
  characters.forEach((c, i) => {
    add(one, c, n);
    const b = characters[i - 1] ?? (sentence ? BOUNDARY : undefined), a = characters[i - 2] ?? (sentence ? BOUNDARY : undefined);
    if (b) add(two, b + c, n);
    if (a && b) add(three, a + b + c, n);
  });
}
const sentences = new Set();
for (const file of process.argv.slice(2))
  for (const line of readFileSync(file, 'utf8').split('\n')) if (line) sentences.add(line.startsWith('{') ? JSON.parse(line).text : line.trim());
for (const s of sentences) count([...s].map(classOf), 1, true);
for (const line of readFileSync(DICTIONARY, 'utf8').split('\n')) {
  const [word, n] = line.split(' ');
  if (word && n && !/[^\p{Script=Han}]/u.test(word) && word.length === [...word].length) count([...word], Number(n) * DICTIONARY_WEIGHT, false);
}

const characters = [...one].sort((a, b) => b[1] - a[1]).slice(0, MAX_CHARACTERS).map(([c]) => c);
const idOf = new Map(characters.map((c, i) => [c, i]));
/** sixteen steps from 1 to 2^11 */
const level = (n) => Math.max(0, Math.min(15, Math.round(Math.log2(n) * (15 / 11))));
const bytes = [];
const put = (n) => { while (n > 127) { bytes.push((n & 127) | 128); n = Math.floor(n / 128); } bytes.push(n); };
function table(map, min) {
  const groups = new Map();
  for (const [key, n] of map) {
    if (n < min) continue;
    const ids = [...key].map((c) => idOf.get(c));
    if (ids.includes(undefined)) continue;
    const last = ids.pop(), head = ids.reduce((a, id) => a * 8192 + id, 0);
    if (!groups.has(head)) groups.set(head, []);
    groups.get(head).push([last, level(n)]);
  }
  put(groups.size);
  let before = 0;
  for (const [head, rows] of [...groups].sort((a, b) => a[0] - b[0])) {
    put(head - before); before = head;
    put(rows.length);
    let last = 0;
    for (const [id, l] of rows.sort((a, b) => a[0] - b[0])) { put((id - last) * 16 + l); last = id; }
  }
  return [...groups.values()].reduce((a, g) => a + g.length, 0);
}
for (const c of characters) put(Math.max(0, Math.round(4 * Math.log2(one.get(c)))));
const sizes = [table(two, MIN_BIGRAM), table(three, MIN_TRIGRAM)];
const out = 'src/engine/text/repair/language-data.ts';
writeFileSync(out, `// Made by scripts/build-language.mjs; see data/README.md.\nexport const CHARACTERS = '${characters.join('')}';\nexport const COUNTS = '${Buffer.from(bytes).toString('base64')}';\n`);
console.log(`${out}: ${characters.length} characters, ${sizes[0]} pairs, ${sizes[1]} triples, ${Math.round(bytes.length / 1024)} KB`);
