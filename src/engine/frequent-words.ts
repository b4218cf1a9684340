import type { Entity, EntityType } from './analysis';
import type { Segmenter } from './lexicon/segmenter';
import { inSteps, sortedInSteps, toTheEnd } from './steps';
import type { SourceText } from './text';

/** What a word is: the type of what it names, or its part of speech; nothing where the segmenter knows none. */
export type WordKind = EntityType | 'noun' | 'verb' | 'adjective' | 'phrase';

/** A word or a name that a text uses more than once. */
export interface FrequentWord { readonly word: string; readonly kind?: WordKind; count: number }

/** What is counted under its name as one word, however long. Times and amounts are no words. */
const NAMES: ReadonlySet<EntityType> = new Set(['PER', 'POS', 'ORG', 'LOC', 'DOC', 'TERM']);
/** Parts of speech that tell what a text is about, by the first letter of their tags. */
const KINDS: Record<string, WordKind> = { n: 'noun', j: 'noun', v: 'verb', a: 'adjective', i: 'phrase', l: 'phrase' };
/** Words that every report is full of, or that only help another word. */
const EMPTY = new Set(`要求 指出 强调 表示 进行 开展 加强 推进 推动 做好 坚持 实现 加快 促进 提高 提升 深入 全面 进一步 持续 积极 切实 不断 着力 努力 扎实 认真 充分 大力 严格 有效 继续 能够 可以 应当 必须 需要 没有 成为 取得 来到 听取
  工作 方面 问题 情况 有关 相关 各级 部门 单位 以及 同时 其中 通过 按照 根据 我们 他们 这个 这些 一个 一批 一些 以来 不是 就是 还是 为了 作为 具有 以上 以下 左右 这样 如何 什么 自己 大家 所有 各地 各类 下一步 全省 全市 全县 全区 全国`.split(/\s+/u));
const WORD = /^\p{Script=Han}{2,}$/u;

/**
 * What a text says often, the most frequent first: names as the analysis found them, each under the name of what it stands for, and between them the
 * words of the segmenter that carry meaning. Its words and tags are evidence: where it cuts or takes for a common word what the analysis found to be
 * a name, the analysis is right.
 * @param entities in given offsets
 */
export function frequentWords(text: SourceText, entities: readonly Entity[], segmenter: Segmenter, most = 50): FrequentWord[] { return toTheEnd(frequentWordsInSteps(text, entities, segmenter, most)); }

/** The same in steps. */
export function* frequentWordsInSteps(text: SourceText, entities: readonly Entity[], segmenter: Segmenter, most = 50): Generator<void, FrequentWord[]> {
  const counts = new Map<string, FrequentWord>();
  const count = (word: string, kind: WordKind | undefined): void => {
    const known = counts.get(word);
    if (known) known.count++; else counts.set(word, { word, ...(kind && { kind }), count: 1 });
  };
  let from = 0;
  for (const { start, end, entity } of yield* mentionsOf(text, entities)) {
    yield* countWords(text.repaired.slice(from, start), segmenter, count);
    if (NAMES.has(entity.type)) count(entity.name, entity.type);
    from = Math.max(from, end);
  }
  yield* countWords(text.repaired.slice(from), segmenter, count);
  return [...counts.values()].filter((w) => w.count > 1).sort((a, b) => b.count - a.count).slice(0, most);
}

/** The mentions in text order, in repaired offsets. */
function* mentionsOf(text: SourceText, entities: readonly Entity[]): Generator<void, { start: number; end: number; entity: Entity }[]> {
  const found: { start: number; end: number; entity: Entity }[] = [];
  yield* inSteps(entities, (entity) => { for (const m of entity.mentions) found.push({ start: text.toRepaired(m.start), end: text.toRepaired(m.end), entity }); });
  return yield* sortedInSteps(found, ({ start }) => start);
}

/** Counts the words of a stretch, a line a step. */
function* countWords(stretch: string, segmenter: Segmenter, count: (word: string, kind: WordKind | undefined) => void): Generator<void, void> {
  for (const line of stretch.split('\n')) {
    if (line === '') continue;
    yield;
    for (const { word, tag } of segmenter.tag(line)) {
      const kind = KINDS[tag.charAt(0)];
      if ((kind || tag === '') && WORD.test(word) && !EMPTY.has(word)) count(word, kind);
    }
  }
}
