import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../src/engine/analysis';
import { createEngine, readReport } from '../../../src/engine/analyze';
import { EntitiesReader } from '../../../src/engine/entities';
import type { EngineResources } from '../../../src/engine/resources';
import { edited as edit, random, TEXTS } from '../texts';
import { plain, whole } from './plain';

/** All the engine works with. */
const resources: EngineResources = { recognizer: new Uint8Array(readFileSync('data/recognizer.bin')), places: new Uint8Array(readFileSync('data/places.bin')), terms: readFileSync('data/terms.json', 'utf8') };

describe('a text read again after each edit has the outline of one read anew', () => {
  test.each(TEXTS.map((text, i) => [i, text] as const))('text %i', (seed, given) => {
    const next = random(seed + 1);
    let text = given, reading = readReport(text);
    for (let n = 0; n < 12; n++) {
      text = edit(text, next);
      reading = reading.edited(text);
      expect(plain(reading.outline)).toEqual(whole(text));
    }
  });

  test('many edits of a long text', () => {
    const next = random(7);
    let text = TEXTS.slice(0, 12).join('\n'), reading = readReport(text);
    for (let n = 0; n < 60; n++) {
      text = edit(text, next);
      reading = reading.edited(text);
      expect(plain(reading.outline)).toEqual(whole(text));
    }
  });
});

describe('entities read again after each edit are those of a text read anew', () => {
  const withNames = ['，江东县县长李望川', '李望川', '启岳精密', '新湖区', '新湖', '教育局', '2024年', '3万户', '（以下简称“新局”）', '王副县长', '市委'], whole2 = createEngine(resources);
  const editNames = (text: string, next: (most: number) => number): string => {
    const at = next(text.length + 1);
    return next(2) === 0 ? text.slice(0, at) + withNames[next(withNames.length)]! + text.slice(at) : edit(text, next);
  };
  const found = (entities: readonly Entity[]): unknown => entities.map(({ id, type, name, facts, mentions }) => ({ id, type, name, facts, mentions: mentions.map(({ start, end, text, rule }) => ({ start, end, text, rule })) }));

  test.each(TEXTS.slice(0, 24).map((text, i) => [i, text] as const))('text %i', (seed, given) => {
    const next = random(seed + 100), reader = new EntitiesReader(resources);
    let text = given, reading = readReport(text);
    reading.entities(reader);
    for (let n = 0; n < 10; n++) {
      text = editNames(text, next);
      reading = reading.edited(text);
      // entities may be asked for less often than the outline
      if (next(4) > 0) expect(found(reading.entities(reader).all())).toEqual(found(whole2.analyze(text).entities));
    }
  });

  /** Names of the text that are made, ended, written elsewhere, introduced and exchanged throughout. */
  const editMentions = (text: string, entities: readonly Entity[], next: (most: number) => number): string => {
    const one = entities[next(entities.length)]!, mention = one.mentions[next(one.mentions.length)]!, { name } = entities[next(entities.length)]!, end = Math.min(text.length, mention.end);
    const inside = Math.min(text.length, mention.start + next(mention.end - mention.start)), put = (at: number, written: string): string => text.slice(0, at) + written + text.slice(at);
    switch (next(6)) {
      case 0: return put(inside, '新县市局区委王长'[next(8)]!);
      case 1: return put(end, '新县市局区委王长'[next(8)]!);
      case 2: return text.slice(0, mention.start) + text.slice(end);
      case 3: return put(inside, name);
      case 4: return put(end, `（以下简称“${name.slice(0, 3)}”）`);
      default: return text.replaceAll(one.name, name);
    }
  };

  test.each(Array.from({ length: 5 }, (_, i) => i + 1))('many names of a long text, some readings not taken to their end: seed %i', { timeout: 60_000 }, (seed) => {
    const next = random(seed * 7919), reader = new EntitiesReader(resources);
    let text = Array.from({ length: 12 }, () => TEXTS[next(TEXTS.length)]!.replace(/⟨.*?⟩/gu, '').slice(0, 1500)).join('\n'), reading = readReport(text), entities = reading.entities(reader).all();
    for (let n = 0; n < 12; n++) {
      for (let more = next(3); more >= 0; more--) { text = editMentions(text, entities, next); reading = reading.edited(text); }
      const steps = reader.readAhead(reading.text);
      for (let left = next(3) === 0 ? next(300) : 0; left > 0 && steps.next().done !== true;) left--;
      if (next(2) === 0) { text = `${text}。`; reading = reading.edited(text); }
      entities = reading.entities(reader).all();
      expect(found(entities)).toEqual(found(readReport(text).entities(new EntitiesReader(resources)).all()));
    }
  });

  test('names of which only so many are compared for a short form', () => {
    const names = Array.from({ length: 15 }, (_, i) => `青禾${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'[i]!}山石岭纺织总厂`), reader = new EntitiesReader(resources);
    const write = (some: readonly string[]): string => `${some.map((name) => `他走进${name}调研。\n`).join('')}随后来到山石岭纺织总厂，又到岭纺织总厂。\n`;
    let reading = readReport(write(names));
    reading.entities(reader);
    for (let n = 1; n <= names.length; n++) {
      reading = reading.edited(write(names.slice(n)));
      expect(found(reading.entities(reader).all())).toEqual(found(whole2.analyze(write(names.slice(n))).entities));
    }
  });

  test('what an edit does not touch stays the same object', () => {
    const reader = new EntitiesReader(resources);
    let reading = readReport(TEXTS[0]!);
    const before = reading.entities(reader).all();
    reading = reading.edited(TEXTS[0]!.replace('。', '。。'));
    const after = reading.entities(reader).all();
    expect(after.length).toBe(before.length);
    expect(after.every((e, i) => e === before[i])).toBe(true);
  });
});
