import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑', GIVEN = '望川一苇景澄石磊可欣伯年静姝兰溪远山立言';

/** Reports written for the project, one after the other with other names and numbers each time, until `characters` are reached: no two are alike. */
export function distinctReports(root: string, characters: number): string {
  const texts = ['samples', 'test/fixtures/outline'].flatMap((folder) => readdirSync(path.join(root, folder)).filter((f) => f.endsWith('.txt') && !f.includes('damaged')).sort()
    .map((f) => readFileSync(path.join(root, folder, f), 'utf8').replace(/^\uFEFF/u, '').trim()));
  let state = 1949, length = 0;
  const next = (most: number): number => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return (state >>> 8) % most; };
  const parts: string[] = [];
  for (let i = 0; length < characters; i++) {
    const name = SURNAMES[next(SURNAMES.length)]! + GIVEN[next(GIVEN.length)]! + GIVEN[next(GIVEN.length)]!;
    const text = texts[i % texts.length]!.replace(/沈望川|陈立言/gu, name).replace(/\d{2,4}(?=[个名家人万亿项所座])/gu, () => String(10 + next(9000)));
    parts.push(text);
    length += text.length + 1;
  }
  return parts.join('\n').slice(0, characters);
}
