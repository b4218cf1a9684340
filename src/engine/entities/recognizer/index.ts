import { TAG_CLASSES, WordTable } from '../../lexicon/word-table';
import { readRecognizer } from './format';
import { createKernel } from './kernel';
import { spansOf, type LabelledSpan } from './labels';
import type { Proposal } from './proposal';

/** Longest stretch that is decoded at once, in characters: bounds memory on texts without sentence ends. */
const LONGEST = 600;

/** The sequence model, ready to read sentences. */
export interface Recognizer {
  /** Mentions in a sentence; offsets into it. */
  recognize(sentence: string, proposals: readonly Proposal[]): LabelledSpan[];
  /** Whether its dictionary has the word as an ordinary one, no name. */
  isWord(word: string): boolean;
}

const NAMES = new Set<string>(['nr', 'nrt', 'ns', 'nt', 'nz']);

const loaded = new WeakMap<Uint8Array, Recognizer | null>();

/** The recognizer of a file's content; undefined where there is none or it is not understood. */
export function recognizerOf(file: Uint8Array | undefined): Recognizer | undefined {
  if (!file) return undefined;
  let recognizer = loaded.get(file);
  if (recognizer === undefined) loaded.set(file, recognizer = makeRecognizer(file));
  return recognizer ?? undefined;
}

function makeRecognizer(file: Uint8Array): Recognizer | null {
  const data = readRecognizer(file);
  if (!data) return null;
  const table = new WordTable(data.words), kernel = createKernel(data, LONGEST);
  const whole = (sentence: string, proposals: readonly Proposal[]): LabelledSpan[] => spansOf(kernel.label(sentence, proposals));
  return {
    isWord: (word) => { const value = table.find(Uint16Array.from(word, (c) => c.charCodeAt(0)), 0, word.length); return value >= 0 && !NAMES.has(TAG_CLASSES[value & 15]!); },
    recognize: (sentence, proposals) => {
      if (sentence.length <= LONGEST) return whole(sentence, proposals);
      const mentions: LabelledSpan[] = [];
      let next = 0;
      for (const { start, end } of pieces(sentence)) {
        const inside: Proposal[] = [];
        while (next < proposals.length && proposals[next]!.start < start) next++;
        for (; next < proposals.length && proposals[next]!.end <= end; next++) { const { start: from, end: to, kind } = proposals[next]!; inside.push({ start: from - start, end: to - start, kind }); }
        for (const m of whole(sentence.slice(start, end), inside)) mentions.push({ start: m.start + start, end: m.end + start, type: m.type });
      }
      return mentions;
    },
  };
}

/** Cuts a long stretch behind pauses where it has some. */
function* pieces(sentence: string): Generator<{ start: number; end: number }> {
  for (let start = 0; start < sentence.length;) {
    let end = Math.min(sentence.length, start + LONGEST);
    if (end < sentence.length) for (let i = end; i > start + LONGEST / 2; i--) if ('，；。、 '.includes(sentence[i - 1]!)) { end = i; break; }
    yield { start, end };
    start = end;
  }
}
