import { createHash } from 'node:crypto';
import { isEntityType, type Labelled } from './labelled';

/** What stand-off labels call a sentence: the first 64 bits of the SHA-256 of its UTF-8 bytes, as hexadecimal digits. */
export const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/**
 * Brings labels that stand apart from their sentences together with those. A line of `labels` is the name of a sentence and its mentions, each behind a tab:
 * `9f86d081884c7d65	TIME 0-2	ORG 5-9`; a line that begins with `#` is a comment. `sentences` has one a line, in any order. The result has the order of the labels.
 */
export function joinLabels(labels: string, file: string, sentences: string): Labelled[] {
  const texts = new Map(sentences.split(/\r?\n/u).map((text) => [nameOf(text), text]));
  return labels.split(/\r?\n/u).flatMap((line, i) => {
    if (line === '' || line.startsWith('#')) return [];
    const [name, ...mentions] = line.split('\t'), text = texts.get(name!), place = `${file}:${i + 1}`;
    if (text === undefined) throw new Error(`${place}: no sentence is called ${name}`);
    return [{ text, entities: mentions.map((mention) => parseMention(mention, text.length, place)) }];
  });
}

function parseMention(mention: string, length: number, place: string): Labelled['entities'][number] {
  const [, type, from, to] = /^([A-Z]+) (\d+)-(\d+)$/u.exec(mention) ?? [], start = Number(from), end = Number(to);
  if (type === undefined || !isEntityType(type) || start >= end || end > length) throw new Error(`${place}: a mention is written TYPE START-END, inside of its sentence: ${mention}`);
  return { start, end, type };
}
