import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { parseInline } from '../../../scripts/train/inline';
import { joinLabels, nameOf } from '../../../scripts/train/stand-off';

describe('mentions marked in the line', () => {
  it('are read with their offsets; comments and empty lines are not', () => {
    expect(parseInline('# {note\n\n{县长|POS}{李四|PER}到{青禾乡|LOC}。\r\n没有。', 'a.txt')).toEqual([
      { text: '县长李四到青禾乡。', entities: [{ start: 0, end: 2, type: 'POS' }, { start: 2, end: 4, type: 'PER' }, { start: 5, end: 8, type: 'LOC' }] },
      { text: '没有。', entities: [] },
    ]);
  });
  it.each(['到{青禾乡|LOC。', '到青禾乡|LOC}。', '到{青禾乡}。', '到{{青禾|LOC}乡|LOC}。', '到{|LOC}。', '到{青禾乡|loc}。'])('are refused with the line where they are broken: %s', (line) => {
    expect(() => parseInline(`# note\n好。\n${line}`, 'a.txt')).toThrow(/^a\.txt:3: a mention is written/u);
  });
  it('are refused with the line where the type is unknown', () => {
    expect(() => parseInline('好。\n到{青禾乡|PLACE}。', 'a.txt')).toThrow('a.txt:2: no type of entities is called PLACE');
  });
});

describe('labels that stand apart', () => {
  const sentences = '没有。\n到青禾乡。\n', line = `${nameOf('到青禾乡。')}\tLOC 1-4`;
  it('find their sentences, in the order of the labels', () => {
    expect(joinLabels(`# note\n${line}\n${nameOf('没有。')}\n`, 'a.tsv', sentences)).toEqual([{ text: '到青禾乡。', entities: [{ start: 1, end: 4, type: 'LOC' }] }, { text: '没有。', entities: [] }]);
  });
  it.each([[`${line}\tLOC 4-9`, /^a\.tsv:2: a mention/u], [`${line}\tLOC 4-4`, /^a\.tsv:2: a mention/u], [`${line}\tPLACE 0-1`, /^a\.tsv:2: a mention/u], ['0123456789abcdef', /^a\.tsv:2: no sentence/u]])('are refused with their line where they do not fit: %s', (broken, message) => {
    expect(() => joinLabels(`# note\n${broken}`, 'a.tsv', sentences)).toThrow(message);
  });
});

describe('the labels of the project', () => {
  const folder = 'data/sentences', written = readdirSync(folder).flatMap((file) => parseInline(readFileSync(`${folder}/${file}`, 'utf8'), file));
  it('mark sentences each of which is there once', () => {
    expect(new Set(written.map((s) => s.text)).size).toBe(written.length);
    expect(written.length).toBeGreaterThan(3000);
  });
  it('are sorted, none overlapping another, and without white space at their borders', () => {
    for (const { text, entities } of written) {
      entities.forEach((e, i) => expect(e.start, text).toBeGreaterThanOrEqual(entities[i - 1]?.end ?? 0));
      for (const { start, end } of entities) expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/u);
    }
  });
  it('stand apart with a name of their own for each sentence', () => {
    const names = readFileSync('data/labels.tsv', 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t')[0]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}$/u);
  });
});
