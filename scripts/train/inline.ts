import { isEntityType, type Labelled } from './labelled';

const MARK = /\{([^{}|]+)\|([A-Z]+)\}/gu;

/**
 * Reads sentences with their mentions marked in the line: `{县长|POS}{李四|PER}到{青禾乡|LOC}调研。`. Empty lines and lines that begin with `#` are left out.
 * Throws an error with the number of the line where a brace or a type is wrong.
 */
export function parseInline(content: string, file: string): Labelled[] {
  return content.split(/\r?\n/u).flatMap((line, i) => (line.trim() === '' || line.startsWith('#') ? [] : [parseLine(line, `${file}:${i + 1}`)]));
}

function parseLine(line: string, place: string): Labelled {
  const sentence: Labelled = { text: '', entities: [] };
  const add = (plain: string): void => {
    if (/[{}|]/u.test(plain)) throw new Error(`${place}: a mention is written {text|TYPE}, without another one in it: ${plain}`);
    sentence.text += plain;
  };
  let at = 0;
  for (const { 0: mark, 1: text, 2: type, index } of line.matchAll(MARK)) {
    if (!isEntityType(type!)) throw new Error(`${place}: no type of entities is called ${type}`);
    add(line.slice(at, index));
    const start = sentence.text.length;
    add(text!);
    sentence.entities.push({ start, end: sentence.text.length, type });
    at = index + mark.length;
  }
  add(line.slice(at));
  return sentence;
}
