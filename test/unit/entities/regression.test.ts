import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/engine/analyze';

const engine = createEngine({ recognizer: new Uint8Array(readFileSync('data/recognizer.bin')), places: new Uint8Array(readFileSync('data/places.bin')) });
const found = (line: string): string[] => engine.analyze(line).entities.flatMap((e) => e.mentions.map((m) => ({ m, line: `${e.type} ${m.text}` }))).sort((a, b) => a.m.start - b.m.start).map((x) => x.line);

/** Patterns that general recognizers are known to get wrong in official text, in made-up sentences: what must be found, and what must not. */
const PATTERNS: readonly (readonly [pattern: string, line: string, has: readonly string[], hasNot: RegExp])[] = [
  ['a minister right before his name', '国防部长林致远会见了来访的客人。', ['PER 林致远'], /PER (?!林致远$)/u],
  ['a name before 与', '党组书记陈文与大家一起学习。', ['PER 陈文'], /PER (?!陈文$)/u],
  ['a bureau, a name, a title', '青岛市教育局周敏局长到会讲话。', ['PER 周敏', 'POS 局长'], /PER (?!周敏$)/u],
  ['a verb before 政府 is no body', '要推进公开政府信息工作。', [], /ORG 公开政府/u],
  ['宣传教育 is no person', '加强宣传教育，营造良好氛围。', [], /^(?:PER|ORG|LOC)/u],
  ['a county that begins with a surname', '调研组来到吴堡县检查春耕。', ['LOC 吴堡县'], /PER/u],
  ['a city of few reports', '会议要求滨州市加快建设。', ['LOC 滨州市'], /PER/u],
  ['周 in a name is no week', '学习周恩来同志的崇高风范。', ['PER 周恩来'], /TIME/u],
];

describe('patterns that recognizers get wrong', () => {
  test.each(PATTERNS)('%s', (_, line, has, hasNot) => {
    const mentions = found(line);
    expect(mentions).toEqual(expect.arrayContaining([...has]));
    expect(mentions.filter((m) => hasNot.test(m))).toEqual([]);
  });
});
