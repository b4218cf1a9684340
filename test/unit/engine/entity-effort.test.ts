import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { EntityType } from '../../../src/engine/analysis';
import { readReport, type Reading } from '../../../src/engine/analyze';
import { EntitiesReader } from '../../../src/engine/entities';
import { BODY_RULES } from '../../../src/engine/entities/linking/organization';
import { PLACE_RULES } from '../../../src/engine/entities/linking/place';
import { recognizerOf } from '../../../src/engine/entities/recognizer';
import type { EngineResources } from '../../../src/engine/resources';
import type { ReportEntities } from '../../../src/engine/report-entities';
import { Texts } from '../../../scripts/bench/texts';

// What a key in a name costs, counted and not timed: it must be about the same in a text eight times as long, on any machine.

/** Reports with other names each. */
const texts = new Texts('.');
const resources: EngineResources = { recognizer: new Uint8Array(readFileSync('data/recognizer.bin')), places: new Uint8Array(readFileSync('data/places.bin')), terms: readFileSync('data/terms.json', 'utf8') };
const recognized = vi.spyOn(recognizerOf(resources.recognizer)!, 'recognize'), filed = vi.spyOn(BODY_RULES[0]!, 'file'), compared = BODY_RULES.map((rule) => vi.spyOn(rule, 'same')), shortened = vi.spyOn(PLACE_RULES[0]!, 'shorten');
const clear = (): void => { for (const spy of [recognized, filed, shortened, ...compared]) spy.mockClear(); };
const comparisons = (): number => compared.reduce((sum, spy) => sum + spy.mock.calls.length, 0);

/** Offsets inside of some mentions of a type, spread over the text. */
function insideOf(type: EntityType, entities: ReportEntities): number[] {
  const inside = entities.all().filter((e) => e.type === type).flatMap((e) => e.mentions).filter((m) => m.end - m.start > 2).map((m) => m.start + 2).sort((a, b) => a - b);
  return Array.from({ length: 12 }, (_, i) => inside[Math.floor((i + 0.5) / 12 * inside.length)]!);
}

describe.each([20_000, 160_000])('a key in a name of a text of %i characters', (characters) => {
  const reader = new EntitiesReader(resources), text = texts.reports(characters, 5);
  let reading: Reading, entities: ReportEntities;
  beforeAll(() => { reading = readReport(text); entities = reading.entities(reader); });

  it.each(['ORG', 'LOC', 'PER'] as const)('%s: makes only what it touches be linked again', (type) => {
    for (const at of insideOf(type, entities)) for (const given of [`${text.slice(0, at)}新${text.slice(at)}`, text]) {
      const before = new Set(entities.all());
      clear();
      reading = reading.edited(given);
      entities = reading.entities(reader);
      expect(filed.mock.calls.length).toBeLessThan(12);
      expect(comparisons()).toBeLessThan(1_000);
      expect(shortened.mock.calls.length).toBeLessThan(12);
      expect(entities.all().filter((e) => !before.has(e)).length).toBeLessThan(12);
    }
  });
});

describe('reading a long text ahead', () => {
  it('takes small steps, and leaves nothing to do', () => {
    const reading = readReport(texts.reports(160_000, 6)), { text } = reading, reader = new EntitiesReader(resources), all = [0, 0, 0], most = [0, 0, 0];
    expect(reader.newIn(text)).toBe(text.paragraphs.length);
    clear();
    for (const steps = reader.readAhead(text); steps.next().done !== true; clear()) {
      [recognized.mock.calls.length, filed.mock.calls.length, comparisons()].forEach((count, i) => { all[i]! += count; most[i] = Math.max(most[i]!, count); });
    }
    all.forEach((count, i) => expect(most[i]).toBeLessThan(count / 20));
    expect(reader.newIn(text)).toBe(0);
    clear();
    expect(reading.entities(reader).all().length).toBeGreaterThan(500);
    expect(recognized.mock.calls.length + filed.mock.calls.length + comparisons()).toBe(0);
  });

  it('begins again where not all steps were taken', () => {
    const { text } = readReport(texts.reports(20_000, 7)), reader = new EntitiesReader(resources), steps = reader.readAhead(text);
    for (let n = 0; n < 200; n++) steps.next();
    expect(reader.newIn(text)).toBe(text.paragraphs.length);
    reader.read(text);
    // what was left behind does nothing any more
    expect(steps.next().done).toBe(true);
    expect(reader.newIn(text)).toBe(0);
  });
});
