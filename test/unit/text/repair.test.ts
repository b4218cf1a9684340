import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damage, truthOf } from '../../../scripts/damage.mjs';
import type { Defect } from '../../../src/engine/analysis';
import { readWritten } from './written';
import { fold } from '../../../src/engine/text/fold';

const codesOf = (given: string): string[] => readWritten(given).defects.map((d) => d.code);
const page = readFileSync('samples/inspection-damaged.txt', 'utf8').replace(/^\uFEFF/u, '');

describe('debris', () => {
  it.each<[name: string, given: string, repaired: string, codes: string[]]>([
    ['soft hyphens', '会议强\u00ad调', '会议强调', ['invisible.removed']],
    ['zero-width characters in a row', '会议\u200b\u200d\u2060强调', '会议强调', ['invisible.removed']],
    ['directional marks', '\u202a会议\u202c', '会议', ['invisible.removed', 'invisible.removed']],
    ['a doubled byte-order mark', '\uFEFF\uFEFF会议', '会议', ['invisible.removed']],
    ['a byte-order mark in the middle', '会议\uFEFF强调', '会议强调', ['invisible.removed']],
    ['named entities', '&ldquo;十四五&rdquo;&middot;规划&hellip;', '“十四五”·规划…', ['htmlEntity.resolved', 'htmlEntity.resolved', 'htmlEntity.resolved', 'htmlEntity.resolved']],
    ['numbered entities', '&#20250;&#x8BAE;', '会议', ['htmlEntity.resolved', 'htmlEntity.resolved']],
    ['entities of what nobody sees', '会&shy;议&#8203;强&#xA0;调', '会议强 调', ['htmlEntity.resolved', 'htmlEntity.resolved', 'htmlEntity.resolved']],
    ['entities that were escaped twice', '会议&amp;nbsp;强调', '会议 强调', ['htmlEntity.resolved']],
    ['no-break entities without their semicolon', '&nbsp&nbsp会议', '  会议', ['htmlEntity.resolved', 'htmlEntity.resolved']],
    ['private-use characters, which nobody can tell', '会议\ue123强调', '会议\ue123强调', ['privateUse.unknown']],
    ['lost characters at a border', '会议强调\uFFFD\uFFFD', '会议强调\uFFFD\uFFFD', ['replacementCharacter.lost']],
  ])('%s', (_, given, repaired, codes) => {
    expect(readWritten(given).repaired).toBe(repaired);
    expect(codesOf(given)).toEqual(codes);
  });

  it.each([
    ['a byte-order mark at the start', '\uFEFF会议强调'], ['joiners that a script needs', '👨\u200d👩\u200d👧 क्\u200dष'], ['ampersands', 'R&D；AT&T；A&lt B'],
    ['numbers that are no characters', '&#0;&#xD800;&#99999999;'], ['unknown names', '&foo;'], ['texts about mark-up', '<p>会议&nbsp;强调</p>'],
  ])('is not: %s', (_, given) => expect(codesOf(given)).toEqual([]));
});

describe('spaces', () => {
  it.each<[name: string, given: string, repaired: string]>([
    ['no-break spaces as an indent', '通知\n\u00a0\u00a0\u00a0\u00a0各单位要落实。', '通知\n\u3000\u3000各单位要落实。'],
    ['pairs of ideographic and plain spaces', '\u3000 \u3000 \u3000 \u3000 \u3000 各单位要落实。', '\u3000\u3000各单位要落实。'],
    ['a no-break space between Han characters', '通\u00a0知', '通 知'],
    ['no-break spaces at a line’s end and on an empty line', '要落实。\u00a0\n\u00a0\n完', '要落实。\n\n完'],
    ['a lost paragraph mark', '要落实。\u3000\u00a0\u3000 二要', '要落实。\u3000\u3000二要'],
  ])('%s', (_, given, repaired) => {
    expect(readWritten(given).repaired).toBe(repaired);
    expect(new Set(codesOf(given))).toEqual(new Set(['invisible.spaces']));
  });

  it.each([
    ['the usual indent', '通知\n\u3000\u3000各单位要落实。\u3000\u3000二要督促。'], ['a letter-spaced title', '通\u3000\u3000知'], ['plain spaces', '    各单位 要落实。  完'],
    ['a signature on the right', `${'\u3000'.repeat(16)}某市人民政府`], ['no-break spaces in Latin text', '10\u00a0km, M.\u00a0Dupont'], ['em spaces as an indent', '\u2003\u2003各单位要落实。'],
    ['a far indent', `${'\u00a0'.repeat(40)}某市人民政府`],
  ])('are typography: %s', (_, given) => expect(readWritten(given)).toMatchObject({ repaired: given, defects: [] }));
});

