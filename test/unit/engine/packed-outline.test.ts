import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOutline } from '../../../src/engine/outline';
import { packOutline, unpackOutline } from '../../../src/engine/packed-outline';
import { readText } from '../../../src/engine/text';

const SAMPLES = readdirSync('samples').filter((name) => name.endsWith('.txt')).map((name) => ({ name, text: readFileSync(`samples/${name}`, 'utf8') })).filter(({ text }) => readText(text).isSound);
/** The same point three times, a heading without a text below it, a number of no point. */
const ODD = '关于做好有关工作的通知\n各镇人民政府：\n一、狠抓落实\n一、狠抓落实\n一、狠抓落实\n（一）\n3.要加强领导。一是抓好 春耕；二是抓好春耕；二是抓好春耕，于3月底前完成100户改造。';
const throughPack = (text: string): [string, string] => { const outline = readOutline(readText(text)); return [JSON.stringify(unpackOutline(packOutline(outline, text), text)), JSON.stringify(outline)]; };

describe('a packed outline', () => {
  it.each([...SAMPLES, { name: 'odd', text: ODD }, { name: 'nothing', text: '' }])('is the outline again, to the letter: $name', ({ text }) => {
    const [again, before] = throughPack(text);
    expect(again).toBe(before);
  });

  it('has nodes of equal ids in it that are told apart', () => {
    expect(throughPack(ODD)[0]).toMatch(/狠抓落实#3"/u);
  });

  it.each([2 ** 40, 2 ** 31, 2 ** 31 - 1, 0])('keeps an ordinal of any size: %d', (ordinal) => {
    const read = readOutline(readText(ODD)), outline = { ...read, outline: read.outline.map((node) => ({ ...node, ordinal, children: node.children.map((child) => ({ ...child, ordinal: ordinal + 1 })) })) };
    expect(unpackOutline(packOutline(outline, ODD), ODD)).toEqual(outline);
  });

  it('is much smaller than the outline as JSON', () => {
    const { text } = SAMPLES.reduce((longest, sample) => (sample.text.length > longest.text.length ? sample : longest)), outline = readOutline(readText(text)), { numbers, rest } = packOutline(outline, text);
    expect(rest.length * 2 + numbers.byteLength).toBeLessThan(JSON.stringify(outline).length);
  });
});
