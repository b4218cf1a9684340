import { createRequire } from 'node:module';
import path from 'node:path';
import type { Reader } from './engine';

/** Others that cut Chinese into words, by the name each has in the tables. Loading is part of the first call, as it is for who uses them. */
export function segmenters(root: string): Reader[] {
  const load = createRequire(path.join(root, 'package.json'));
  return [nodejieba(load), nodeRsJieba(load), intlSegmenter()];
}

export const TAGGER = 'nodejieba.tag';

function nodejieba(load: NodeJS.Require): Reader {
  return { name: TAGGER, prepare: (text) => () => (load('nodejieba') as { tag: (text: string) => unknown }).tag(text) };
}

interface NodeRsJieba { Jieba: { withDict: (dict: Uint8Array) => { tag: (text: string) => unknown } } }

function nodeRsJieba(load: NodeJS.Require): Reader {
  let jieba: { tag: (text: string) => unknown } | undefined;
  const loaded = (): { tag: (text: string) => unknown } => jieba ??= (load('@node-rs/jieba') as NodeRsJieba).Jieba.withDict((load('@node-rs/jieba/dict') as { dict: Uint8Array }).dict);
  return { name: '@node-rs/jieba tag', prepare: (text) => () => loaded().tag(text) };
}

/** Is given a line at a time: over one long string its cost grows with the square of the length. */
function intlSegmenter(): Reader {
  let segmenter: Intl.Segmenter | undefined;
  return {
    name: 'Intl.Segmenter',
    prepare: (text) => () => {
      const words = segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
      let length = 0;
      for (const line of text.split('\n')) for (const { segment } of words.segment(line)) length += segment.length;
      return length;
    },
  };
}