describe('half-read bytes on a page without readings', () => {
  it('are put together again up to the next byte that is in step', () => {
    const given = '他在会上强调?!坝嗪记粤⒆郧浚咴谇傲小薄?', { repaired, defects } = readWritten(given);
    expect(repaired.startsWith('他在会上强调。“余杭区自立自强')).toBe(true);
    expect(new Set(defects.map((d) => d.kind))).toEqual(new Set(['mojibake']));
  });
  it.each(['?', '\uFFFD'])('are repaired where one character alone makes words (%j)', (sign) => {
    const given = `会议强调，要推动经${sign}高质量发展，切实抓好安全生产工作。`, { repaired, defects } = readWritten(given);
    expect(repaired).toBe('会议强调，要推动经济高质量发展，切实抓好安全生产工作。');
    expect(defects).toMatchObject([{ start: 9, end: 10, code: 'lost.completed', repair: '济' }]);
  });
  it('are offered with candidates where several do', () => {
    const given = '会议审议了有关工\uFFFD，要求各单位抓好落实。', { repaired, defects } = readWritten(given);
    expect(repaired).toBe(given);
    expect(defects).toMatchObject([{ code: 'lost.unclear', kind: 'replacementCharacter', candidates: expect.arrayContaining(['作']) as string[] }]);
    expect(defects[0]!.repair).toBeUndefined();
  });
  it.each(['怎么办?我们要迎难而上。', '他去过没有?大家都说去过。', '为谁执政?靠谁执政?怎样执政?', '真的?!太好了', '难道不是吗?是的', '什么是小康?小康就是生活好。', '是发展重要?环境重要?都重要。', '价格?质量?服务?'])('are no question marks: %s', (given) => {
    expect(readWritten(given)).toMatchObject({ repaired: given, defects: [] });
  });
});

describe('what is no damage', () => {
  it.each([
    ['abbreviations', '生产总值(GDP)增长5.2%,氢能(H2)、细颗粒物(PM2.5)和人工智能(AI)。'],
    ['words in brackets', '研发(r)、测试(beta)、上线(go)和(etc)。'],
    ['glosses of rare characters', '饕餮(tāo tiè)纹、耄耋(mào dié)之年、彧(yù)、翀(chōng)。'],
    ['glosses of traditional characters in a dictionary', '學(xué):求知。\n習(xí):温習。\n說(shuō):用話表達。\n讀(dú):看着字念。\n'],
    ['a list of headwords', '國(guó) 會(huì) 經(jīng) 濟(jì) 發(fā) 開(kāi)'],
    ['a primer with a reading at each character', '我(wǒ)們(men)愛(ài)學(xué)習(xí),大(dà)家(jiā)一(yī)起(qǐ)讀(dú)書(shū)。'],
    ['full-width brackets', '區（qū）、學（xué）和會（huì）三字的讀音'],
    ['readings that are not those of the character', '國(hǎo)家、學(mǎ)校和會(tā)議'],
    ['one gloss in a traditional text', '他姓單(shàn),是會計師。'],
  ])('%s', (_, given) => expect(readWritten(given)).toMatchObject({ repaired: given, defects: [] }));
});

describe('a damaged page', () => {
  const found = readWritten(page).defects, texts = ['samples', 'test/fixtures/outline'].flatMap((folder) => readdirSync(folder).filter((f) => f.endsWith('.txt') && !f.includes('damaged')).map((f) => readFileSync(`${folder}/${f}`, 'utf8').replace(/\uFEFF|⟨[^⟩]*⟩/gu, '')));
  /** comparable whatever the script and the width */
  const plain = (text: string): string => fold(text).normalize('NFKC').replace(/[ \t]+/gu, '');

  it('has no candidates where the repair is certain, and several where it is not', () => {
    const certain = new Set(['pinyin.injected', 'mojibake.shifted', 'mojibake.completed']);
    expect(found.filter((d) => certain.has(d.code) === ((d.candidates?.length ?? 0) > 1))).toEqual([]);
    expect(found.every((d) => d.repair !== undefined)).toBe(true);
  });
  it('is repaired to what it was, in its samples and in whatever text is damaged so', () => {
    let wrong = 0, characters = 0;
    for (const clean of texts) {
      const truth = plain(truthOf(clean)), repaired = plain(readWritten(damage(truthOf(clean))).repaired);
      characters += truth.length;
      wrong += differences(truth, repaired);
    }
    expect(wrong / characters).toBeLessThan(0.001);
  });
  it('tells what it cannot know: the likeliest first, and the sign of a lost character where none is likely enough', () => {
    const uncertain = texts.flatMap((clean): readonly Defect[] => readWritten(damage(truthOf(clean))).defects).filter((d) => d.candidates);
    expect(uncertain.length).toBeGreaterThan(0);
    for (const { code, repair, candidates } of uncertain) {
      if (code === 'mojibake.likely') expect(candidates![0]).toBe(repair);
      else expect([code, repair!.replace(/\uFFFD/gu, '')]).toEqual(['mojibake.unclear', '']);
    }
  });
  it('keeps its own corner brackets in labels and names', () => {
    const { shown } = readWritten('「調(diào)研」會(huì)議強(qiáng)調,要抓好落實(shí)。');
    expect(shown).toBe('「调研」会议强调，要抓好落实。');
  });
  it('once repaired has nothing left to repair', () => {
    expect(readWritten(readWritten(page).repaired).defects.filter((d) => d.repair !== undefined)).toEqual([]);
  });
  it('in which bytes were lost twice in a row is read with the words that are known', () => {
    const { repaired } = readWritten(damage(truthOf(`${'我区经济发展质量持续提高，产业结构不断优化。'.repeat(3)}会议指出。“三公”经费管理要从严，我会集中学习。`)));
    expect(fold(repaired)).toContain('会议指出。“三公”经费管理要从严，我会集中学习');
  });
});

/** Characters of two texts between what they begin and end with in common, line by line. */
function differences(a: string, b: string): number {
  const x = a.split('\n'), y = b.split('\n');
  return x.reduce((n, line, i) => n + lineDifferences(line, y[i] ?? ''), 0);
}

function lineDifferences(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  if (a === b) return 0;
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
