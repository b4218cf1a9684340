import { describe, expect, test } from 'vitest';
import { DirectivesReader } from '../../../src/engine/directives';
import { StructureReader } from '../../../src/engine/structure';
import { readText, type SourceText } from '../../../src/engine/text';
import { TEXTS } from '../texts';

/** What reading a version took: blocks looked at, blocks placed, nodes read. */
interface Effort { readonly roles: number; readonly placed: number; readonly nodes: number }

/** A report that is read again after each edit. */
class Edited {
  readonly #structures = new StructureReader();
  readonly #directives = new DirectivesReader();
  #text: SourceText;

  constructor(given: string) {
    this.#text = readText(given);
    this.#read();
  }

  get given(): string { return this.#text.given.toString(); }

  /** Puts characters at an offset. */
  type(offset: number, characters: string): Effort {
    this.#text = readText(this.given.slice(0, offset) + characters + this.given.slice(offset), this.#text);
    return this.#read();
  }

  #read(): Effort {
    const structure = this.#structures.read(this.#text), { roles, placed } = structure.effort;
    this.#directives.read(this.#text, structure);
    return { roles, placed, nodes: this.#directives.effort };
  }
}

const AFTER: Record<string, { pattern: RegExp; characters: string; at: number }> = {
  'a character in a sentence': { pattern: /[^\n]，/gu, characters: '新', at: 0.5 },
  'a character in a name': { pattern: /[一-鿿]{2}(?=强调，|指出，|要求，)/gu, characters: '新', at: 0.5 },
  'a character in a marker': { pattern: /\n（/gu, characters: '十', at: 0.5 },
  'a new line': { pattern: /。(?=[^\n])/gu, characters: '\n', at: 0.5 },
  'a new point': { pattern: /。\n/gu, characters: '——坚持人民至上、生命至上的工作理念。\n', at: 0.5 },
  'an empty line': { pattern: /\n/gu, characters: '\n', at: 0.5 },
  'a character in the title': { pattern: /^../gu, characters: '新', at: 0 },
  'a character at the end': { pattern: /$/gu, characters: '新', at: 0.999 },
};

function placeOf(text: string, pattern: RegExp, around: number): number {
  pattern.lastIndex = Math.floor(around * text.length);
  const match = pattern.exec(text);
  return match ? match.index + match[0].length : text.length;
}

/** A notice with the same reports so many times: what is near the edit is the same in texts of any length. */
const repeated = (times: number): string => ['关于做好防汛工作的通知', '各县区人民政府：', ...Array.from({ length: times }, () => TEXTS.slice(2, 12).join('\n'))].join('\n').replace(/⟨.*?⟩/gu, '');

describe('what a key costs does not grow with the text', () => {
  const short = new Edited(repeated(3)), long = new Edited(repeated(25));

  test.each(Object.entries(AFTER))('%s', (_, { pattern, characters, at }) => {
    for (let key = 0; key < 3; key++) {
      const [few, many] = [short, long].map((text) => text.type(placeOf(text.given, pattern, at), characters));
      expect(many!.roles).toBeLessThanOrEqual(few!.roles + 10);
      expect(many!.placed).toBeLessThanOrEqual(2 * few!.placed + 20);
      expect(many!.nodes).toBeLessThanOrEqual(2 * few!.nodes + 20);
      expect(many!.placed).toBeLessThan(200);
    }
  });

  test('a character in a name that is heard to say something in a long piece of news', () => {
    const news = (times: number): string => ['市委召开工作会议', ...Array.from({ length: times }, (_, i) => [`市长李${String.fromCharCode(0x5170 + i)}强调，要抓好项目建设。`, '各部门要压实责任。', '要守住安全底线。', '与会人员作了交流。']).flat()].join('\n');
    const [few, many] = [new Edited(news(20)), new Edited(news(200))].map((text) => text.type(text.given.indexOf('强调', text.given.length / 2), '明'));
    expect(few!.nodes).toBeGreaterThan(0);
    expect(many!.nodes).toBeLessThanOrEqual(few!.nodes + 5);
    expect(many!.nodes).toBeLessThan(20);
  });

  test('a name that is mentioned all over a long notice: what stands between its mentions is not read, though it was taken over together before', () => {
    const line = (i: number): string => (i === 250 ? '市长李明强调，要抓好项目建设。' : i % 100 === 10 ? `第${i}段堤防要由李明负责巡查。` : `要做好第${i}段堤防的巡查工作。`);
    const text = new Edited(['关于做好防汛工作的通知', '各县区人民政府：', ...Array.from({ length: 400 }, (_, i) => line(i))].join('\n')), at = (words: string): number => text.given.indexOf(words);
    text.type(at('第200段'), '新');
    text.type(at('第220段'), '新');
    const { nodes } = text.type(at('明强调'), '新');
    expect(nodes).toBeGreaterThan(4);
    expect(nodes).toBeLessThan(40);
  });

  test('reading a text anew costs as much as it is long', () => {
    const anew = (given: string): Effort => {
      const text = readText(given), structure = new StructureReader().read(text), directives = new DirectivesReader();
      directives.read(text, structure);
      return { ...structure.effort, nodes: directives.effort };
    };
    const few = anew(repeated(3)), many = anew(repeated(25));
    expect(few.placed).toBeGreaterThan(100);
    expect(many.placed).toBeGreaterThan(5 * few.placed);
    expect(many.nodes).toBeGreaterThan(4 * few.nodes);
  });
});
