import { ENTITY_TYPES } from '../analysis';
import type { RawMention } from './raw-mention';

/** The mentions of some sentences in a form that is cheap to send to another thread. */
export interface PackedMentions {
  /** for each sentence how many mentions it has, and of each its start, end, type and rule */
  readonly numbers: Int32Array<ArrayBuffer>;
  /** the rules that are named */
  readonly rules: readonly string[];
}

/** Numbers of a mention. */
const FIELDS = 4;

export function packMentions(sentences: readonly (readonly RawMention[])[]): PackedMentions {
  const numbers = new Int32Array(sentences.reduce((sum, mentions) => sum + 1 + FIELDS * mentions.length, 0)), rules = new Map<string, number>();
  let at = 0;
  for (const mentions of sentences) {
    numbers[at++] = mentions.length;
    for (const { start, end, type, rule } of mentions) {
      numbers[at++] = start; numbers[at++] = end; numbers[at++] = ENTITY_TYPES.indexOf(type); numbers[at++] = numberOf(rules, rule);
    }
  }
  return { numbers, rules: [...rules.keys()] };
}

/** The number of a word among those met before: the next one, if it is new. */
export function numberOf(words: Map<string, number>, word: string): number {
  const known = words.get(word), number = known ?? words.size;
  if (known === undefined) words.set(word, number);
  return number;
}

export function unpackMentions({ numbers, rules }: PackedMentions): RawMention[][] {
  const sentences: RawMention[][] = [];
  for (let at = 0; at < numbers.length;) {
    const mentions: RawMention[] = [], end = at + 1 + FIELDS * numbers[at]!;
    for (at++; at < end; at += FIELDS) mentions.push({ start: numbers[at]!, end: numbers[at + 1]!, type: ENTITY_TYPES[numbers[at + 2]!]!, rule: rules[numbers[at + 3]!]! });
    sentences.push(mentions);
  }
  return sentences;
}
