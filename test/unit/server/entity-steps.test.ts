import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntityModel } from '../../../src/extension/entities/model';
import type { EntityItem } from '../../../src/protocol';
import { stepsBetween } from '../../../src/server/features/entity-steps';

const item = (id: string, count = 1): EntityItem => ({ id, name: id, count });
const items = (ids: string): EntityItem[] => Array.from(ids, (id) => item(id));

/** What a client holds that had one list and was told these steps. */
function told(before: EntityItem[], steps: ReturnType<typeof stepsBetween>): readonly EntityItem[] {
  const model = new EntityModel();
  model.apply({ version: 1, stamp: 1, entities: { PER: before, POS: [], ORG: [], LOC: [], TIME: [], NUM: [], DOC: [], TERM: [] } });
  model.apply({ version: 2, stamp: 2, change: { PER: steps } });
  return model.of('PER');
}

describe('steps between lists of entities', () => {
  it.each([
    ['nothing new', '甲乙丙', '甲乙丙', []],
    ['one more', '甲乙丙', '甲丁乙丙', [1, { add: items('丁') }]],
    ['one less', '甲乙丙', '甲丙', [1, { drop: 1 }]],
    ['one that is named earlier now', '甲乙丙丁戊', '甲戊乙丙丁', [1, { add: items('戊') }, 3, { drop: 1 }]],
    ['one that is named later now', '甲乙丙丁戊', '甲丙丁戊乙', [1, { drop: 1 }, 3, { add: items('乙') }]],
    ['all others', '甲乙', '丙', [{ drop: 2 }, { add: items('丙') }]],
  ])('are few: %s', (_, before, now, steps) => expect(stepsBetween(items(before), items(now))).toEqual(steps));

  it('tell an entity that is mentioned more often', () => {
    expect(stepsBetween(items('甲乙丙'), [item('甲'), item('乙', 2), item('丙')])).toEqual([1, { drop: 1 }, { add: [item('乙', 2)] }]);
  });

  it('lead from any list to any other', () => {
    const list = fc.uniqueArray(fc.tuple(fc.constantFrom(...Array.from('甲乙丙丁戊己庚辛壬癸')), fc.integer({ min: 1, max: 2 })), { selector: ([id]) => id }).map((all) => all.map(([id, count]) => item(id, count)));
    fc.assert(fc.property(list, list, (before, now) => { expect(told(before, stepsBetween(before, now))).toEqual(now); }), { seed: 1949, numRuns: 2000 });
  });
});
