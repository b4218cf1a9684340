import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';

let grammar: IGrammar;

beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const path = 'syntaxes/report.tmLanguage.json';
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner: (sources) => new oniguruma.OnigScanner(sources), createOnigString: (s) => new oniguruma.OnigString(s) }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(path, 'utf8'), path)),
  });
  grammar = (await registry.loadGrammar('text.report'))!;
});

/** The pieces of a line that have a scope starting with `scope`. */
function pieces(line: string, scope: string): string[] {
  return grammar.tokenizeLine(line, textmate.INITIAL).tokens
    .filter((token) => token.scopes.some((name) => name.startsWith(scope)))
    .map((token) => line.slice(token.startIndex, token.endIndex));
}

describe('grammar of the language report', () => {
  it.each([
    ['二、抓好秋季农田建设', 'entity.name.section', ['抓好秋季农田建设']],
    ['　　（三）完善责任体系。', 'entity.name.section', ['完善责任体系']],
    ['第四章 附则', 'entity.name.section', [' 附则']],
    ['一、各镇要抓紧排查；各村要配合。', 'entity.name.section', []],
    ['一是抓进度，二要抓质量；三是抓安全。', 'keyword.control.marker', ['一是', '二要', '三是']],
    ['统一是关键，第一次调研', 'keyword.control.marker', []],
    ['3.开展自查', 'keyword.control.marker', ['3.']],
    ['3.5万亩良田', 'keyword.control.marker', []],
    ['林溪强调，粮食安全是底线。会议要求，抓紧落实。', 'support.function.cue', ['强调', '要求']],
    ['林溪強調，糧食安全是底線。', 'support.function.cue', ['強調']],
    ['对照要求逐项整改', 'support.function.cue', []],
    ['不得瞒报漏报，务必按时完成', 'keyword.other.force', ['不得', '务必']],
    ['落实《青山市河湖管理办法》', 'entity.name.type.document-title', ['青山市河湖管理办法']],
    ['推进“一河一策”治理', 'string.quoted', ['“一河一策”']],
    ['青政发〔2031〕17号', 'constant.other.document-number', ['青政发〔2031〕17号']],
    ['2031年6月底前完成12.5万亩，增长3.2%', 'constant.numeric', ['2031年6月底', '12.5万', '3.2%']],
  ])('reads %j: %s', (line, scope, expected) => {
    expect(pieces(line, scope)).toEqual(expected);
  });

  it('stays quick on a very long line of openings', () => {
    const line = '《“（一'.repeat(5000), start = performance.now();
    grammar.tokenizeLine(line, textmate.INITIAL);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
