import { describe, expect, it } from 'vitest';
import { BODY_RULES, readBody } from '../../../../src/engine/entities/linking/organization';
import { PLACE_RULES } from '../../../../src/engine/entities/linking/place';
import { RegionReader } from '../../../../src/engine/entities/linking/regions';
import { placesOf } from '../../../../src/engine/entities/gazetteers/places';
import { places } from './marked';

const regions = new RegionReader(placesOf(places));
for (const name of ['青禾市', '青禾县', '青禾区', '东江省']) regions.add(name);

describe('rules for two names of one body', () => {
  it.each(BODY_RULES.map((r) => [r.name, r] as const))('%s', (_, rule) => {
    const same = ([short, full]: readonly [string, string]): boolean => rule.same(readBody(short, regions), readBody(full, regions), regions);
    expect(same(rule.example)).toBe(true);
    expect(same(rule.counter)).toBe(false);
  });
});

describe('rules for two names of one place', () => {
  it.each(PLACE_RULES.map((r) => [r.name, r] as const))('%s', (_, rule) => {
    const same = ([short, full]: readonly [string, string]): boolean => rule.shorten(full, regions).includes(short);
    expect(same(rule.example)).toBe(true);
    expect(same(rule.counter)).toBe(false);
  });
});
