import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/engine/text/fold';

const rows: [name: string, given: string, folded: string][] = [
  ['traditional characters', '調研經濟發展', '调研经济发展'],
  ['zhe', '看著他的著作,顯著提升', '看着他的著作，显著提升'],
  ['a comma beside Han', '7日,他到了;他說:好!', '7日，他到了；他说：好！'],
  ['numbers', '1,000元,比分3:2', '1,000元，比分3:2'],
  ['both brackets of a pair', '(1)加强;(GDP)增长', '（1）加强；（GDP）增长'],
  ['brackets around a wide mark', '(A、B)\n(GDP)', '（A、B）\n(GDP)'],
  ['brackets after Han', '生产总值(GDP), 见第3页(b)', '生产总值（GDP）， 见第3页（b）'],
  ['Latin alone', 'Hello, world (again)!', 'Hello, world (again)!'],
  ['full-width digits and letters', '２０２４年ＧＤＰ増5．2％', '2024年GDP増5.2%'],
  ['spaces', '　一\u00a0二\t三', ' 一 二 三'],
  ['line ends', 'a\r\nb\rc\u2028d', 'a\r\nb\rc\u2028d'],
  ['corner brackets', '「新『花』」', '“新‘花’”'],
  ['a mark beside a quotation mark', '“很好!”他说', '“很好！”他说'],
  ['compatibility characters', '\uf92d自⽂件', '来自文件'],
  ['lone surrogates', '\ud800,\udfff', '\ud800,\udfff'],
];

describe('fold', () => {
  it.each(rows)('%s', (_, given, folded) => { expect(fold(given)).toBe(folded); });

  it('keeps the length of every BMP unit', () => {
    const all = Array.from({ length: 0x10000 }, (_, i) => String.fromCharCode(i)).join('');
    expect(fold(all)).toHaveLength(0x10000);
  });
});
