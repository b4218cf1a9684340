// Makes src/engine/text/repair/language-data.ts: how often characters follow one another and which words there are, for choosing among
// possible repairs.
//
//   node scripts/build-language.mjs SENTENCES.txt…
//
// SENTENCES.txt holds simplified sentences of the genre, one a line (or JSON lines with a `text`); only counts of two and three
// characters seen several times are kept, which give no sentence back. The word frequencies of nodejieba's dictionary are added, and the
// words that are too rare for the counts, as a set of hashes. data/README.md says what the file in the repository was made of. The format
// is read by src/engine/text/repair/language.ts: numbers as little-endian base-128, in base64.
import { readFileSync, writeFileSync } from 'node:fs';

const DICTIONARY = 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8';
/** the dictionary counts some sixty million words, the sentences about a million characters */
const DICTIONARY_WEIGHT = 1 / 60;
const MIN_BIGRAM = 1.5, MIN_TRIGRAM = 2.5, MAX_CHARACTERS = 6000;
/** rarer words of the dictionary are mostly mistakes of its own segmentation */
const MIN_WORD = 5, LONGEST_WORD = 4;
/** bits of a hash beyond log2 of the number of words: one in 2^9 strings that are no word is taken for one */
const WORD_BITS = 13;
/** marks that are told apart, each with the forms that are the same mark; `readMarks` of language.ts has the same */
const MARKS = ['。', '、', '，,', '：:', '；;', '！!', '？?', '“「', '”」', '‘『', '’』', '《〈', '》〉', '（(', '）)', '%％', '—―', '…', '〔[', '〕]'];
const MARK = new Map(MARKS.flatMap((m) => [...m].map((c) => [c, m[0]])));
/** share of sentence ends that a closing quotation mark follows */
const CLOSED = 0.04;
const SENTENCE_END = '。', DIGIT = '0', LETTER = 'a', OTHER = '·';

const one = new Map(), two = new Map(), three = new Map();
const add = (map, key, n) => map.set(key, (map.get(key) ?? 0) + n);
const isHan = (c) => /\p{Script=Han}/u.test(c) && c.length === 1;
const classOf = (c) => (isHan(c) ? c : MARK.get(c) ?? (/[0-9０-９]/.test(c) ? DIGIT : /[a-zA-Zａ-ｚＡ-Ｚ]/.test(c) ? LETTER : OTHER));

function count(characters, n, context) {
  characters.forEach((c, i) => {
    add(one, c, n);
    const b = characters[i - 1] ?? context, a = characters[i - 2] ?? context;
    if (b) add(two, b + c, n);
    if (a && b) add(three, a + b + c, n);
  });
}
const sentences = new Set();
for (const file of process.argv.slice(2))
  for (const line of readFileSync(file, 'utf8').split('\n')) if (line) sentences.add(line.startsWith('{') ? JSON.parse(line).text : line.trim());
for (const s of sentences) count([...s].map(classOf), 1, SENTENCE_END);
// the sentences were cut apart: what closes a quotation after a sentence end is added as often as in whole texts
add(two, '。”', CLOSED * sentences.size); add(one, '”', CLOSED * sentences.size);
const words = readFileSync(DICTIONARY, 'utf8').split('\n').map((line) => line.split(' ')).filter(([word, n]) => word && n && [...word].every(isHan));
for (const [word, n] of words) count([...word], Number(n) * DICTIONARY_WEIGHT, undefined);

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

/** FNV-1a over UTF-16 units, as in language.ts */
const hash = (word) => { let h = 0x811c9dc5; for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193); return (h ^ (h >>> 15)) >>> 0; };
/** A set of hashes: sorted, as differences in Golomb-Rice code (high part in unary, low part in bits). */
function wordSet() {
  const rare = words.filter(([w, n]) => Number(n) >= MIN_WORD && w.length >= 2 && w.length <= LONGEST_WORD && [...w].every((c) => idOf.has(c)) &&
    !((w.length === 2 && two.get(w) >= MIN_BIGRAM) || (w.length === 3 && three.get(w) >= MIN_TRIGRAM) ||
      (w.length === 4 && three.get(w.slice(0, 3)) >= MIN_TRIGRAM && three.get(w.slice(1)) >= MIN_TRIGRAM)));
  const range = 2 ** (Math.ceil(Math.log2(rare.length)) + WORD_BITS), hashes = [...new Set(rare.map(([w]) => hash(w) % range))].sort((a, b) => a - b);
  put(hashes.length); put(range);
  const bits = [];
  let before = 0;
  for (const h of hashes) {
    const difference = h - before; before = h;
    for (let n = Math.floor(difference / 2 ** WORD_BITS); n > 0; n--) bits.push(1);
    bits.push(0);
    for (let k = WORD_BITS - 1; k >= 0; k--) bits.push((difference >> k) & 1);
  }
  for (let i = 0; i < bits.length; i += 8) bytes.push(bits.slice(i, i + 8).reduce((b, bit, k) => b | (bit << (7 - k)), 0));
  return hashes.length;
}
const rareWords = wordSet();
const out = 'src/engine/text/repair/language-data.ts';
writeFileSync(out, `// Made by scripts/build-language.mjs; see data/README.md.\nexport const CHARACTERS = '${characters.join('')}';\nexport const COUNTS = '${Buffer.from(bytes).toString('base64')}';\n`);
console.log(`${out}: ${characters.length} characters, ${sizes[0]} pairs, ${sizes[1]} triples, ${rareWords} rare words, ${Math.round(bytes.length / 1024)} KB`);
