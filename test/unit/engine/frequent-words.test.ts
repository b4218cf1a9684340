import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../src/engine/analysis';
import { frequentWords } from '../../../src/engine/frequent-words';
import type { Segmenter } from '../../../src/engine/lexicon/segmenter';
import { readText } from '../../../src/engine/text';

/** Cuts at spaces of `words`; `发展/v` is a word with its tag. */
function segmenterOf(words: string): Segmenter {
  const tags = new Map(words.split(' ').map((w) => w.split('/') as [string, string]));
  return { name: 'test', tag: (text) => text.split(new RegExp(`(${[...tags.keys()].join('|')})`, 'u')).filter(Boolean).map((word) => ({ word, tag: tags.get(word) ?? 'x' })) };
}
function entity(text: string, type: Entity['type'], name: string, ...wordings: string[]): Entity {
  const mentions = wordings.flatMap((w) => [...text.matchAll(new RegExp(w, 'gu'))].map((m) => ({ start: m.index, end: m.index + m[0].length, text: m[0], rule: 'model' })));
  return { id: name, type, name, facts: {}, mentions };
}

describe('frequent words', () => {
  it('are the words that carry meaning, with their parts of speech, the most frequent first', () => {
    const text = '发展产业的同时发展绿色产业，发展要绿色。';
    expect(frequentWords(readText(text), [], segmenterOf('发展/v 产业/n 绿色/a 同时/n 的/uj'))).toEqual([{ word: '发展', kind: 'verb', count: 3 }, { word: '产业', kind: 'noun', count: 2 }, { word: '绿色', kind: 'adjective', count: 2 }]);
  });
  it('count a name as one word under its full form, whatever the segmenter makes of it', () => {
    const text = '云杉集团发展快。云杉也要发展，青禾云杉集团发展。', full = entity(text, 'ORG', '云杉集团', '云杉集团', '云杉(?!集团)');
    expect(frequentWords(readText(text), [full], segmenterOf('云杉/n 集团/n 发展/v'))).toEqual([{ word: '云杉集团', kind: 'ORG', count: 3 }, { word: '发展', kind: 'verb', count: 3 }]);
  });
  it('leave out times, amounts and words said once', () => {
    const text = '今年增长3%，今年投资3%。';
    expect(frequentWords(readText(text), [entity(text, 'TIME', '今年', '今年'), entity(text, 'NUM', '3%', '3%')], segmenterOf('今年/t 增长/v 投资/n'))).toEqual([]);
  });
  it('count without parts of speech where the segmenter knows none, and no more than asked for', () => {
    const text = '产业发展，产业发展。', untagged: Segmenter = { name: 'test', tag: (t) => t.split(/(产业|发展)/u).filter(Boolean).map((word) => ({ word, tag: '' })) };
    expect(frequentWords(readText(text), [], untagged, 1)).toEqual([{ word: '产业', count: 2 }]);
  });
});
