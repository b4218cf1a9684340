#!/usr/bin/env node
/**
 * Damages a clean simplified Chinese text the way an aggregator page once did, so that its repair can be shown and tested:
 *
 *     node scripts/damage.mjs CLEAN.txt DAMAGED.txt [TRUTH.txt]
 *
 * The steps, in the order in which such a page was made:
 *   1. ，：；！？（） become half-width;
 *   2. simplified characters become traditional, one for one;
 *   3. the GBK bytes are searched for a fixed set of characters at every offset, also across two neighbours, and each find gets its
 *      reading in brackets: 區 → 區(qū);
 *   4. where 。 and “ meet and no reading stands before them, their middle bytes (A3 A1, a full-width !) become one half-width !, after
 *      which everything is read one byte out of step until an ASCII byte;
 *   5. the bytes are read as GBK again: half a character shows as ?, and takes a bracket after it along; an undefined pair vanishes.
 * TRUTH.txt is the text after step 2. Nothing is left to chance: the same text is always damaged in the same way.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

const HALF_WIDTH = { '，': ',', '：': ':', '；': ';', '！': '!', '？': '?', '（': '(', '）': ')' };

/** Characters with more than one traditional form, which such pages leave alone. */
const KEPT = new Set('后于干里只面云几谷系制岳');

/** The characters that get a reading. Each page has a set of its own; this one is made of common characters of reports. */
const ANNOTATED = '區業產發開進創強實點級學務關經濟國當對會議設動調質領現時問題來個們長轉運網報導標構機聯統線續總營規認識負責貫徹輪軸醫門險隱際難隊靜風驗黨齊數萬與條環節價億優樓獲滿據記錄護築';

const toTraditional = Converter({ from: 'cn', to: 'tw' });

/** Step 1 and 2: what the page said before its bytes were touched. */
export function truthOf(clean) {
  return [...clean].map((c) => HALF_WIDTH[c] ?? (KEPT.has(c) ? c : inGbk(c === '签' ? '簽' : toTraditional(c), c))).join('');
}

/** Steps 3 to 5 on the outcome of `truthOf`. */
export function damage(truth) {
  return readGbk(breakQuotes(annotate(iconv.encode(truth, 'gbk'))));
}

/** The traditional form, unless GBK lacks it or it is not one character. */
function inGbk(traditional, simplified) {
  return [...traditional].length === 1 && iconv.decode(iconv.encode(traditional, 'gbk'), 'gbk') === traditional ? traditional : simplified;
}

/** Step 3. Returns one number per byte; what was inserted counts as bytes too. */
function annotate(bytes) {
  const readings = new Map([...ANNOTATED].map((c) => [iconv.encode(c, 'gbk').readUInt16BE(0), `(${pinyin(c)})`]));
  const out = [];
  for (let i = 0; i < bytes.length; i++) {
    out.push(bytes[i]);
    const reading = i > 0 ? readings.get(bytes.readUInt16BE(i - 1)) : undefined;
    if (reading) out.push(...iconv.encode(reading, 'gbk'));
  }
  return out;
}

/** Step 4: A1 [A3 A1] B0 → A1 [21] B0, unless a reading ends just before. */
function breakQuotes(bytes) {
  const out = [];
  for (let i = 0; i < bytes.length; i++) {
    const meets = bytes[i] === 0xa1 && bytes[i + 1] === 0xa3 && bytes[i + 2] === 0xa1 && bytes[i + 3] === 0xb0;
    if (meets && bytes[i - 1] !== 0x29) { out.push(0xa1, 0x21); i += 2; }
    else out.push(bytes[i]);
  }
  return out;
}

/** Step 5: a forgiving reader of GBK. */
function readGbk(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i], trail = bytes[i + 1] ?? 0;
    if (lead < 0x81) text += String.fromCharCode(lead);
    else if (trail < 0x40) { text += '?'; if (trail === 0x28) i++; }
    else { text += iconv.decode(Buffer.from([lead, trail]), 'gbk').replace(/[\uFFFD\uE000-\uF8FF]/gu, ''); i++; }
  }
  return text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [cleanFile, damagedFile, truthFile] = process.argv.slice(2);
  if (!cleanFile || !damagedFile) { console.error('usage: node scripts/damage.mjs CLEAN.txt DAMAGED.txt [TRUTH.txt]'); process.exit(2); }
  const truth = truthOf(readFileSync(cleanFile, 'utf8').replace(/^\uFEFF/u, ''));
  writeFileSync(damagedFile, damage(truth));
  if (truthFile) writeFileSync(truthFile, truth);
}
