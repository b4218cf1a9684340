import type { Segmenter, TaggedWord } from './segmenter';

/** What is used of the module `nodejieba`. */
export interface NodejiebaModule {
  tag(sentence: string): TaggedWord[];
}

export const NODEJIEBA = 'nodejieba';

/** Wraps nodejieba, which the host loads. Its lone surrogates come back as U+FFFD, so words are cut from the text itself by length. */
export function createNodejiebaSegmenter(nodejieba: NodejiebaModule): Segmenter {
  return {
    name: NODEJIEBA,
    tag: (text) => {
      let at = 0;
      const words: TaggedWord[] = [];
      for (const { word, tag } of nodejieba.tag(text)) words.push({ word: text.slice(at, at += word.length), tag });
      if (at < text.length) words.push({ word: text.slice(at), tag: 'x' });
      return words;
    },
  };
}
