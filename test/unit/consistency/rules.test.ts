import { describe, expect, it } from 'vitest';
import { CHARACTER_ROWS } from '../../../src/engine/consistency/characters';
import { FORMER_PLACES } from '../../../src/engine/consistency/former-places';
import { parentRows, PAST_ROWS, UNJUDGED_ROWS } from '../../../src/engine/consistency/place-rows';
import { readPost, TITLE_ROWS } from '../../../src/engine/consistency/posts';
import type { ConsistencyRow } from '../../../src/engine/consistency/row';
import { CHANGE_ROWS } from '../../../src/engine/consistency/title-changes';
import { WEEKDAY_ROWS } from '../../../src/engine/consistency/weekdays';
import { placesOf } from '../../../src/engine/entities/gazetteers/places';
import { places } from '../entities/linking/marked';

interface Proof { name: string; example: boolean; counter: boolean }
const prove = <T>(rows: readonly ConsistencyRow<T>[]): Proof[] => rows.map(({ name, example, counter, holds }) => ({ name, example: holds(example), counter: holds(counter) }));
const table = placesOf(places)!;
const PROOFS = [CHARACTER_ROWS, TITLE_ROWS, UNJUDGED_ROWS, parentRows(table), WEEKDAY_ROWS].flatMap((rows) => prove(rows)).concat([CHANGE_ROWS, PAST_ROWS].flatMap((rows) => prove(rows)));

describe('rules of consistency', () => {
  it.each(PROOFS.map((p) => [p.name, p] as const))('%s holds for its example and not for its counter-example', (_, { example, counter }) => { expect([example, counter]).toEqual([true, false]); });

  it('have names of their own', () => { expect(new Set(PROOFS.map((p) => p.name)).size).toBe(PROOFS.length); });
});

describe('posts', () => {
  it.each([
    ['副县长', '', '县长', true], ['青禾县人民政府副县长', '青禾', '县长', true], ['常务副市长', '', '市长', true], ['青禾县县长', '青禾', '县长', false],
    ['青禾县委副书记', '青禾县委', '书记', true], ['市教育局局长', '市教育局', '局长', false], ['市人大常委会副主任', '市人大常委会', '主任', true],
  ])('%s', (title, body, head, isDeputy) => { expect(readPost(title)).toEqual({ body, head, isDeputy }); });

  it.each(['书记', '副书记', '党组书记', '办公室主任', '原县长', '代县长', '县委第一书记', '执行院长', '县长助理', '市领导', '青禾县原副县长'])('%s is none that says whose it is and is held now', (title) => {
    expect(readPost(title)).toBeUndefined();
  });
});

describe('former places', () => {
  const [row] = parentRows(table);

  it.each(FORMER_PLACES.map((pair) => [pair.join(' '), pair] as const))('%s is contradicted by the table, else the row is not needed', (_, pair) => { expect(row!.holds(pair)).toBe(true); });
});
